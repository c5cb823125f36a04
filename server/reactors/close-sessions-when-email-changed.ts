import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { Reactor } from './reactor.js';

/** Sign-ins made by the old address end ([AD7]). The session in which its owner changed it stays open. */
export const closeSessionsWhenEmailChanged: Reactor = {
  name: 'close-sessions-when-email-changed',
  on: {
    EmailChanged: ({ data: { person, email, before, session } }) => {
      // The same mailbox in other letters: there is no old address.
      if (before !== undefined && comparableEmail(before) === comparableEmail(email)) return [];
      return [session ? { type: 'CloseOtherSessions', data: { person, session } } : { type: 'CloseAllSessions', data: { person } }];
    },
  },
};
