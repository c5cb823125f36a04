import type { AddressEvent } from '@alongside/domain/addresses/address.events.js';
import type { FurtherAddressEvent } from '@alongside/domain/joining/joins.js';
import type { JoiningEvent } from '@alongside/domain/joining/joining.events.js';
import type { CommandId, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/**
 * A claim of an address, by keyed hash. `open`: its command is not settled. `kept`: the person has it. `left`: they changed it, or were
 * erased.
 */
export interface ClaimOfAddress {
  readonly status: 'open' | 'kept' | 'left';
  readonly address: string;
  readonly person: PersonId;
  readonly command: CommandId;
  readonly until: Instant;
  /** The joined record that it was given to; absent where it is the person’s own. */
  readonly record?: PersonId;
}

/** A person whose address is not claimed: the log is older than claims, or two people have one. */
export interface ClaimMissing {
  readonly status: 'missing';
  readonly person: PersonId;
  /** The command that gave them the address. */
  readonly command: CommandId;
  /** The joined record that it was given to; absent where it is the person’s own. */
  readonly record?: PersonId;
}

/** What is claimed and what is not. Private to the hub, which keeps claims tidy by these rows. */
export type ClaimRow = ClaimOfAddress | ClaimMissing;

/** The command that gave a record the address that it has; empty once its person was erased. */
const givenBy = privateRows<CommandId | ''>('given-by');
/** The addresses that are claimed for a person, as hashes. */
const held = privateRows<readonly string[]>('held');

/** The records that were joined to a person and were given an address. */
const joinedTo = privateRows<readonly PersonId[]>('joined-to');

const missingId = (person: PersonId) => `missing:${person}`;
const put = (rows: Rows<ClaimRow>, id: string, data: ClaimRow) => rows.put(id, { audience: [], data });

function claimsOf(rows: Rows<ClaimRow>, person: PersonId): readonly ClaimOfAddress[] {
  return (held.get(rows, person) ?? []).flatMap((address) => {
    const row = rows.get(address)?.data;
    return row && row.status !== 'missing' ? [row] : [];
  });
}

const mark = (rows: Rows<ClaimRow>, claims: readonly ClaimOfAddress[], status: ClaimOfAddress['status']): void => {
  for (const claim of claims) put(rows, claim.address, { ...claim, status });
};

/** The claim of this command holds the record's address from now on; the one that did so before is left. */
function keep(rows: Rows<ClaimRow>, { record: _before, ...claim }: ClaimOfAddress, record: PersonId): void {
  const kept: ClaimOfAddress = { ...claim, ...(record !== claim.person && { record }) };
  mark(
    rows,
    claimsOf(rows, kept.person).filter(
      (one) => one.status === 'kept' && one.address !== kept.address && (one.record ?? one.person) === record,
    ),
    'left',
  );
  mark(rows, [kept], 'kept');
  rows.remove(missingId(record));
}

type Given = { readonly data: { readonly person: PersonId }; readonly commandId: CommandId };
function given({ data: { person }, commandId: command }: Given, rows: Rows<ClaimRow>): void {
  givenBy.put(rows, person, command);
  const claim = claimsOf(rows, person).find((one) => one.command === command);
  if (claim) keep(rows, claim, person);
  else put(rows, missingId(person), { status: 'missing', person, command });
}

/** An address that a joined record was given is the person's beside their own. One that is not claimed yet is claimed later in the log. */
function givenBeside({ data: { person, record }, commandId: command }: BesideGiven, rows: Rows<ClaimRow>): void {
  const id = record as string as PersonId;
  givenBy.put(rows, id, command);
  joinedTo.put(rows, person, [...recordsOf(rows, person).filter((one) => one !== id), id]);
  const claim = claimsOf(rows, person).find((one) => one.command === command);
  if (claim) keep(rows, claim, id);
}
type BesideGiven = { readonly data: FurtherAddressEvent['data']; readonly commandId: CommandId };

const recordsOf = (rows: Rows<ClaimRow>, person: PersonId): readonly PersonId[] => joinedTo.get(rows, person) ?? [];

function leaveBeside(rows: Rows<ClaimRow>, person: PersonId, record: PersonId): void {
  givenBy.remove(rows, record);
  rows.remove(missingId(record));
  mark(
    rows,
    claimsOf(rows, person).filter((one) => one.record === record),
    'left',
  );
}

function take(rows: Rows<ClaimRow>, person: PersonId, address: string): void {
  held.put(rows, person, [...(held.get(rows, person) ?? []).filter((one) => one !== address), address]);
}

function drop(rows: Rows<ClaimRow>, person: PersonId, address: string): void {
  const others = (held.get(rows, person) ?? []).filter((one) => one !== address);
  if (others.length > 0) held.put(rows, person, others);
  else held.remove(rows, person);
}

export const claimView = hubView<AddressEvent | FurtherAddressEvent | JoiningEvent | PersonEvent, ClaimRow>()({
  name: 'claim',
  version: 3,
  title: 'Which email addresses are in use',
  readers: [],
  indexes: ['status', 'person'],
  on: {
    AddressClaimed: ({ data }, rows) => {
      const by = givenBy.get(rows, data.person);
      const claim: ClaimOfAddress = { ...data, status: by === '' ? 'left' : 'open' };
      take(rows, data.person, data.address);
      put(rows, data.address, claim);
      const record = [data.person, ...recordsOf(rows, data.person)].find((one) => givenBy.get(rows, one) === data.command);
      if (record !== undefined) keep(rows, claim, record);
    },
    AddressReleased: ({ data: { address, person } }, rows) => {
      const row = rows.get(address)?.data;
      rows.remove(address);
      drop(rows, person, address);
      // Released by a process that followed a change which is read as nothing since: it is claimed again.
      if (row?.status === 'kept') {
        const record = row.record ?? person;
        put(rows, missingId(record), { status: 'missing', person, command: row.command, ...(row.record && { record }) });
      }
    },
    PersonJoined: given,
    EmailChanged: given,
    FurtherAddressGiven: givenBeside,
    FurtherAddressLeft: ({ data: { person, joined } }, rows) => leaveBeside(rows, person, joined as string as PersonId),
    PersonErased: ({ data: { person } }, rows) => {
      givenBy.put(rows, person, '');
      for (const record of [person, ...recordsOf(rows, person)]) rows.remove(missingId(record));
      mark(rows, claimsOf(rows, person), 'left');
    },
  },
});
