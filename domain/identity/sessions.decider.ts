import type { Instant } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { ok, type Result } from '../kernel/result.js';
import type { SessionsCommand } from './identity.commands.js';
import type { SessionsEvent } from './identity.events.js';

interface Sessions {
  readonly open: ReadonlyMap<string, Instant>;
}

function decide(command: SessionsCommand, state: Sessions): Result<readonly SessionsEvent[], never> {
  switch (command.type) {
    case 'OpenSession':
      return ok(state.open.has(command.data.session) ? [] : [{ type: 'SessionOpened', data: command.data }]);
    case 'CloseSession':
      return ok(state.open.has(command.data.session) ? [{ type: 'SessionClosed', data: command.data }] : []);
    case 'CloseAllSessions':
      return ok(state.open.size > 0 ? [{ type: 'AllSessionsClosed', data: command.data }] : []);
  }
}

function evolve(state: Sessions, event: SessionsEvent): Sessions {
  switch (event.type) {
    case 'SessionOpened':
      return { open: new Map(state.open).set(event.data.session, event.data.expiresAt) };
    case 'SessionClosed':
      return { open: new Map([...state.open].filter(([session]) => session !== event.data.session)) };
    case 'AllSessionsClosed':
      return { open: new Map() };
  }
}

/** Where somebody is signed in. Closing one, or all, is heard by every process through the log. */
export const sessions: Decider<Sessions, SessionsCommand, SessionsEvent, never> = { initial: { open: new Map() }, decide, evolve };
