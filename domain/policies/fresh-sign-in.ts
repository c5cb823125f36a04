import type { Instant } from '../kernel/brand.js';
import { HUB, type Command } from '../kernel/decider.js';
import { isWithin } from '../kernel/windows.js';

/** How long a sign-in counts as fresh, in milliseconds: as long as a code works. */
export const FRESH_SIGN_IN_MS = 10 * 60 * 1_000;

/** Commands after which nothing is as it was, whatever anybody does. */
const FOR_GOOD: ReadonlySet<string> = new Set(['ErasePerson', 'JoinRecords']);

/** How long a new address proves nobody fresh, in milliseconds: who lost theirs to another person has read by then what went to the old one. */
export const NEW_ADDRESS_MS = 3 * 24 * 60 * 60 * 1_000;

/** Why a person may not do now what cannot be undone, whatever the command’s own policy says; undefined where they may. */
export const whyNotForGood = (
  command: Pick<Command, 'type' | 'by' | 'at'>,
  { signedInAt, addressChangedAt }: { readonly signedInAt: Instant | undefined; readonly addressChangedAt: () => Instant | undefined },
): 'SIGN_IN.TOO_LONG_AGO' | 'SIGN_IN.ADDRESS_NEW' | undefined =>
  command.by !== HUB && FOR_GOOD.has(command.type) && isNewAddress(addressChangedAt(), command.at)
    ? 'SIGN_IN.ADDRESS_NEW'
    : asksForFreshSignIn(command, signedInAt)
      ? 'SIGN_IN.TOO_LONG_AGO'
      : undefined;

/** From when an address that was changed then proves its person; undefined where it does already. */
export const provesFrom = (changedAt: Instant | undefined, at: Instant): Instant | undefined =>
  changedAt !== undefined && isNewAddress(changedAt, at)
    ? (new Date(Date.parse(changedAt) + NEW_ADDRESS_MS).toISOString() as Instant)
    : undefined;

/** Whether an address that was changed then, if it was, is too new to prove its person. One of a time ahead is, until the date is confirmed. */
export const isNewAddress = (changedAt: Instant | undefined, at: Instant): boolean =>
  changedAt !== undefined && Date.parse(at) - Date.parse(changedAt) < NEW_ADDRESS_MS;

/** Whether a person must sign in again first, whatever the command’s own policy says. `signedInAt`: when their session last proved who they are. */
export function asksForFreshSignIn({ type, by, at }: Pick<Command, 'type' | 'by' | 'at'>, signedInAt: Instant | undefined): boolean {
  if (by === HUB || !FOR_GOOD.has(type)) return false;
  // Of what cannot be told nothing is fresh, nor what lies ahead.
  return signedInAt === undefined || !isWithin(signedInAt, at, FRESH_SIGN_IN_MS);
}
