import type { Reactor } from './reactor.js';

/** Sign-ins made by the old address end ([AD7]). The session in which its owner changed it stays open. */
export const closeSessionsWhenEmailChanged: Reactor = {
  name: 'close-sessions-when-email-changed',
  on: {
    EmailChanged: ({ data: { person, session } }) => [
      session ? { type: 'CloseOtherSessions', data: { person, session } } : { type: 'CloseAllSessions', data: { person } },
    ],
  },
};
