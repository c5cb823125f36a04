import { isAhead } from '@alongside/domain/meetings/states.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/**
 * Withdraws suggested times, which cannot be chosen in a pause, also if suggested as it began. What is booked stays, unless cancelled with
 * the pause.
 */
export const cancelMeetingsWhenMentorshipPauses: Reactor = {
  name: 'cancel-meetings-when-mentorship-pauses',
  on: {
    MentorshipPaused: cancel,
    MeetingProposed: ({ data: { mentorship, meeting } }, { look }) =>
      look.row('mentorship', mentorship)?.status === 'paused' && look.row('meeting', meeting)?.status === 'proposed'
        ? [{ type: 'CancelMeeting', data: { meeting, because: 'paused' } }]
        : [],
  },
};

function cancel({ at, data }: EventTyped<'MentorshipPaused'>, { look }: World): readonly Asked[] {
  const named = new Set(data.cancel ?? []);
  return look
    .rows('meeting', { mentorship: data.mentorship })
    .filter((one) => one.status === 'proposed' || (named.has(one.meeting) && isAhead(one, at)))
    .map(({ meeting }) => ({ type: 'CancelMeeting', data: { meeting, because: 'paused' } }));
}
