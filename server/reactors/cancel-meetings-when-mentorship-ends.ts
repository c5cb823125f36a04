import { isAhead } from '@alongside/domain/meetings/states.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/** What was still to come is cancelled (R8). A meeting whose time has passed stays, so that both can still record it. */
export const cancelMeetingsWhenMentorshipEnds: Reactor = {
  name: 'cancel-meetings-when-mentorship-ends',
  on: { MentorshipCompleted: cancel, MentorshipEnded: cancel },
};

function cancel({ at, data: { mentorship } }: EventTyped<'MentorshipCompleted' | 'MentorshipEnded'>, { look }: World): readonly Asked[] {
  return look
    .rows<MeetingRow>('meeting', { mentorship })
    .filter((one) => one.status === 'proposed' || isAhead(one, at))
    .map(({ meeting }) => ({ type: 'CancelMeeting', data: { meeting } }));
}
