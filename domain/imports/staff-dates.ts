import { MEMBER_LIMIT_YEARS } from '../institutions/first-day.js';
import type { Day } from '../kernel/brand.js';
import { inYears, yearOf } from '../uk/days.js';
import { cell, dayFromCell, monthFromCell, upTo, type RawRow } from './columns.js';

/** How long ago a person may have begun, and how far ahead their first day may be. */
const START_LIMIT_YEARS = { back: MEMBER_LIMIT_YEARS, ahead: 1 };
const IN_FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})$/;

/** Whether any date of these columns has the month first: `09/13/2026` can be no other. Then `09/01/2026` beside it may be either. */
export function isMonthFirst(rows: readonly RawRow[], letters: readonly string[]): boolean {
  return rows.some((raw) =>
    letters.some((letter) => {
      const [, first, second] = IN_FIGURES.exec(cell(raw, letter)) ?? [];
      return Number(second) > 12 && Number(second) <= 31 && Number(first) >= 1 && Number(first) <= 12;
    }),
  );
}

/** The start date of a cell, or why it is left out. The row is imported all the same. */
export function startIn(text: string, today: Day, monthFirst: boolean): { readonly day: Day | null; readonly why?: string } {
  const day = dayFromCell(text) ?? null;
  const why = whyNoStart(text, day, today) ?? whyAmbiguous(text, monthFirst);
  return why === undefined ? { day } : { day: null, why };
}

function whyAmbiguous(text: string, monthFirst: boolean): string | undefined {
  const [, first, second] = IN_FIGURES.exec(text) ?? [];
  if (!monthFirst || first === undefined || Number(second) > 12 || Number(first) > 12 || Number(first) === Number(second)) return undefined;
  return `“${text}” may have the month first, as other dates in this column do, so we leave it out. Write the month as a word.`;
}

function whyNoStart(text: string, day: Day | null, today: Day): string | undefined {
  if (text === '') return undefined;
  const quoted = `“${upTo(40, text)}”`;
  // A year that no day of ours has still says what is wrong with it.
  const year = Number(/^\d{1,2}[/.-]\d{1,2}[/.-](\d{4})$/.exec(text)?.[1] ?? yearOf(today));
  if (day === null ? year > yearOf(today) + START_LIMIT_YEARS.ahead : day > inYears(today, START_LIMIT_YEARS.ahead))
    return `${quoted} is more than a year ahead, so we leave it out. Check the year.`;
  if (day === null ? year < yearOf(today) - START_LIMIT_YEARS.back : day < inYears(today, -START_LIMIT_YEARS.back))
    return `${quoted} is more than ${START_LIMIT_YEARS.back} years ago, so we leave it out. Check the year.`;
  if (day !== null) return undefined;
  const month = monthFromCell(text);
  return `${quoted} ${month ? 'has no day' : 'is not a date'}, so we leave it out. Write it as 01/${month ?? '09/2026'} if you want to import it.`;
}
