import type { Day } from '@alongside/domain/kernel/brand.js';
import type { SinceDays } from './since-days.js';
import { SHOWN_FROM_PEOPLE } from './withhold.js';

/**
 * How many people since when, for readers who may not know who they are (R7). Fewer than five are counted as some; more in whole fives, so
 * that the figures of a trust less those of its schools tell of nobody.
 */
export interface InFives {
  /** The first day of the month in which the newest began; null where there is nobody. */
  readonly newest: Day | null;
  /** The day on which the fifth began, the tenth and so on, counted from the newest. */
  readonly fives: readonly Day[];
}

/** What is left of exact numbers for those readers. */
export function inFives(exact: SinceDays): InFives {
  const days = (Object.keys(exact) as Day[]).toSorted().toReversed();
  const fives: Day[] = [];
  let people = 0;
  for (const day of days) {
    people += exact[day] ?? 0;
    while (people >= (fives.length + 1) * SHOWN_FROM_PEOPLE) fives.push(day);
  }
  return { newest: days[0] === undefined ? null : monthOf(days[0]), fives };
}

const monthOf = (day: Day): Day => `${day.slice(0, 'YYYY-MM'.length)}-01` as Day;

/** At least so many since a day, in whole fives; 1 stands for fewer than five. */
export function atLeastSince({ newest, fives }: InFives, first: Day): number {
  const whole = fives.filter((day) => day >= first).length * SHOWN_FROM_PEOPLE;
  return whole || (newest !== null && newest >= monthOf(first) ? 1 : 0);
}
