import type { Day } from '../kernel/brand.js';
import type { Closure, Term } from '../institutions/institution.events.js';
import { addDays, daysBetween } from './days.js';
import type { SchoolCalendar } from './school-days.js';

/** A closure of so many days in the middle of a term is its half-term holiday; a shorter one is a day or two off. */
const HALF_TERM_FROM_DAYS = 3;
/** How long after a term its last half is still what people mean, in days. */
const HOLIDAY_LIMIT_DAYS = 60;
/** What is looked back on where no terms are set, in days. */
const LATELY_DAYS = 42;

/** The half term in which a day lies, or the last one. */
export interface HalfTerm {
  readonly from: Day;
  /** As it is said: “this half term”, “last half term”, “in the last 6 weeks”. */
  readonly said: string;
}

/** From the first day of the half term on; in the holidays, of the one before; where no terms are set, of the last weeks. */
export function halfTermOf({ terms, closures }: Pick<SchoolCalendar, 'terms' | 'closures'>, today: Day): HalfTerm {
  const term = terms.filter(({ from }) => from <= today).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!term || daysBetween(term.to, today) > HOLIDAY_LIMIT_DAYS) return { from: addDays(today, -LATELY_DAYS), said: 'in the last 6 weeks' };
  const holidays = holidaysIn(term, closures);
  const over = holidays.filter(({ to }) => to < today).map(({ to }) => addDays(to, 1));
  const from = [term.from, ...over].toSorted().at(-1) ?? term.from;
  const away = today > term.to || holidays.some((one) => one.from <= today && today <= one.to);
  return { from, said: away ? 'last half term' : 'this half term' };
}

const holidaysIn = (term: Term, closures: readonly Closure[]): readonly Closure[] =>
  closures.filter(({ from, to }) => from > term.from && to < term.to && daysBetween(from, to) + 1 >= HALF_TERM_FROM_DAYS);

/** The last days of the half term and of the term that ended before a day; undefined where none did. */
export function endedBefore(
  { terms, closures }: Pick<SchoolCalendar, 'terms' | 'closures'>,
  day: Day,
): { readonly halfTerm: Day | undefined; readonly term: Day | undefined } {
  const lastOf = (ends: readonly Day[]): Day | undefined =>
    ends
      .filter((end) => end < day)
      .toSorted()
      .at(-1);
  const halves = terms.flatMap((term) => [term.to, ...holidaysIn(term, closures).map(({ from }) => addDays(from, -1))]);
  return { halfTerm: lastOf(halves), term: lastOf(terms.map(({ to }) => to)) };
}
