import type { Pair } from '@alongside/domain/development/goals.facts.js';
import type { InstitutionId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import { asParticipants } from '@alongside/domain/mentorships/participants.js';
import type { HubReader } from '../views/index.js';
import { reachOf } from './gather.js';

/** Who takes part in a mentorship and how it stands; `null` for no mentorship, or an unknown one. */
export function pairOf(mentorship: MentorshipId | null, look: HubReader): Pair | null {
  const row = mentorship === null ? undefined : look.row('mentorship', mentorship);
  if (!row) return null;
  const { mentor, mentee, status, pausedWhy } = row;
  return { participants: asParticipants({ mentor, mentee }), status, ...(pausedWhy === 'reporting-line' && { keptApart: true }) };
}

/** The institutions that those who take part in a mentorship belong to, trusts included. */
export const reachOfPair = (pair: Pick<Pair, 'participants'> | null, look: HubReader): readonly InstitutionId[] =>
  pair ? reachOf(peopleOf(pair), look) : [];

/** Everyone who takes part in it. */
export const peopleOf = ({ participants }: Pick<Pair, 'participants'>): readonly PersonId[] => participants.map(({ person }) => person);
