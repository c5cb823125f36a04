import { isAhead } from '@alongside/domain/meetings/states.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/**
 * Times that were suggested are withdrawn, for nobody can choose them in a pause, also where they were suggested as it began. What is booked
 * stays, but for what was cancelled with it.
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
