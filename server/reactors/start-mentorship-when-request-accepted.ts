import type { Reactor } from './reactor.js';

/** A yes begins the trial: the mentorship starts under the id that the acceptance gave it, and takes the time with it that the yes named. */
export const startMentorshipWhenRequestAccepted: Reactor = {
  name: 'start-mentorship-when-request-accepted',
  on: {
    RequestAccepted: ({ data: { mentorship, mentor, mentee, request, aims, first } }) => [
      { type: 'StartMentorship', data: { mentorship, mentor, mentee, request, aims, ...(first && { first }) } },
    ],
  },
};
