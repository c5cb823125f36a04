import type { Pair } from '@alongside/domain/development/goals.facts.js';
import type { MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingCommand } from '@alongside/domain/meetings/meeting.commands.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import type { MeetingFacts } from '@alongside/domain/meetings/meeting.facts.js';
import { RECORDING_GRACE_MINUTES } from '@alongside/domain/meetings/meeting.recording.js';
import { minutesBetween, overlaps, plusMinutes } from '@alongside/domain/uk/uk-time.js';
import type { Look } from '../engine/look.js';
import type { CarriedOverRow } from '../views/carried-over.view.js';
import type { MentorshipRow } from '../views/mentorship.view.js';
import type { MeetingRow } from '../views/meeting.view.js';
import type { Gather } from './gather.js';
import { pairOf, reachOfPair } from './pair.facts.js';

/** What a meeting must know: whose it is, what waits for it, and whether somebody's time is given to another meeting. */
export const gatherForMeeting: Gather<MeetingCommand, MeetingFacts> = (command, look) => {
  const { meeting } = command.data;
  const row = look.row<MeetingRow>('meeting', meeting);
  const mentorship = 'mentorship' in command.data ? command.data.mentorship : (row?.mentorship ?? null);
  const pair = pairOf(mentorship, look);
  const clashes = 'time' in command.data && pair !== null && clashesWith(command.data.time, meeting, pair, look);
  const recordedTwice = row !== undefined && hasRecordedElsewhere(command, row, look);
  const endedAt = (mentorship === null ? undefined : look.row<MentorshipRow>('mentorship', mentorship))?.endedAt ?? null;
  return {
    facts: { pair, endedAt, clashes, recordedTwice, waiting: waitingFor(mentorship, look) },
    institutions: reachOfPair(pair, look),
  };
};

const waitingFor = (mentorship: MentorshipId | null, look: Look): MeetingFacts['waiting'] =>
  (mentorship === null ? undefined : look.row<CarriedOverRow>('carried-over', mentorship))?.items ?? [];

/** Whether either of the two has another meeting then, be it booked or held. */
export const clashesWith = (
  time: MeetingTime,
  meeting: MeetingId,
  { mentor, mentee }: Pick<Pair, 'mentor' | 'mentee'>,
  look: Look,
): boolean =>
  [mentor, mentee]
    .flatMap((person) => [...meetingsOf(person, 'booked', look), ...meetingsOf(person, 'closed', look)])
    .filter((other) => other.meeting !== meeting)
    .flatMap((other) => timeGiven(other))
    .some((other) => overlaps(other, time));

/** [R10] Only what this person wrote down themselves: the smaller of two records counts, so that is enough to count no minute twice. */
function hasRecordedElsewhere({ type, by, data }: MeetingCommand, { meeting, time }: MeetingRow, look: Look): boolean {
  if ((type !== 'CloseMeeting' && type !== 'RecordAttendance') || !data.took || time === null) return false;
  const own = { startsAt: time.startsAt, minutes: data.minutes };
  return meetingsOf(by, 'closed', look)
    .filter((other) => other.meeting !== meeting)
    .flatMap((other) => timeGiven(other, by))
    .some((other) => minutesShared(other, own) > RECORDING_GRACE_MINUTES);
}

/**
 * The time for which a meeting is booked or, once it was closed, which it took: what both recorded, else the most that either did, or what
 * this person did. None where it did not take place.
 */
function timeGiven({ time, status, confirmedMinutes, attendance }: MeetingRow, by?: PersonId): readonly MeetingTime[] {
  if (time === null || status === 'booked') return time ? [time] : [];
  const recorded = attendance.filter((one) => one.took && (by === undefined || one.by === by)).map(({ minutes }) => minutes);
  return recorded.length > 0 ? [{ startsAt: time.startsAt, minutes: confirmedMinutes ?? Math.max(...recorded) }] : [];
}

/** How many minutes two stretches of time share; 0 where they only touch. */
function minutesShared(a: MeetingTime, b: MeetingTime): number {
  const start = a.startsAt > b.startsAt ? a.startsAt : b.startsAt;
  const [endOfA, endOfB] = [plusMinutes(a.startsAt, a.minutes), plusMinutes(b.startsAt, b.minutes)];
  return Math.max(0, minutesBetween(start, endOfA < endOfB ? endOfA : endOfB));
}

const meetingsOf = (person: PersonId, status: 'booked' | 'closed', look: Look): readonly MeetingRow[] => [
  ...look.rows<MeetingRow>('meeting', { mentor: person, status }),
  ...look.rows<MeetingRow>('meeting', { mentee: person, status }),
];
