import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { SessionsEvent } from '@alongside/domain/identity/identity.events.js';
import type { Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';

/** A session by the hash of its token, with when its person last proved who they are; or the list of a person’s open ones. Private to the hub. */
export type SessionRow =
  | {
      readonly kind: 'session';
      readonly person: PersonId;
      readonly shared: boolean;
      readonly expiresAt: Instant;
      /** Where in the log it begins. */
      readonly since: Position;
      readonly signedInAt: Instant;
    }
  | { readonly kind: 'person'; readonly open: readonly string[] };

const ofPerson = (person: PersonId) => `person:${person}`;

function openOf(rows: Rows<SessionRow>, person: PersonId): readonly string[] {
  const row = rows.get(ofPerson(person))?.data;
  return row?.kind === 'person' ? row.open : [];
}

function keep(rows: Rows<SessionRow>, person: PersonId, open: readonly string[]): void {
  if (open.length === 0) rows.remove(ofPerson(person));
  else rows.put(ofPerson(person), { audience: [], data: { kind: 'person', open } });
}

export const sessionView = hubView<SessionsEvent, SessionRow>()({
  name: 'session',
  version: 3,
  title: 'Who is signed in',
  readers: [],
  indexes: [],
  on: {
    SessionOpened: ({ data: { person, session, shared, expiresAt }, at, position }, rows) => {
      rows.put(session, { audience: [], data: { kind: 'session', person, shared, expiresAt, since: position, signedInAt: at } });
      keep(rows, person, [...openOf(rows, person), session]);
    },
    SignedInAgain: ({ data: { session }, at }, rows) => {
      const row = rows.get(session)?.data;
      if (row?.kind === 'session') rows.put(session, { audience: [], data: { ...row, signedInAt: at } });
    },
    SessionClosed: ({ data: { person, session } }, rows) => {
      rows.remove(session);
      keep(
        rows,
        person,
        openOf(rows, person).filter((open) => open !== session),
      );
    },
    AllSessionsClosed: ({ data: { person } }, rows) => {
      for (const session of openOf(rows, person)) rows.remove(session);
      keep(rows, person, []);
    },
  },
});
