import type { Day, Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { SessionsCommand, SignInCommand } from './identity.commands.js';
import type { SessionsEvent, SignInEvent } from './identity.events.js';
import { sessions } from './sessions.decider.js';
import { CODE_LIFE_MS, CODE_TRIES, CODES_PER_WINDOW, signIn } from './sign-in.decider.js';

const ben = 'ben' as PersonId;
const address = 'a'.repeat(64);
const [right, wrong] = ['1'.repeat(64), '2'.repeat(64)];
const minutes = (n: number) => new Date(Date.parse('2026-03-06T09:00:00.000Z') + n * 60_000).toISOString() as Instant;

describe('signing in with a code', () => {
  test('the right code signs its person in', () => {
    given(signIn, [sent(0)])
      .when(attempt(right, 1))
      .happens({ type: 'SignInCodeUsed', data: { address, person: ben } });
  });

  test('a code is used once', () => {
    given(signIn, [sent(0), { type: 'SignInCodeUsed', data: { address, person: ben } }])
      .when(attempt(right, 1))
      .nothingHappens();
  });

  test('a code runs out', () => {
    given(signIn, [sent(0)])
      .when(attempt(right, CODE_LIFE_MS / 60_000))
      .nothingHappens();
  });

  test('after too many wrong tries the right code is worth nothing', () => {
    const tries = Array.from({ length: CODE_TRIES }, refused);
    given(signIn, [sent(0), ...tries])
      .when(attempt(right, 1))
      .nothingHappens();
    given(signIn, [sent(0), ...tries.slice(1)])
      .when(attempt(right, 1))
      .happens({ type: 'SignInCodeUsed', data: { address, person: ben } });
  });

  test('a try where no code is good is not written down: nobody fills the log with guesses', () => {
    given(signIn, []).when(attempt(wrong, 1)).nothingHappens();
  });

  test('a wrong code is written down, so that it counts', () => {
    given(signIn, [sent(0)])
      .when(attempt(wrong, 1))
      .happens(refused());
  });

  test('a new code replaces the one before and its tries', () => {
    given(signIn, [sent(0), ...Array.from({ length: CODE_TRIES }, refused), sent(2)])
      .when(attempt(right, 3))
      .happens({ type: 'SignInCodeUsed', data: { address, person: ben } });
  });

  test('an address gets a few codes an hour, and more when the hour has passed', () => {
    const burst = Array.from({ length: CODES_PER_WINDOW }, (_, i) => sent(i));
    given(signIn, burst).when(send(10)).refused('SIGN_IN.TOO_MANY_CODES');
    given(signIn, burst).when(send(61)).happensLike({ type: 'SignInCodeSent' });
  });
});

describe('sessions', () => {
  const [laptop, phone] = ['3'.repeat(64), '4'.repeat(64)];
  test('one is closed and the other stays', () => {
    given(sessions, [opened(laptop), opened(phone)])
      .when(close(laptop))
      .happens({ type: 'SessionClosed', data: { person: ben, session: laptop } });
  });

  test('signing out everywhere closes all, and closing what is closed does nothing', () => {
    const everywhere: SessionsCommand = {
      type: 'CloseAllSessions',
      by: ben,
      at: minutes(1),
      on: '2026-03-06' as Day,
      data: { person: ben },
    };
    given(sessions, [opened(laptop), opened(phone)])
      .when(everywhere)
      .happens({ type: 'AllSessionsClosed', data: { person: ben } });
    given(sessions, [opened(laptop), { type: 'AllSessionsClosed', data: { person: ben } }])
      .when(everywhere)
      .nothingHappens();
    given(sessions, []).when(close(phone)).nothingHappens();
  });

  function opened(session: string): SessionsEvent {
    return { type: 'SessionOpened', data: { person: ben, session, shared: false, expiresAt: minutes(600) } };
  }
  function close(session: string): SessionsCommand {
    return { type: 'CloseSession', by: ben, at: minutes(1), on: '2026-03-06' as Day, data: { person: ben, session } };
  }
});

function sent(at: number): SignInEvent {
  return {
    type: 'SignInCodeSent',
    data: { address, person: ben, code: right, expiresAt: new Date(Date.parse(minutes(at)) + CODE_LIFE_MS).toISOString() as Instant },
  };
}
function refused(): SignInEvent {
  return { type: 'SignInCodeRefused', data: { address } };
}
function send(at: number): SignInCommand {
  const expiresAt = new Date(Date.parse(minutes(at)) + CODE_LIFE_MS).toISOString() as Instant;
  return {
    type: 'SendSignInCode',
    by: HUB,
    at: minutes(at),
    on: '2026-03-06' as Day,
    data: { address, person: ben, code: right, expiresAt },
  };
}
function attempt(code: string, at: number): SignInCommand {
  return { type: 'TrySignInCode', by: HUB, at: minutes(at), on: '2026-03-06' as Day, data: { address, code } };
}
