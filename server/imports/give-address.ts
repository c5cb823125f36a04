import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { digestOfMailbox } from '@alongside/domain/people/person.decider.js';
import type { Act } from './acts.js';
import { ADDRESS_CHANGED, type LookedAt } from './looked-at.js';
import { isChangedSince } from './set-words.js';
import type { Refused } from './together.js';

/** Gives a member the address of a row that was chosen to be theirs, in place of the one that was looked at. Neither answer: it was done. */
export async function giveAddress(
  person: PersonId,
  email: string,
  looked: Pick<LookedAt, 'whyNotTheirs' | 'addressOf'>,
  give: (act: Act) => Promise<Refused | undefined>,
): Promise<{ readonly leftOut?: string; readonly refused?: Refused }> {
  const leftOut = looked.whyNotTheirs(person);
  if (leftOut !== undefined) return { leftOut };
  const seen = looked.addressOf(person);
  const refused = await give({ type: 'ChangeEmail', data: { person, email, ...(seen && { seen: digestOfMailbox(seen) }) } });
  if (!refused) return {};
  return isChangedSince(refused) ? { leftOut: ADDRESS_CHANGED } : { refused };
}
