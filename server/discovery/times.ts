import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { PLAIN_CALENDAR, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import { commonTimes, type Free } from '@alongside/ml/ranking/common-times.js';
import type { Look } from '@alongside/projections/engine/look.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { MembershipRow } from '@alongside/projections/views/membership.view.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';

/** The first times that two people could both make; none where one of them has not said when they are free. Whose diary stands in the way is never told. */
export function timesForBoth(
  one: PersonId,
  other: PersonId,
  look: Look,
  now: Instant,
  limit = 3,
  minutes?: number,
): readonly MeetingTime[] {
  const [a, b] = [freeTimeOf(one, look, now), freeTimeOf(other, look, now)];
  return a && b ? commonTimes(a, b, now, { limit, ...(minutes !== undefined && { minutes }) }) : [];
}

function freeTimeOf(person: PersonId, look: Look, now: Instant): Free | undefined {
  const availability = look.row<ProfileRow>('profile', person)?.availability;
  if (!availability) return undefined;
  return { availability, calendar: calendarOf(person, look), busy: bookedTimes(person, look, now) };
}

/** The calendar of the first institution that a person belongs to. */
export function calendarOf(person: PersonId, look: Look): SchoolCalendar {
  const first = look.row<MembershipRow>('membership', person)?.memberships[0];
  const row = first && look.row<InstitutionRow>('institution', first.institution);
  return row ? { nation: row.details.nation, terms: row.terms, closures: row.closures } : PLAIN_CALENDAR;
}

function bookedTimes(person: PersonId, look: Look, now: Instant): readonly MeetingTime[] {
  const booked = [
    ...look.rows<MeetingRow>('meeting', { mentor: person, status: 'booked' }),
    ...look.rows<MeetingRow>('meeting', { mentee: person, status: 'booked' }),
  ];
  return booked.flatMap(({ time }) => (time && time.startsAt > now.slice(0, 10) ? [time] : []));
}
