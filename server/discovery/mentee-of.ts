import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import type { Mentee } from '@alongside/ml/features/candidate.js';
import { menteeFrom } from '@alongside/ml/features/from-rows.js';
import type { ViewReader } from '@alongside/projections/engine/view-reader.js';
import type { MembershipRow } from '@alongside/projections/views/membership.view.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import type { MentorPool } from './mentor-pool.js';

/** The requests of a mentee that no mentor has answered. */
export const openRequestsOf = (mentee: PersonId, look: ViewReader): readonly RequestRow[] =>
  look.rows<RequestRow>('request', { mentee, status: 'open' });

/** A mentee as matching knows them, with those whom they cannot be matched with. */
export function menteeOf(own: ProfileRow, pool: Pick<MentorPool, 'workplaces'>, look: ViewReader): Mentee {
  const { person } = own;
  const membership = look.row<MembershipRow>('membership', person);
  const here = membership?.memberships ?? [];
  const assessedBy = here.flatMap(({ lineManager, inductionTutor }) => [lineManager, inductionTutor].filter((one) => one !== null));
  const paired = look
    .rows<MentorshipRow>('mentorship', { mentee: person })
    .filter((pair) => !isOver(pair))
    .map(({ mentor }) => mentor);
  const asked = openRequestsOf(person, look).map(({ mentor }) => mentor);
  return menteeFrom(own, membership?.institutions ?? [], pool.workplaces, { assessedBy, askedOrPaired: [...paired, ...asked] });
}
