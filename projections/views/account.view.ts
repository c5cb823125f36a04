import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import { view } from '../engine/view.js';

/** Whose e-mail address is whose. Seen by nobody but the hub: signing in and inviting ask it. */
export interface AccountRow {
  readonly person: PersonId;
  /** As it is compared: trimmed and in lower case. */
  readonly email: string;
}

/** Addresses are compared without regard to case, as every mail service in use does. */
export const comparableEmail = (email: string): string => email.trim().toLowerCase();

export const accountView = view<PersonEvent, AccountRow>({
  name: 'account',
  version: 1,
  indexes: ['email'],
  on: {
    PersonJoined: ({ data: { person, email } }, rows) => {
      if (email) rows.put(person, { audience: [], data: { person, email: comparableEmail(email) } });
    },
    EmailChanged: ({ data: { person, email } }, rows) => {
      if (email) rows.put(person, { audience: [], data: { person, email: comparableEmail(email) } });
    },
    PersonErased: ({ data: { person } }, rows) => rows.remove(person),
  },
});
