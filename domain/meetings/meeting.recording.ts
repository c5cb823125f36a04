import type { MeetingId, PersonId } from '../kernel/brand.js';
import { ok, refuse } from '../kernel/result.js';
import { dayOf } from '../uk/uk-time.js';
import { agreeActions } from './meeting.actions.js';
import { sameItemTwice, worded } from './meeting.agenda.js';
import type { MeetingEvent } from './meeting.events.js';
import type { Decision, Given } from './meeting.refusals.js';
import type { Attendance, Booked } from './meeting.state.js';

/**
 * The first of the two to record closes the meeting. Where the other was quicker this is the second record, so that two who close
 * at once both keep what they typed.
 */
export function close(command: Given<'CloseMeeting'>, meeting: Booked): Decision {
  const { data, by, at } = command;
  const { meeting: id, actions, carryOver } = data;
  const { mentorship, mentor, mentee } = meeting;
  if (at < meeting.time.startsAt) return refuse({ code: 'MEETING.NOT_STARTED' });
  if (meeting.attendance.has(by)) return refuse({ code: 'MEETING.ALREADY_RECORDED' });
  const no = cannotRecord(data, by, meeting) ?? sameItemTwice(carryOver);
  if (no) return no;
  const agreed = agreeActions(actions, command, meeting);
  if (!agreed.ok) return agreed;
  const own = attendanceOf(data);
  const on = dayOf(meeting.time.startsAt);
  return ok([
    { type: 'AttendanceRecorded', data: { meeting: id, mentorship, by, ...own } },
    ...agreed.value,
    ...worded(carryOver, by, meeting.agenda).map((one) => ({
      type: 'ItemCarriedOver' as const,
      data: { meeting: id, mentorship, by, wordedBy: one.by, item: one.item },
    })),
    ...(meeting.status === 'booked'
      ? [{ type: 'MeetingClosed' as const, data: { meeting: id, mentorship, mentor, mentee, by, on, ...own } }]
      : confirmation(id, own, by, meeting)),
  ]);
}

/** The second record, or a change of mind about one’s own until both agree. */
export function recordAttendance({ data, by }: Given<'RecordAttendance'>, meeting: Booked): Decision {
  const { meeting: id } = data;
  if (meeting.status === 'booked') return refuse({ code: 'MEETING.NOT_CLOSED' });
  if (meeting.confirmed) return refuse({ code: 'MEETING.ALREADY_CONFIRMED' });
  const no = cannotRecord(data, by, meeting);
  if (no) return no;
  const own = attendanceOf(data);
  const before = meeting.attendance.get(by);
  if (before?.took === own.took && before.minutes === own.minutes) return ok([]);
  return ok([
    { type: 'AttendanceRecorded', data: { meeting: id, mentorship: meeting.mentorship, by, ...own } },
    ...confirmation(id, own, by, meeting),
  ]);
}

/** [R10] Both must say that it took place; what counts is the smaller figure. */
function confirmation(id: MeetingId, own: Attendance, by: PersonId, meeting: Booked): readonly MeetingEvent[] {
  const { mentorship, mentor, mentee, time } = meeting;
  const other = meeting.attendance.get(by === mentor ? mentee : mentor);
  if (!other || !other.took || !own.took) return [];
  const minutes = Math.min(own.minutes, other.minutes);
  return [{ type: 'MeetingConfirmed', data: { meeting: id, mentorship, mentor, mentee, on: dayOf(time.startsAt), minutes } }];
}

function cannotRecord({ took, minutes }: Attendance, by: PersonId, { mentor, mentee }: Booked) {
  if (by !== mentor && by !== mentee) return refuse({ code: 'MEETING.NOT_ONE_OF_THE_TWO' as const });
  return took && minutes < 1 ? refuse({ code: 'MEETING.NO_MINUTES' as const, field: 'minutes' }) : undefined;
}

/** A meeting that did not take place took no time, whatever was left in the field. */
const attendanceOf = ({ took, minutes }: Attendance): Attendance => ({ took, minutes: took ? minutes : 0 });
