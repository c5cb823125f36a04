import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import type { Mentee } from '@alongside/ml/features/candidate.js';
import { menteeFrom } from '@alongside/ml/features/from-rows.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { MentorPool } from './mentor-pool.js';

/** The requests of a mentee that no mentor has answered. */
export const openRequestsOf = (mentee: PersonId, look: HubReader): readonly RequestRow[] =>
  look.rows('request', { mentee, status: 'open' });

/** A mentee as matching knows them, with those whom they cannot be matched with. */
export function menteeOf(own: ProfileRow, pool: Pick<MentorPool, 'workplaces'>, look: HubReader): Mentee {
  const { person } = own;
  const membership = look.row('membership', person);
  const here = membership?.memberships ?? [];
  const assessedBy = here.flatMap(({ lineManager, inductionTutor }) => [lineManager, inductionTutor].filter((one) => one !== null));
  const paired = look
    .rows('mentorship', { mentee: person })
    .filter((pair) => !isOver(pair))
    .map(({ mentor }) => mentor);
  const asked = openRequestsOf(person, look).map(({ mentor }) => mentor);
  return menteeFrom(own, membership?.institutions ?? [], pool.workplaces, { assessedBy, askedOrPaired: [...paired, ...asked] });
}
