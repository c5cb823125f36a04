import { CLOSURE_LIMIT_DAYS, TERM_LIMIT_DAYS } from '@alongside/domain/institutions/calendar.js';
import { daysBetween } from '../../ui/words.js';

/** A term or a closure while it is typed. */
export interface Stretch {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
export type Part = keyof Stretch;
/** What is wrong with the fields of one row, each with its sentence. */
type Problems = Partial<Readonly<Record<Part, string>>>;
export interface CalendarProblems {
  readonly terms: readonly Problems[];
  readonly closures: readonly Problems[];
}

/** What a row still lacks, or what is wrong with its days. It is named, for a calendar has many. */
function wrongIn({ name, from, to }: Stretch, what: string, limitDays: number): Problems {
  const called = name.trim();
  const days = from && to ? daysBetween(from, to) + 1 : 1;
  const end =
    days < 1
      ? `The last day${called && ` of ${called}`} is before its first day.`
      : days > limitDays
        ? `${called || 'This'} is longer than ${limitDays} days. Check the years of its two dates.`
        : '';
  return {
    ...(called ? {} : { name: `Enter ${what}, or remove this row.` }),
    ...(from ? {} : { from: 'Enter the first day.' }),
    ...(to ? (end ? { to: end } : {}) : { to: 'Enter the last day.' }),
  };
}

/** “Spring begins before Autumn ends.” At the first day of the later of two terms that share a day. */
function overlapping(terms: readonly Stretch[]): readonly Problems[] {
  const whole = terms.filter(({ from, to }) => from && to && from <= to).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return terms.map((term) => {
    const before = whole[whole.indexOf(term) - 1];
    if (!before || term.from > before.to) return {};
    return { from: `${term.name.trim() || 'This term'} begins before ${before.name.trim() || 'another term'} ends.` };
  });
}

/** All that is wrong with a calendar as it is typed: what `whatIsWrong` of the domain refuses, said of every row. */
export function problemsIn(terms: readonly Stretch[], closures: readonly Stretch[]): CalendarProblems {
  const shared = overlapping(terms);
  return {
    terms: terms.map((one, at) => ({ ...shared[at], ...wrongIn(one, 'a name for this term', TERM_LIMIT_DAYS) })),
    closures: closures.map((one) => wrongIn(one, 'the reason', CLOSURE_LIMIT_DAYS)),
  };
}

export const isWhole = ({ terms, closures }: CalendarProblems): boolean =>
  [...terms, ...closures].every((one) => Object.keys(one).length === 0);
