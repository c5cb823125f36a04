import type { ClockTime, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { isSchoolDay, PLAIN_CALENDAR, type SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import { dayOf, instantOf, overlaps, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { commonTimes, LOOK_AHEAD_DAYS, type Free } from '@alongside/ml/ranking/common-times.js';
import type { HubReader } from '@alongside/projections/views/index.js';

/** The first times that two people could both make; none where one of them has not said when they are free. Whose diary stands in the way is never told. */
export function timesForBoth(
  one: PersonId,
  other: PersonId,
  look: HubReader,
  now: Instant,
  limit = 3,
  minutes?: number,
): readonly MeetingTime[] {
  const [a, b] = [freeTimeOf(one, look, now), freeTimeOf(other, look, now)];
  return a && b ? commonTimes(a, b, now, { limit, ...(minutes !== undefined && { minutes }) }) : [];
}

/** After school, the usual start first. */
const AFTER_SCHOOL = ['15:45', '16:15', '16:45', '17:15'].map((clock) => clock as ClockTime);
const TO_SUGGEST = 2;
const FIRST_AHEAD_DAYS = 2;
const USUAL_MINUTES = 45;

/**
 * Times to start a suggestion from, whatever their availability: after school, on school days of both, in neither diary. Never says whose
 * diary is full.
 */
export function timesToSuggest(
  one: PersonId,
  other: PersonId,
  look: HubReader,
  now: Instant,
  minutes = USUAL_MINUTES,
): readonly MeetingTime[] {
  const calendars = [calendarOf(one, look), calendarOf(other, look)];
  const busy = [...bookedTimes(one, look, now), ...bookedTimes(other, look, now)];
  const found: MeetingTime[] = [];
  for (let ahead = FIRST_AHEAD_DAYS; ahead <= LOOK_AHEAD_DAYS && found.length < TO_SUGGEST; ahead += 1) {
    const day = addDays(dayOf(now), ahead);
    if (!calendars.every((calendar) => isSchoolDay(calendar, day))) continue;
    const time = AFTER_SCHOOL.map((clock) => ({ startsAt: instantOf(day, clock), minutes })).find(
      (candidate) => !busy.some((taken) => overlaps(taken, candidate)),
    );
    if (time) found.push(time);
  }
  return found;
}

function freeTimeOf(person: PersonId, look: HubReader, now: Instant): Free | undefined {
  const availability = look.row('profile', person)?.availability;
  if (!availability) return undefined;
  return { availability, calendar: calendarOf(person, look), busy: bookedTimes(person, look, now) };
}

/** The calendar of the first institution that a person belongs to. */
export function calendarOf(person: PersonId, look: HubReader): SchoolCalendar {
  const first = look.row('membership', person)?.memberships[0];
  const row = first && look.row('institution', first.institution);
  return row ? { nation: row.details.nation, terms: row.terms, closures: row.closures } : PLAIN_CALENDAR;
}

/** A time that is suggested leaves this long between it and any meeting of theirs. */
const BETWEEN_MINUTES = 15;

/** The times of their meetings, and the minutes between those and another. */
function bookedTimes(person: PersonId, look: HubReader, now: Instant): readonly MeetingTime[] {
  const booked = [
    ...look.rows('meeting', { mentor: person, status: 'booked' }),
    ...look.rows('meeting', { mentee: person, status: 'booked' }),
  ];
  return booked.flatMap(({ time }) => (time && time.startsAt > now.slice(0, 10) ? [withMinutesBetween(time)] : []));
}

const withMinutesBetween = ({ startsAt, minutes }: MeetingTime): MeetingTime => ({
  startsAt: plusMinutes(startsAt, -BETWEEN_MINUTES),
  minutes: minutes + 2 * BETWEEN_MINUTES,
});
