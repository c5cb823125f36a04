import type { ClaimRow } from '@alongside/projections/views/claim.view.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/** An address that a person had before is free for the next person at once; so is every address of a person who was erased. */
export const releaseAddressesLeft: Reactor = {
  name: 'release-addresses-left',
  on: { EmailChanged: release, FurtherAddressLeft: release, PersonErased: release },
};

function release(
  { data: { person } }: EventTyped<'EmailChanged' | 'FurtherAddressLeft' | 'PersonErased'>,
  { look }: World,
): readonly Asked[] {
  return look
    .rows('claim', { person })
    .flatMap((row): readonly Asked[] => (row.status === 'left' ? [{ type: 'ReleaseAddress', data: claimIn(row) }] : []));
}

/** A claim as commands carry it: without how it stands. */
export const claimIn = ({ address, person, command, until }: Exclude<ClaimRow, { status: 'missing' }>) => ({
  address,
  person,
  command,
  until,
});
