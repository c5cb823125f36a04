import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';

/** Who a person is by the token of their session cookie. The rest of the server asks here and nowhere else. */
export interface Sessions {
  /** Undefined: no session, or one that ran out or was closed. */
  personOf(token: string | undefined): PersonId | undefined;
  /** When the person of a session last proved who they are, by the hub's clock. Undefined where it has no person, or is of an older view. */
  signedInAt(token: string | undefined): Instant | undefined;
  /** Told the moment a session of this process's view ends, by the hash of its token (`hashOf`). Returns how to stop listening. */
  onRevoked(listener: (session: string) => void): () => void;
  /** As whom a record is read that was joined with another; absent where nobody is joined. */
  keptOf?(person: PersonId): PersonId;
  /** The name under which a session is known, from its token. */
  hashOf(token: string): string;
}

/** Whose request it is: the owner of the token, unless the request names another person ([RP14]). */
export function senderBy(sessions: Pick<Sessions, 'personOf' | 'keptOf'>, token: string | undefined, named: unknown): PersonId | undefined {
  const person = sessions.personOf(token);
  // A browser that has not heard yet that its person's two records became one is still theirs.
  const whose = typeof named === 'string' ? (sessions.keptOf?.(named as PersonId) ?? named) : named;
  return whose === undefined || whose === person ? person : undefined;
}

/** Injection token. */
export const SESSIONS = Symbol('Sessions');
/** The session cookie: httpOnly, SameSite=Lax, and Secure wherever the hub is reached by https. */
export const SESSION_COOKIE = 'alongside';

/** What the cookie is called. By https no other name of the domain can set it (`__Host-`); plain http knows no such names. */
export const sessionCookie = ({ publicUrl }: { readonly publicUrl?: string }): string =>
  publicUrl?.startsWith('https:') ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE;
