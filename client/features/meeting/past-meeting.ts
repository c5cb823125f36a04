import { isClockTime, isDay } from '@alongside/domain/kernel/moments.js';
import { instantOf } from '@alongside/domain/uk/uk-time.js';
import type { TypedAction } from './new-actions.js';
import { MINUTES_MISSING } from './minutes.js';

/** A past meeting as it is typed. */
export interface TypedMeeting {
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  /** `null`: as they usually meet. */
  readonly format: 'in-person' | 'online' | null;
  readonly place: string;
  readonly notes: string;
  readonly actions: readonly TypedAction[];
}

/** Nothing is guessed of a meeting but that it was today, and held as they usually meet. */
export const emptyMeeting = (today: string): TypedMeeting => ({
  day: today,
  time: '',
  minutes: '',
  format: null,
  place: '',
  notes: '',
  actions: [],
});

/** What is missing or cannot be, by field; empty when all is well. */
export type Missing = Partial<Readonly<Record<'day' | 'time' | 'minutes', string>>>;

/** When it started and how long it took, or what is missing of that. */
export function readMeeting({
  day,
  time,
  minutes,
}: TypedMeeting): { readonly startsAt: string; readonly minutes: number } | { readonly missing: Missing } {
  const length = Number(minutes);
  if (isDay(day) && isClockTime(time) && Number.isInteger(length) && length > 0) return { startsAt: instantOf(day, time), minutes: length };
  return {
    missing: {
      ...(day === '' ? { day: 'Choose the day you met.' } : !isDay(day) && { day: 'Enter a real date.' }),
      ...(!isClockTime(time) && { time: 'Choose the time you started.' }),
      ...(minutes.trim() === ''
        ? { minutes: MINUTES_MISSING }
        : !(Number.isInteger(length) && length > 0) && { minutes: 'Enter a whole number of minutes, such as 20.' }),
    },
  };
}
