import type { MeetingId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { MeetingCommand } from '@alongside/domain/meetings/meeting.commands.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import type { MeetingFacts } from '@alongside/domain/meetings/meeting.facts.js';
import { RECORDING_GRACE_MINUTES } from '@alongside/domain/meetings/meeting.recording.js';
import { isArranged } from '@alongside/domain/meetings/states.js';
import { overlaps } from '@alongside/domain/uk/uk-time.js';
import type { HubReader } from '../views/index.js';
import type { MeetingRow } from '../views/meeting.view.js';
import { minutesCountedTwice } from './counted-twice.js';
import { meetingsThen } from './meetings-then.js';
import type { Gather } from './gather.js';
import { pairOf, peopleOf, reachOfPair } from './pair.facts.js';

/** What the rules of a meeting need: its pair, what waits for it, and whether either is busy then. */
export const gatherForMeeting: Gather<MeetingCommand, MeetingFacts> = (command, look) => {
  const { meeting } = command.data;
  const row = look.row('meeting', meeting);
  const mentorship = mentorshipOf(command, look);
  const pair = pairOf(mentorship, look);
  const past = command.type === 'RecordPastMeeting' ? { startsAt: command.data.startsAt, minutes: command.data.minutes } : undefined;
  const known = mentorship === null ? undefined : look.row('mentorship', mentorship);
  const { startedAt = null, endedAt = null } = known ?? {};
  return {
    facts: {
      pair,
      startedAt,
      endedAt,
      get clashes() {
        return 'time' in command.data && pair !== null && clashesWith(command.data.time, meeting, peopleOf(pair), look);
      },
      get suggestedAlready() {
        return command.type === 'ProposeMeeting' && isSuggested(meeting, command.data.mentorship, look);
      },
      get metAlready() {
        return past !== undefined && hasMet(command.by, past, meeting, mentorship, look);
      },
      get recordedTwice() {
        return hasRecordedElsewhere(command.by, meeting, past ?? recordedBy(command, row), look);
      },
      get waiting() {
        return waitingFor(mentorship, look);
      },
    },
    get institutions() {
      return reachOfPair(pair, look);
    },
  };
};

/** The mentorship that a command about a meeting is of; `null` where it is not known. */
export const mentorshipOf = ({ data }: MeetingCommand, look: HubReader): MentorshipId | null =>
  'mentorship' in data ? data.mentorship : (look.row('meeting', data.meeting)?.mentorship ?? null);

/** Whether times for another meeting of the pair are suggested, and none of them is chosen. */
const isSuggested = (meeting: MeetingId, mentorship: MentorshipId, look: HubReader): boolean =>
  look.rows('meeting', { mentorship, status: 'proposed' }).some((other) => other.meeting !== meeting);

const waitingFor = (mentorship: MentorshipId | null, look: HubReader): MeetingFacts['waiting'] =>
  (mentorship === null ? undefined : look.row('carried-over', mentorship))?.items ?? [];

/** Whether any of these people has another meeting then, be it booked or held. */
export const clashesWith = (time: MeetingTime, meeting: MeetingId, people: readonly PersonId[], look: HubReader): boolean =>
  meetingsThen(people, time, look)
    .filter((other) => other.meeting !== meeting)
    .flatMap((other) => timeGiven(other))
    .some((other) => overlaps(other, time));

/** The time that a record of one's own would take up; none where it says that the meeting did not take place. */
const recordedBy = ({ type, data }: MeetingCommand, row: MeetingRow | undefined): MeetingTime | undefined =>
  (type === 'CloseMeeting' || type === 'RecordAttendance') && data.took && row?.time
    ? { startsAt: row.time.startsAt, minutes: data.minutes }
    : undefined;

/** [R10] Only what this person wrote down themselves: the smaller of two records counts, so that is enough to count no minute twice. */
function hasRecordedElsewhere(by: PersonId, meeting: MeetingId, own: MeetingTime | undefined, look: HubReader): boolean {
  if (!own) return false;
  const othersOn = (span: MeetingTime) =>
    meetingsThen([by], span, look)
      .filter((other) => other.meeting !== meeting && other.status === 'closed')
      .flatMap((other) => timeGiven(other, by));
  return minutesCountedTwice(own, othersOn) > RECORDING_GRACE_MINUTES;
}

/** Whether the pair has a meeting at that time already, booked or held: it stands in the diary of the one who records, as in the other's. */
const hasMet = (by: PersonId, time: MeetingTime, meeting: MeetingId, mentorship: MentorshipId | null, look: HubReader): boolean =>
  meetingsThen([by], time, look)
    .filter((other) => other.meeting !== meeting && other.mentorship === mentorship && isArranged(other))
    .flatMap((other) => timeGiven(other))
    .some((other) => overlaps(other, time));

/**
 * The booked time of a meeting or, once closed, the recorded one: confirmed minutes, else this person’s or the longer record. None if it
 * did not take place.
 */
export function timeGiven({ time, status, confirmedMinutes, attendance }: MeetingRow, by?: PersonId): readonly MeetingTime[] {
  if (time === null || status === 'booked') return time ? [time] : [];
  const recorded = attendance.filter((one) => one.took && (by === undefined || one.by === by)).map(({ minutes }) => minutes);
  return recorded.length > 0 ? [{ startsAt: time.startsAt, minutes: confirmedMinutes ?? Math.max(...recorded) }] : [];
}
