import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { FurtherAddressEvent } from '@alongside/domain/joining/joins.js';
import type { JoiningEvent } from '@alongside/domain/joining/joining.events.js';
import type { Instant, InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** The person of each email address. Private to the hub: signing in and inviting ask it. */
export interface AccountRow {
  readonly person: PersonId;
  /** As it is compared: trimmed and in lower case. */
  readonly email: string;
  /** The institution that brought them into the hub, and its trust. */
  readonly broughtInBy: readonly InstitutionId[];
  /** Where in the log they begin. */
  readonly since: Position;
  /** When the address was last changed; absent while it is the first of its record. */
  readonly changedAt?: Instant;
  /** Where in the log that stands. */
  readonly changedIn?: Position;
  /** The addresses that the record had before, as they are compared; absent where there are none. They go with the row. */
  readonly had?: readonly string[];
}

/** Whose an address is. Two invitations in one instant may name the same one: it stays with the person who came first, and the other has no account. */
const pages = privateRows<Readonly<Record<string, PersonId>>>('addresses');
const PAGES = 1_024;
/** Addresses lie on pages with numbers: the id of a row outlives the row, and an address must not outlive its owner (R9). */
const pageOf = (email: string): string => String([...email].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % PAGES, 0));

const owners = {
  get: (rows: Rows<AccountRow>, email: string): PersonId | undefined => pages.get(rows, pageOf(email))?.[email],
  put: (rows: Rows<AccountRow>, email: string, person: PersonId): void =>
    pages.put(rows, pageOf(email), { ...pages.get(rows, pageOf(email)), [email]: person }),
  remove: (rows: Rows<AccountRow>, email: string): void => {
    const { [email]: _, ...others } = pages.get(rows, pageOf(email)) ?? {};
    if (Object.keys(others).length > 0) pages.put(rows, pageOf(email), others);
    else pages.remove(rows, pageOf(email));
  },
};

/** The records that were joined to a person and have an address that signs in: each has a row of its own, of that person. */
const further = privateRows<readonly string[]>('further');

/** `id`: the record that the address was given to, which is the person but for one who was joined. */
function settle(rows: Rows<AccountRow>, row: AccountRow, id: string = row.person): void {
  const owner = owners.get(rows, row.email);
  if (!row.email || (owner !== undefined && owner !== row.person)) return;
  // One address of two: the other record had it, and has it no more.
  const had = hadBefore(rows, id, row.email);
  for (const other of [row.person, ...(further.get(rows, row.person) ?? [])]) {
    if (other === id || rows.get(other)?.data.email !== row.email) continue;
    if (other === row.person) return;
    had.push(...hadBefore(rows, other, row.email));
    release(rows, other);
  }
  release(rows, id);
  owners.put(rows, row.email, row.person);
  rows.put(id, { audience: [], data: { ...row, ...(had.length > 0 && { had: [...new Set(had)] }) } });
  if (id !== row.person) further.put(rows, row.person, [...(further.get(rows, row.person) ?? []).filter((one) => one !== id), id]);
}

/** All the addresses that a record had, but for the one that it has now. */
function hadBefore(rows: Rows<AccountRow>, id: string, email: string): string[] {
  const before = rows.get(id)?.data;
  return before ? [...(before.had ?? []), before.email].filter((one) => one !== email) : [];
}

function release(rows: Rows<AccountRow>, id: string): void {
  const before = rows.get(id)?.data;
  if (before) owners.remove(rows, before.email);
  rows.remove(id);
}

/** Which records of a person have an address that signs in, theirs apart. */
function releaseFurther(rows: Rows<AccountRow>, person: PersonId): void {
  for (const record of further.get(rows, person) ?? []) release(rows, record);
  further.remove(rows, person);
}

export const accountView = hubView<FurtherAddressEvent | JoiningEvent | PersonEvent, AccountRow>()({
  name: 'account',
  version: 7,
  title: 'Who signs in with which address',
  readers: [],
  indexes: ['email', 'had'],
  on: {
    PersonJoined: ({ data: { person, email }, institutions, position }, rows) =>
      settle(rows, { person, email: comparableEmail(email), broughtInBy: institutions, since: position }),
    EmailChanged: ({ data: { person, email }, position, at }, rows) => {
      const { broughtInBy = [], since = position } = rows.get(person)?.data ?? {};
      settle(rows, { person, email: comparableEmail(email), broughtInBy, since, changedAt: at, changedIn: position });
    },
    FurtherAddressGiven: ({ data: { person, record, email, changed }, institutions, position, at }, rows) =>
      settle(
        rows,
        {
          person,
          email: comparableEmail(email),
          broughtInBy: institutions,
          since: position,
          ...(changed && { changedAt: at, changedIn: position }),
        },
        record,
      ),
    FurtherAddressLeft: ({ data: { joined } }, rows) => release(rows, joined),
    PersonErased: ({ data: { person } }, rows) => {
      releaseFurther(rows, person);
      release(rows, person);
    },
  },
});
