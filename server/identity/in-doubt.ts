import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { AccountRow } from '@alongside/projections/views/account.view.js';

/** Whether it is not known yet if an address is its person’s: it was changed, and the record is about to be read as one with another. */
export const isInDoubt = (account: AccountRow | undefined, isSwitching: (person: PersonId) => boolean): boolean =>
  account?.changedAt !== undefined && isSwitching(account.person);
