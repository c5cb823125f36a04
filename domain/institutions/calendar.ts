import type { Day } from '../kernel/brand.js';
import type { Refusal } from '../kernel/result.js';
import type { Closure, Term } from './institution.events.js';

/** The longest a closure may be, in days, both ends included: the summer holidays with room to spare. Longer is a slip of the year. */
export const CLOSURE_LIMIT_DAYS = 100;
/** The longest a term may be, in days, both ends included. */
export const TERM_LIMIT_DAYS = 200;

export type CalendarRefusal = Refusal<'CALENDAR.BACKWARDS' | 'CALENDAR.TERMS_OVERLAP' | 'CALENDAR.TOO_LONG'>;

const DAY_MS = 86_400_000;
const lengthInDays = ({ from, to }: { from: Day; to: Day }): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** The first thing wrong with a calendar, or nothing. Fields are named as they stand in the command. */
export function whatIsWrong(terms: readonly Term[], closures: readonly Closure[]): CalendarRefusal | undefined {
  return stretches('terms', terms, TERM_LIMIT_DAYS) ?? stretches('closures', closures, CLOSURE_LIMIT_DAYS) ?? overlap(terms);
}

function stretches(field: string, all: readonly { from: Day; to: Day }[], limitDays: number): CalendarRefusal | undefined {
  for (const [index, stretch] of all.entries()) {
    if (stretch.to < stretch.from) return { code: 'CALENDAR.BACKWARDS', field: `${field}.${index}.to` };
    if (lengthInDays(stretch) > limitDays) return { code: 'CALENDAR.TOO_LONG', field: `${field}.${index}.to`, facts: { days: limitDays } };
  }
  return undefined;
}

function overlap(terms: readonly Term[]): CalendarRefusal | undefined {
  const inOrder = [...terms.entries()].sort(([, one], [, other]) => (one.from < other.from ? -1 : 1));
  const clash = inOrder.findIndex(([, term], place) => place > 0 && term.from <= (inOrder[place - 1]?.[1].to ?? ''));
  const index = inOrder[clash]?.[0];
  return index === undefined ? undefined : { code: 'CALENDAR.TERMS_OVERLAP', field: `terms.${index}.from` };
}
