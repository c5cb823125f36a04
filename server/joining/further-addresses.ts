import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { byConfirmed } from '@alongside/domain/kernel/windows.js';
import { CONFIRMED_DATE } from '@alongside/projections/views/date.view.js';
import type { HubReader } from '@alongside/projections/views/index.js';

/** An address that signs a person in beside their own: that of a record that was joined with theirs. */
export interface FurtherAddress {
  readonly record: PersonId;
  readonly email: string;
}

/** Those of a person. */
export const furtherAddresses = (person: PersonId, look: HubReader): readonly FurtherAddress[] =>
  look.rows('joining', { kept: person, status: 'joined' }).flatMap(({ joined }) => {
    const account = look.row('account', joined);
    return account?.person === person ? [{ record: joined, email: account.email }] : [];
  });

/**
 * When one of the addresses that a person signs in with was last changed, at the latest; undefined while all are the first of their
 * records.
 */
export const addressChangedAt = (person: PersonId, look: HubReader): Instant | undefined =>
  [person, ...furtherAddresses(person, look).map(({ record }) => record)]
    .flatMap((record) => {
      const { changedAt: at, changedIn: position } = look.row('account', record) ?? {};
      return at && position ? byConfirmed({ at, position }, look.row('date', CONFIRMED_DATE)) : (at ?? []);
    })
    .toSorted()
    .at(-1);
