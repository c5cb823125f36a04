import type { Reactor } from './reactor.js';

/** Time that all who took part recorded counts for each of them (R10); nobody types it. */
export const creditCpdWhenMeetingConfirmed: Reactor = {
  name: 'credit-cpd-when-meeting-confirmed',
  on: {
    MeetingConfirmed: ({ data: { mentorship, meeting, participants, on, minutes } }) =>
      participants.map(({ person, as }) => ({ type: 'CreditCpd', data: { person, mentorship, meeting, on, minutes, as } })),
    RecordSetAside: ({ data: { mentorship, meeting, participants, on, minutes } }) =>
      minutes === undefined
        ? []
        : participants.map(({ person, as }) => ({ type: 'WithdrawCpd', data: { person, mentorship, meeting, on, minutes, as } })),
  },
};
