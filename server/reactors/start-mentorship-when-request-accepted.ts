import type { Reactor } from './reactor.js';

/** A yes begins the trial: the mentorship starts under the id that the acceptance gave it. */
export const startMentorshipWhenRequestAccepted: Reactor = {
  name: 'start-mentorship-when-request-accepted',
  on: {
    RequestAccepted: ({ data: { mentorship, mentor, mentee, request, aims } }) => [
      { type: 'StartMentorship', data: { mentorship, mentor, mentee, request, aims } },
    ],
  },
};
