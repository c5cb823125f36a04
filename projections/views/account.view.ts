import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
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

function settle(rows: Rows<AccountRow>, row: AccountRow): void {
  const owner = owners.get(rows, row.email);
  if (!row.email || (owner !== undefined && owner !== row.person)) return;
  release(rows, row.person);
  owners.put(rows, row.email, row.person);
  rows.put(row.person, { audience: [], data: row });
}

function release(rows: Rows<AccountRow>, person: PersonId): void {
  const before = rows.get(person)?.data;
  if (before) owners.remove(rows, before.email);
  rows.remove(person);
}

export const accountView = hubView<PersonEvent, AccountRow>()({
  name: 'account',
  version: 2,
  title: 'Who signs in with which address',
  readers: [],
  indexes: ['email'],
  on: {
    PersonJoined: ({ data: { person, email }, institutions }, rows) =>
      settle(rows, { person, email: comparableEmail(email), broughtInBy: institutions }),
    EmailChanged: ({ data: { person, email } }, rows) =>
      settle(rows, { person, email: comparableEmail(email), broughtInBy: rows.get(person)?.data.broughtInBy ?? [] }),
    PersonErased: ({ data: { person } }, rows) => release(rows, person),
  },
});
