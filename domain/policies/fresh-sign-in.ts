import type { Instant } from '../kernel/brand.js';
import { HUB, type Command } from '../kernel/decider.js';

/** How long a sign-in counts as fresh, in milliseconds: as long as a code works. */
export const FRESH_SIGN_IN_MS = 10 * 60 * 1_000;

/** Commands after which nothing is as it was, whatever anybody does. */
const FOR_GOOD: ReadonlySet<string> = new Set(['ErasePerson', 'JoinRecords']);

/** Whether a person must sign in again first, whatever the command’s own policy says. `signedInAt`: when their session last proved who they are. */
export function asksForFreshSignIn({ type, by, at }: Pick<Command, 'type' | 'by' | 'at'>, signedInAt: Instant | undefined): boolean {
  if (by === HUB || !FOR_GOOD.has(type)) return false;
  const agoMs = signedInAt === undefined ? NaN : Math.abs(Date.parse(at) - Date.parse(signedInAt));
  // Of what cannot be told nothing is fresh.
  return !(agoMs < FRESH_SIGN_IN_MS);
}
