import type { Reactor } from './reactor.js';

/** Time that both recorded counts for both (R10); nobody types it. */
export const creditCpdWhenMeetingConfirmed: Reactor = {
  name: 'credit-cpd-when-meeting-confirmed',
  on: {
    MeetingConfirmed: ({ data: { mentorship, meeting, mentor, mentee, on, minutes } }) => [
      { type: 'CreditCpd', data: { person: mentor, mentorship, meeting, on, minutes, as: 'mentor' } },
      { type: 'CreditCpd', data: { person: mentee, mentorship, meeting, on, minutes, as: 'mentee' } },
    ],
  },
};
