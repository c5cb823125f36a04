import { z } from 'zod';
import { instant, personId, position } from '../kernel/brand.js';
import type { CommandOf } from '../kernel/catalogue.js';
import { digest } from './identity.events.js';

/** Given by the hub alone, for a person who is not signed in yet. */
export const signInCommands = {
  SendSignInCode: z.object({ address: digest, person: personId, code: digest, expiresAt: instant, from: digest }),
  TrySignInCode: z.object({ address: digest, code: digest, from: digest }),
};
export type SignInCommand = CommandOf<typeof signInCommands>;

export const sessionsCommands = {
  OpenSession: z.object({ person: personId, session: digest, shared: z.boolean(), expiresAt: instant, asOf: position.optional() }),
  /** The person of an open session has proven anew who they are. */
  SignInAgain: z.object({ person: personId, session: digest, asOf: position.optional() }),
  CloseSession: z.object({ person: personId, session: digest }),
  /** Every session but one. */
  CloseOtherSessions: z.object({ person: personId, session: digest }),
  CloseAllSessions: z.object({ person: personId }),
};
export type SessionsCommand = CommandOf<typeof sessionsCommands>;
