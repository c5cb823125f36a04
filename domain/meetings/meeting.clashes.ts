import { ok } from '../kernel/result.js';
import { same } from './meeting.arranging.js';
import type { Decision, Given } from './meeting.refusals.js';
import type { Meeting } from './meeting.state.js';

/** Two meetings of one person at one time are not undone: those concerned are told. The hub may ask late or twice. */
export function noteClash({ data, at }: Given<'NoteClash'>, meeting: Meeting): Decision {
  if (meeting.status !== 'booked' || !same(meeting.time, data.time) || meeting.time.startsAt <= at) return ok([]);
  if (meeting.clashes.includes(data.other)) return ok([]);
  const { mentorship, participants } = meeting;
  return ok([{ type: 'MeetingClashed', data: { ...data, mentorship, participants } }]);
}

export function liftClash({ data }: Given<'LiftClash'>, meeting: Meeting): Decision {
  if (meeting.status !== 'booked' || !meeting.clashes.includes(data.other)) return ok([]);
  return ok([{ type: 'MeetingClashLifted', data: { ...data, mentorship: meeting.mentorship } }]);
}
