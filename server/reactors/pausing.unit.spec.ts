import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { meetingView } from '@alongside/projections/views/meeting.view.js';
import { cancelMeetingsWhenMentorshipPauses } from './cancel-meetings-when-mentorship-pauses.js';
import { followUpsOf } from './reactor.js';

const pair = { mentorship: 'm', mentor: 'asha', mentee: 'ben', by: 'asha', format: 'online', place: '' } as const;
const time = (day: string) => ({ startsAt: `2026-03-${day}T15:40:00.000Z`, minutes: 45 });
const booked = (meeting: string, day: string) => happened('MeetingBooked', { ...pair, meeting, time: time(day), placeBy: 'asha' });
const proposed = happened('MeetingProposed', { ...pair, meeting: 'suggested', times: [time('12')] });

function cancelledWith(cancel?: string[]) {
  const paused = happened('MentorshipPaused', { mentorship: 'm', by: 'ben', until: null, why: 'chosen', ...(cancel ? { cancel } : {}) });
  const other = happened('MeetingBooked', { ...pair, mentorship: 'other', meeting: 'others', time: time('14'), placeBy: 'asha' });
  const events = [booked('past', '05'), booked('soon', '10'), booked('later', '20'), other, proposed, paused];
  const look = lookInto(new Map([['meeting', foldView(meetingView, events)]]));
  const world = { look, now: () => paused.at, secret: () => '' };
  return followUpsOf(cancelMeetingsWhenMentorshipPauses, paused as never, world).map(({ data }) => data);
}

test('with a pause, times that were suggested are withdrawn and booked meetings stay', () => {
  expect(cancelledWith()).toEqual([{ meeting: 'suggested', because: 'paused' }]);
});

test('booked meetings that were named are cancelled, where they are of this pair and still ahead', () => {
  expect(cancelledWith(['soon', 'past', 'others'])).toEqual([
    { meeting: 'soon', because: 'paused' },
    { meeting: 'suggested', because: 'paused' },
  ]);
});
