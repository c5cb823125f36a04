import type { Pair } from '@alongside/domain/development/goals.facts.js';
import type { InstitutionId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '../views/index.js';
import { reachOf } from './gather.js';

/** The two people of a mentorship and its state; `null` for no mentorship, or an unknown one. */
export function pairOf(mentorship: MentorshipId | null, look: HubReader): Pair | null {
  const row = mentorship === null ? undefined : look.row('mentorship', mentorship);
  if (!row) return null;
  const { mentor, mentee, status, pausedWhy } = row;
  return { mentor, mentee, status, ...(pausedWhy === 'reporting-line' && { keptApart: true }) };
}

/** The institutions that the two of a mentorship belong to, trusts included. */
export const reachOfPair = (
  pair: { readonly mentor: PersonId; readonly mentee: PersonId } | null,
  look: HubReader,
): readonly InstitutionId[] => (pair ? reachOf([pair.mentor, pair.mentee], look) : []);
