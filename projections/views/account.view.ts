import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { view, type Rows } from '../engine/view.js';
import { shelf } from './shelf.js';

/** Whose e-mail address is whose. Seen by nobody but the hub: signing in and inviting ask it. */
export interface AccountRow {
  readonly person: PersonId;
  /** As it is compared: trimmed and in lower case. */
  readonly email: string;
  /** The institution that brought them into the hub, and its trust. */
  readonly broughtInBy: readonly InstitutionId[];
}

/** Addresses are compared without regard to case, as every mail service in use does. */
export const comparableEmail = (email: string): string => email.trim().toLowerCase();

/** Whose an address is. Two invitations in one instant may name the same one: it stays with the person who came first, and the other has no account. */
const owners = shelf<PersonId>('address');

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

export const accountView = view<PersonEvent, AccountRow>({
  name: 'account',
  version: 2,
  indexes: ['email'],
  on: {
    PersonJoined: ({ data: { person, email }, institutions }, rows) =>
      settle(rows, { person, email: comparableEmail(email), broughtInBy: institutions }),
    EmailChanged: ({ data: { person, email } }, rows) =>
      settle(rows, { person, email: comparableEmail(email), broughtInBy: rows.get(person)?.data.broughtInBy ?? [] }),
    PersonErased: ({ data: { person } }, rows) => release(rows, person),
  },
});
