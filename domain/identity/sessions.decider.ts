import type { Instant, PersonId } from '../kernel/brand.js';
import { byId, type ById } from '../kernel/by-id.js';
import type { Decider } from '../kernel/decider.js';
import { ok, type Result } from '../kernel/result.js';
import type { SessionsCommand } from './identity.commands.js';
import type { SessionsEvent } from './identity.events.js';

/** Sessions that ran out and are closed with one that is opened; those that are left go with the next. */
export const CLEARED_LIMIT_SESSIONS = 100;

interface Sessions {
  readonly open: ById<string, Instant>;
}

function decide(command: SessionsCommand, state: Sessions): Result<readonly SessionsEvent[], never> {
  switch (command.type) {
    case 'OpenSession':
      return ok(
        byId.has(state.open, command.data.session) ? [] : [...ranOut(state, command), { type: 'SessionOpened', data: command.data }],
      );
    case 'SignInAgain':
      return ok(byId.has(state.open, command.data.session) ? [{ type: 'SignedInAgain', data: command.data }] : []);
    case 'CloseSession':
      return ok(byId.has(state.open, command.data.session) ? [{ type: 'SessionClosed', data: command.data }] : []);
    case 'CloseOtherSessions':
      return ok(othersOf(state, command));
    case 'CloseAllSessions':
      return ok(byId.size(state.open) > 0 ? [{ type: 'AllSessionsClosed', data: command.data }] : []);
  }
}

/** Expired sessions are closed here. Otherwise views and this stream would keep them for ever. */
function ranOut({ open }: Sessions, { at, data: { person } }: SessionsCommand): readonly SessionsEvent[] {
  return byId
    .entries(open)
    .filter(([, expiresAt]) => expiresAt <= at)
    .slice(0, CLEARED_LIMIT_SESSIONS)
    .map(([session]) => ({ type: 'SessionClosed', data: { person, session } }));
}

function othersOf(
  { open }: Sessions,
  { data: { person, session } }: { data: { person: PersonId; session: string } },
): readonly SessionsEvent[] {
  const others = Object.keys(byId.without(open, session));
  // Too many to close one by one: the one that would stay goes too, and its owner signs in again.
  if (others.length > CLEARED_LIMIT_SESSIONS) return [{ type: 'AllSessionsClosed', data: { person } }];
  return others.map((one) => ({ type: 'SessionClosed', data: { person, session: one } }));
}

function evolve(state: Sessions, event: SessionsEvent): Sessions {
  switch (event.type) {
    case 'SessionOpened':
      return { open: byId.with(state.open, event.data.session, event.data.expiresAt) };
    case 'SessionClosed':
      return { open: byId.without(state.open, event.data.session) };
    case 'AllSessionsClosed':
      return { open: {} };
    case 'SignedInAgain':
      return state;
  }
}

/** Where a person is signed in. Closing one, or all, is heard by every process through the log. */
export const sessions: Decider<Sessions, SessionsCommand, SessionsEvent, never> = { initial: { open: {} }, decide, evolve };
