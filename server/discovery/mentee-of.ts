import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import type { Mentee } from '@alongside/ml/features/candidate.js';
import { menteeFrom } from '@alongside/ml/features/from-rows.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';
import { ukDay } from '@alongside/projections/views/uk-day.js';
import type { MentorPool } from './mentor-pool.js';

/** For a year after a mentorship its mentor is no new suggestion. They are still found, and can be asked again. */
export const SUGGESTED_AGAIN_AFTER_DAYS = 365;
/** A mentor who said no is no suggestion either, for a term. What the hub closed was nobody’s no. */
const DECLINED_FOR_DAYS = 90;

/** The requests of a mentee that no mentor has answered. */
export const openRequestsOf = (mentee: PersonId, look: HubReader): readonly RequestRow[] =>
  look.rows('request', { mentee, status: 'open' });

/** A mentee as matching knows them, with those whom they cannot be matched with and those who mentored them until lately. */
export function menteeOf(own: ProfileRow, pool: Pick<MentorPool, 'workplaces'>, look: HubReader, now: Instant): Mentee {
  const { person } = own;
  const membership = look.row('membership', person);
  const here = membership?.memberships ?? [];
  const assessedBy = here.flatMap(({ lineManager, inductionTutor }) => [lineManager, inductionTutor].filter((one) => one !== null));
  const pairs = look.rows('mentorship', { mentee: person });
  const paired = pairs.filter((pair) => !isOver(pair)).map(({ mentor }) => mentor);
  const mentoredLately = pairs
    .filter(({ endedAt }) => endedAt !== null && daysBetween(ukDay(endedAt), ukDay(now)) < SUGGESTED_AGAIN_AFTER_DAYS)
    .map(({ mentor }) => mentor);
  const declinedLately = look
    .rows('request', { mentee: person, status: 'declined' })
    .filter(({ because, closedAt }) => !because && closedAt !== null && daysBetween(ukDay(closedAt), ukDay(now)) < DECLINED_FOR_DAYS)
    .map(({ mentor }) => mentor);
  const asked = openRequestsOf(person, look).map(({ mentor }) => mentor);
  return menteeFrom(own, membership?.institutions ?? [], pool.workplaces, {
    excludedBy: look.rows('profile', { exclusions: person }).map((row) => row.person),
    assessedBy,
    askedOrPaired: [...paired, ...asked],
    mentoredLately: [...mentoredLately, ...declinedLately],
  });
}
