import type { MeetingId, PersonId } from '../kernel/brand.js';
import { byId } from '../kernel/by-id.js';
import { ok, refuse } from '../kernel/result.js';
import { dayOf, minutesBetween } from '../uk/uk-time.js';
import { othersThan, takesPart } from '../mentorships/participants.js';
import { agreeActions } from './meeting.actions.js';
import { sameItemTwice } from './meeting.agenda.js';
import { worded } from './meeting.agenda-words.js';
import type { Added, MeetingEvent } from './meeting.events.js';
import type { MeetingFacts } from './meeting.facts.js';
import type { Decision, Given, RefusedResult } from './meeting.refusals.js';
import type { Attendance, Booked } from './meeting.state.js';

/** By so much a record may exceed the time since the meeting was to begin, or reach into another: people begin early and round up. */
export const RECORDING_GRACE_MINUTES = 15;

/** The first record closes the meeting; one that comes later is the second record. Two who close at once both keep what they typed. */
export function close(command: Given<'CloseMeeting'>, meeting: Booked, facts: MeetingFacts): Decision {
  const { data, by, at } = command;
  const { meeting: id, actions, carryOver } = data;
  const { mentorship, participants } = meeting;
  if (at < meeting.time.startsAt) return refuse({ code: 'MEETING.NOT_STARTED' });
  if (byId.has(meeting.attendance, by)) return refuse({ code: 'MEETING.ALREADY_RECORDED' });
  const no = cannotRecord(command, meeting, facts) ?? sameItemTwice(carryOver);
  if (no) return no;
  const agreed = agreeActions(actions, command, meeting, { withRecord: true });
  if (!agreed.ok) return agreed;
  const own = attendanceOf(data);
  const on = dayOf(meeting.time.startsAt);
  const added = addedOf(actions.length);
  return ok([
    { type: 'AttendanceRecorded', data: { meeting: id, mentorship, by, ...own, ...added } },
    ...agreed.value,
    ...worded(carryOver, by, meeting.agenda).map((one) => ({
      type: 'ItemCarriedOver' as const,
      data: { meeting: id, mentorship, by, wordedBy: one.by, item: one.item },
    })),
    ...(meeting.status === 'booked'
      ? [{ type: 'MeetingClosed' as const, data: { meeting: id, mentorship, participants, by, on, ...own, ...added } }]
      : confirmation(id, own, by, meeting, added)),
  ]);
}

/** What else was added as a meeting was recorded; nothing where nothing was. */
export const addedOf = (actions: number, notes = false): { readonly added?: Added } =>
  actions > 0 || notes ? { added: { notes, actions } } : {};

/** The second record, or a change of mind about one’s own until both agree. */
export function recordAttendance(command: Given<'RecordAttendance'>, meeting: Booked, facts: MeetingFacts): Decision {
  const { data, by } = command;
  const { meeting: id } = data;
  if (meeting.status === 'booked') return refuse({ code: 'MEETING.NOT_CLOSED' });
  if (meeting.confirmed) return refuse({ code: 'MEETING.ALREADY_CONFIRMED' });
  const no = cannotRecord(command, meeting, facts);
  if (no) return no;
  const own = attendanceOf(data);
  const before = byId.get(meeting.attendance, by);
  if (before?.took === own.took && before.minutes === own.minutes) return ok([]);
  return ok([
    { type: 'AttendanceRecorded', data: { meeting: id, mentorship: meeting.mentorship, by, ...own } },
    ...confirmation(id, own, by, meeting),
  ]);
}

/** [R10] Everyone who takes part must say that it took place; what counts is the smallest figure. */
function confirmation(
  id: MeetingId,
  own: Attendance,
  by: PersonId,
  meeting: Booked,
  added: { readonly added?: Added } = {},
): readonly MeetingEvent[] {
  const { mentorship, participants, time } = meeting;
  const records = [own, ...othersThan(participants, by).map((person) => byId.get(meeting.attendance, person))];
  if (!records.every((record) => record?.took)) return [];
  const minutes = Math.min(...records.map((record) => record?.minutes ?? 0));
  return [{ type: 'MeetingConfirmed', data: { meeting: id, mentorship, participants, on: dayOf(time.startsAt), minutes, ...added } }];
}

/** [R10] Only time that was spent, and only once. */
function cannotRecord(
  { data, by, at }: Given<'CloseMeeting' | 'RecordAttendance'>,
  meeting: Booked,
  facts: MeetingFacts,
): RefusedResult | undefined {
  const { participants, time } = meeting;
  if (!takesPart(participants, by)) return refuse({ code: 'MEETING.NOT_ONE_OF_THE_TWO' });
  if (!data.took) return undefined;
  if (data.minutes < 1) return refuse({ code: 'MEETING.NO_MINUTES', field: 'minutes' });
  const most = minutesBetween(time.startsAt, at) + RECORDING_GRACE_MINUTES;
  if (data.minutes > most) return refuse({ code: 'MEETING.MINUTES_TO_COME', field: 'minutes', facts: { minutes: most } });
  return facts.recordedTwice ? refuse({ code: 'MEETING.MINUTES_TWICE', field: 'minutes' }) : undefined;
}

/** A meeting that did not take place took no time, whatever was left in the field. */
const attendanceOf = ({ took, minutes }: Attendance): Attendance => ({ took, minutes: took ? minutes : 0 });
