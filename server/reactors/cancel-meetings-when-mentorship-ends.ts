import { isOver } from '@alongside/domain/mentorships/states.js';
import { isAhead } from '@alongside/domain/meetings/states.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/**
 * Cancels what was still to come (R8), also if arranged in the moment of the end. Past meetings stay, so that both can still record them.
 */
export const cancelMeetingsWhenMentorshipEnds: Reactor = {
  name: 'cancel-meetings-when-mentorship-ends',
  on: {
    MentorshipCompleted: cancelAll,
    MentorshipEnded: cancelAll,
    MeetingProposed: cancelOne,
    MeetingBooked: cancelOne,
    MeetingMoved: cancelOne,
  },
};

function cancelAll({ at, data: { mentorship } }: EventTyped<'MentorshipCompleted' | 'MentorshipEnded'>, { look }: World): readonly Asked[] {
  return look.rows('meeting', { mentorship }).filter(isToCome(at)).map(cancel);
}

function cancelOne(
  { at, data: { mentorship, meeting } }: EventTyped<'MeetingProposed' | 'MeetingBooked' | 'MeetingMoved'>,
  { look }: World,
): readonly Asked[] {
  const pair = look.row('mentorship', mentorship);
  const row = look.row('meeting', meeting);
  return pair && row && isOver(pair) && isToCome(at)(row) ? [cancel(row)] : [];
}

const isToCome =
  (at: string) =>
  (one: MeetingRow): boolean =>
    one.status === 'proposed' || isAhead(one, at);

const cancel = ({ meeting }: MeetingRow): Asked => ({ type: 'CancelMeeting', data: { meeting } });
