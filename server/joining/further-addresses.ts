import type { PersonId } from '@alongside/domain/kernel/brand.js';
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
