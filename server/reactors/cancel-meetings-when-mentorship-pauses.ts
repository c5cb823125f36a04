import { isAhead } from '@alongside/domain/meetings/states.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
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
      look.row<MentorshipRow>('mentorship', mentorship)?.status === 'paused' &&
      look.row<MeetingRow>('meeting', meeting)?.status === 'proposed'
        ? [{ type: 'CancelMeeting', data: { meeting, because: 'paused' } }]
        : [],
  },
};

function cancel({ at, data }: EventTyped<'MentorshipPaused'>, { look }: World): readonly Asked[] {
  const named = new Set(data.cancel ?? []);
  return look
    .rows<MeetingRow>('meeting', { mentorship: data.mentorship })
    .filter((one) => one.status === 'proposed' || (named.has(one.meeting) && isAhead(one, at)))
    .map(({ meeting }) => ({ type: 'CancelMeeting', data: { meeting, because: 'paused' } }));
}
