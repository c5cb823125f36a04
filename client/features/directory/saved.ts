import { FOUND_LIMIT_MENTORS, NAME_LIMIT_CHARACTERS } from '@alongside/domain/searches/searches.events.js';
import { withoutFilter } from '@alongside/search/question.js';
import type { DirectoryAnswer } from './answer.js';
import { nearIn, sayNear } from './near.js';
import { addressOf, FACETS, type Question } from './question.js';
import { sayNames, sayWritten } from './understood.js';

/** A question as it is saved: ticks in one order, so that the same search is one search. */
export const savedAs = (question: Question): string =>
  addressOf({
    ...question,
    chosen: Object.fromEntries(Object.entries(question.chosen).map(([facet, values]) => [facet, [...values].sort()])),
  }).slice(1);

/** What a saved search is called: “behaviour, Key stage 3, within 20 miles of Sheffield”. */
export function nameOf(question: Question, answer: DirectoryAnswer | undefined): string {
  const written = answer?.written ?? [];
  const where = answer?.where;
  const near = nearIn(question.near, where);
  const words = [...written.map(({ raw }) => raw), ...(near ? (where?.raw ?? []) : [])].reduce(withoutFilter, question.text).trim();
  const parts = [
    words,
    ...FACETS.flatMap((facet) => {
      const values = question.chosen[facet] ?? [];
      const labelOf = (value: string) => answer?.facets[facet]?.find((one) => one.value === value)?.label ?? value;
      return values.length > 0 ? [sayNames(values.map(labelOf))] : [];
    }),
    ...written.map(sayWritten),
    question.free ? 'has space' : '',
    near ? sayNear(near, where) : '',
  ].filter(Boolean);
  const name = parts.join(', ');
  return name.length > NAME_LIMIT_CHARACTERS ? `${name.slice(0, NAME_LIMIT_CHARACTERS - 1).trimEnd()}…` : name;
}

/** Of more than these, another one is no news. */
export const canBeSaved = ({ total }: DirectoryAnswer): boolean => total <= FOUND_LIMIT_MENTORS;
export const SAY_TOO_MANY = `Too many match to tell you of others. Add a word or a filter, and save that.`;
