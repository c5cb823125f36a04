import { dayOf, sayDayShort, sayTime, timeOf } from '../../ui/words.js';

/** A time to meet: when it begins and how long it is, in minutes. */
export interface Time {
  readonly startsAt: string;
  readonly minutes: number;
}

/** “Tue 24 November, 3:40pm”. */
export const saySlotShort = (startsAt: string): string => `${sayDayShort(dayOf(startsAt))}, ${sayTime(timeOf(startsAt))}`;
