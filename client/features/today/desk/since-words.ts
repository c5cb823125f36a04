import { sayDay as tellDay } from '@alongside/projections/views/say-day.js';
import type { ViewRows } from '../../../replica/view-rows.js';
import { atStart, dayAfter, sayDayNear } from '../../../ui/words.js';

/** A holiday longer than this is not looked back over, in days. */
const LOOK_BACK_LIMIT_DAYS = 14;

/** The last day before today on which the school taught; a fortnight ago in long holidays. */
export function lastSchoolDay(today: string, teaches: (day: string) => boolean): string {
  for (let back = 1; back < LOOK_BACK_LIMIT_DAYS; back += 1) if (teaches(dayAfter(today, -back))) return dayAfter(today, -back);
  return dayAfter(today, -LOOK_BACK_LIMIT_DAYS);
}

/** One line for each day on which anything happened, the newest first. In the words of History. */
export const linesOf = (rows: readonly ViewRows['day'][], today: string): readonly string[] =>
  rows
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .map((row) => `${atStart(sayDayNear(row.day, today))}: ${tellDay(row).map(inSentence).join(', ')}.`);

const inSentence = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`.replace(/\.$/, '');
