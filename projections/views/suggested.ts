import type { Day, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import type { HubEventOf } from './hub-event.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

/** Who last suggested mentors to a mentee, and when: another coordinator need not do so again. Never which mentors, nor a word of it. */
export interface Suggested {
  readonly by: PersonId;
  readonly on: Day;
}

const kept = privateRows<Suggested>('suggested');

/** Who last suggested mentors to this person; `null` for nobody. */
export const suggestedTo = <Data>(rows: Rows<Data>, person: PersonId): Suggested | null => kept.get(rows, person) ?? null;

/** Follows suggestions, and settles the rows of the person to whom they went. */
export const followSuggesting = <Data>(settle: (rows: Rows<Data>, person: PersonId) => void) => ({
  MentorsSuggested: ({ data: { from, to }, at }: HubEventOf<'MentorsSuggested'> & { readonly at: Instant }, rows: Rows<Data>): void => {
    kept.put(rows, to, { by: from, on: ukDay(at) });
    settle(rows, to);
  },
});

/** The person is erased. */
export const suggestsNoMore = <Data>(rows: Rows<Data>, person: PersonId): void => kept.remove(rows, person);
