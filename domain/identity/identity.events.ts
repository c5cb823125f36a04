import { z } from 'zod';
import { instant, personId, position } from '../kernel/brand.js';
import { event, type EventOf } from '../kernel/catalogue.js';

/** A keyed hash, hex: of an address, a code or a session token. The thing itself is never in the log. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Codes sent to one address, in a stream per keyed hash of it. `from` hashes network and address together, so it cannot show who shares a
 * network.
 */
export const signInEvents = {
  SignInCodeSent: event(z.object({ address: digest, person: personId, code: digest, expiresAt: instant, from: digest })),
  SignInCodeRefused: event(z.object({ address: digest, from: digest })),
  SignInCodeUsed: event(z.object({ address: digest, person: personId })),
};
export type SignInEvent = EventOf<typeof signInEvents>;

/** How far the log was read when it was looked up whose the address is; absent in older events. */
const asOf = position.optional();

/** The sessions of one person, `sessions-<person>`. */
export const sessionsEvents = {
  SessionOpened: event(
    z.object({
      person: personId,
      session: digest,
      /** A computer that others use too: shorter, and nothing is kept on it. */
      shared: z.boolean(),
      expiresAt: instant,
      asOf,
    }),
  ),
  /** Its person proved anew who they are, for what cannot be undone. */
  SignedInAgain: event(z.object({ person: personId, session: digest, asOf })),
  SessionClosed: event(z.object({ person: personId, session: digest })),
  AllSessionsClosed: event(z.object({ person: personId })),
};
export type SessionsEvent = EventOf<typeof sessionsEvents>;
