import type { Reactor } from './reactor.js';

/** A meeting that both recorded after the end may be what a certificate was missing: each record of participation is looked at again. */
export const raiseCredentialsWhenMeetingConfirmed: Reactor = {
  name: 'raise-credentials-when-meeting-confirmed',
  on: {
    MeetingConfirmed: ({ data: { mentorship } }, { look }) =>
      look
        .rows('credential', { mentorship })
        .filter(({ kind, revoked }) => kind === 'participation' && revoked === null)
        .map(({ credential }) => ({ type: 'RaiseCredential', data: { credential } })),
  },
};
