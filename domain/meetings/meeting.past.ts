import { ok, refuse } from '../kernel/result.js';
import { dayOf, minutesBetween, sayDay } from '../uk/uk-time.js';
import { takesPart } from '../mentorships/participants.js';
import { agreeActions } from './meeting.actions.js';
import type { MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import { addedOf, RECORDING_GRACE_MINUTES } from './meeting.recording.js';
import type { Decision, Given, RefusedResult } from './meeting.refusals.js';
import { evolve, type Meeting } from './meeting.state.js';

type Past = Given<'RecordPastMeeting'>;

/** A meeting in the corridor, recorded in one go. The other is asked to confirm it, as any that was closed (R10). */
export function recordPast(command: Past, meeting: Meeting, facts: MeetingFacts): Decision {
  const { pair } = facts;
  if (meeting.status !== 'none') return refuse({ code: 'MEETING.ALREADY_ARRANGED' });
  const no = wasOfThisPair(command, facts) ?? tookPlace(command, facts);
  if (no || !pair) return no ?? refuse({ code: 'MEETING.NO_MENTORSHIP' });
  const { by } = command;
  const { meeting: id, mentorship, startsAt, minutes, format, place, notes, actions } = command.data;
  const of = { meeting: id, mentorship };
  const { participants } = pair;
  const recorded: MeetingEvent = {
    type: 'PastMeetingRecorded',
    data: { ...of, participants, by, time: { startsAt, minutes }, format, placeBy: by, place },
  };
  const held = evolve(meeting, recorded);
  if (held.status !== 'booked') throw new Error('A meeting that was recorded is one to close.');
  const agreed = agreeActions(actions, command, held, { withRecord: true });
  if (!agreed.ok) return agreed;
  const noted = notes.trim() !== '';
  const added = addedOf(actions.length, noted);
  return ok([
    recorded,
    ...(noted ? [{ type: 'NotesSaved' as const, data: { ...of, by, edition: 1, text: notes, withRecord: true as const } }] : []),
    ...agreed.value,
    { type: 'AttendanceRecorded', data: { ...of, by, took: true, minutes, ...added } },
    { type: 'MeetingClosed', data: { ...of, participants, by, took: true, on: dayOf(startsAt), minutes, ...added } },
  ]);
}

/** From the day on which the mentorship started, and while it is not over. A pause hinders nobody from meeting. */
function wasOfThisPair({ by, data, at }: Past, { pair, startedAt, endedAt }: MeetingFacts): RefusedResult | undefined {
  if (!pair || startedAt === null) return refuse({ code: 'MEETING.NO_MENTORSHIP' });
  if (!takesPart(pair.participants, by)) return refuse({ code: 'MEETING.NOT_ONE_OF_THE_TWO' });
  if (endedAt !== null) return refuse({ code: 'MEETING.MENTORSHIP_OVER' });
  const since = dayOf(startedAt);
  return dayOf(data.startsAt) < since
    ? refuse({ code: 'MEETING.BEFORE_MENTORSHIP', field: 'startsAt', facts: { day: sayDay(since, dayOf(at)) } })
    : undefined;
}

/** [R10] Only time that was spent, and only once. */
function tookPlace({ data: { startsAt, minutes }, at }: Past, { metAlready, recordedTwice }: MeetingFacts): RefusedResult | undefined {
  if (startsAt > at) return refuse({ code: 'MEETING.NOT_YET', field: 'startsAt' });
  const most = minutesBetween(startsAt, at) + RECORDING_GRACE_MINUTES;
  if (minutes > most) return refuse({ code: 'MEETING.MINUTES_TO_COME', field: 'minutes', facts: { minutes: most } });
  if (metAlready) return refuse({ code: 'MEETING.MET_ALREADY', field: 'startsAt' });
  return recordedTwice ? refuse({ code: 'MEETING.MINUTES_TWICE', field: 'minutes' }) : undefined;
}
