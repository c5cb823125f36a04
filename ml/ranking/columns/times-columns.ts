import { FREQUENCIES, MEETING_FORMATS, WEEKDAYS } from '@alongside/domain/people/person.events.js';
import type { Mentor } from '../../features/candidate.js';
import { UNKNOWN } from '../part.js';
import { termsOf } from '../parts/availability.js';
import type { Seeker } from '../seeker.js';
import type { Weights } from '../weights.js';
import { grown, type Columns } from './columns.js';

/** Every way of meeting: its form and how often. */
const TERMS = MEETING_FORMATS.flatMap((format) => FREQUENCIES.map((frequency) => ({ format, frequency })));

/** Availability: the weekdays on which each mentor has any time, and how and how often they would meet. */
export class TimesColumns implements Columns {
  /** A bit a weekday; 0 where no time is known. */
  #weekdays = new Uint8Array(0);
  #terms = new Uint8Array(0);

  grow(rows: number): void {
    this.#weekdays = grown(this.#weekdays, Uint8Array, rows);
    this.#terms = grown(this.#terms, Uint8Array, rows);
  }

  put(row: number, { availability }: Mentor): void {
    this.#weekdays[row] = daysOf(availability?.slots.map(({ weekday }) => WEEKDAYS.indexOf(weekday)) ?? []);
    this.#terms[row] = availability
      ? TERMS.findIndex(({ format, frequency }) => format === availability.format && frequency === availability.frequency)
      : 0;
  }

  /** Those who share a weekday may share times. */
  mostFor({ week, mentee: { availability } }: Seeker, weights: Weights): (row: number) => number {
    const mine = daysOf(week.map(({ weekday }) => weekday));
    const unknown = weights.availability * UNKNOWN;
    if (!availability || mine === 0) return () => unknown;
    const byTerms = TERMS.map((theirs) => weights.availability * termsOf(availability, theirs));
    return (row) => {
      const theirs = this.#weekdays[row] as number;
      if (theirs === 0) return unknown;
      return (mine & theirs) === 0 ? 0 : (byTerms[this.#terms[row] as number] as number);
    };
  }
}

const daysOf = (weekdays: readonly number[]): number => weekdays.reduce((days, weekday) => days | (1 << weekday), 0);
