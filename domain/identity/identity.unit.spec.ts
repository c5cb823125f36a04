import type { Day, Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { SessionsCommand, SignInCommand } from './identity.commands.js';
import type { SessionsEvent, SignInEvent } from './identity.events.js';
import { CLEARED_LIMIT_SESSIONS, sessions } from './sessions.decider.js';
import {
  CODE_LIFE_MS,
  CODE_TRIES,
  CODE_TRIES_OF_ALL,
  CODES_A_DAY,
  CODES_AN_HOUR,
  CODES_KEPT,
  CODES_KEPT_OF_ALL,
  signIn,
} from './sign-in.decider.js';

const ben = 'ben' as PersonId;
const address = 'a'.repeat(64);
const [right, wrong] = ['1'.repeat(64), '2'.repeat(64)];
const [home, elsewhere] = ['5'.repeat(64), '6'.repeat(64)];
const network = (n: number) => String(n).padStart(64, '0');
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
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
    given(signIn, [sent(0), ...times(CODE_TRIES, () => refused())])
      .when(attempt(right, 1))
      .nothingHappens();
    given(signIn, [sent(0), ...times(CODE_TRIES - 1, () => refused())])
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

  test('a new code does not replace the one before, and using either uses up both', () => {
    const both = [sent(0, home, right), sent(2, home, wrong)];
    for (const code of [right, wrong]) given(signIn, both).when(attempt(code, 3)).happensLike({ type: 'SignInCodeUsed' });
    given(signIn, [...both, { type: 'SignInCodeUsed', data: { address, person: ben } }])
      .when(attempt(wrong, 3))
      .nothingHappens();
  });

  test('whoever mistypes has as many tries again with a second code, and no more with a third', () => {
    const tries = () => times(CODE_TRIES, () => refused());
    const twice = [sent(0), ...tries(), sent(2)];
    given(signIn, twice).when(attempt(right, 3)).happensLike({ type: 'SignInCodeUsed' });
    given(signIn, [...twice, ...tries(), sent(4)])
      .when(attempt(right, 5))
      .nothingHappens();
    // Once all of them have run out it begins anew.
    given(signIn, [...twice, ...tries(), sent(4), sent(15)])
      .when(attempt(right, 16))
      .happensLike({ type: 'SignInCodeUsed' });
  });

  test('a stranger’s wrong tries and codes take nothing from the owner: the code stays good', () => {
    const strangers = [
      ...times(CODES_AN_HOUR.ofNetwork, () => sent(1, elsewhere, wrong)),
      ...times(2 * CODE_TRIES, () => refused(elsewhere)),
    ];
    given(signIn, [sent(0), ...strangers])
      .when(attempt(right, 2))
      .happensLike({ type: 'SignInCodeUsed' });
    given(signIn, [sent(0), ...strangers])
      .when(attempt(right, 2, elsewhere))
      .nothingHappens();
  });

  test('a code may be typed where it was not asked for', () => {
    given(signIn, [sent(0)])
      .when(attempt(right, 1, elsewhere))
      .happensLike({ type: 'SignInCodeUsed' });
  });

  test('many networks together have a limit, too', () => {
    const everywhere = times(CODE_TRIES_OF_ALL, (n) => refused(network(n)));
    given(signIn, [sent(0), ...everywhere.slice(1)])
      .when(attempt(right, 1))
      .happensLike({ type: 'SignInCodeUsed' });
    given(signIn, [sent(0), ...everywhere])
      .when(attempt(right, 1))
      .nothingHappens();
  });

  test('few codes are good at once, and the network that asked for most loses one first', () => {
    const own = times(CODES_KEPT + 1, (n) => sent(n, home, network(n)));
    given(signIn, own)
      .when(attempt(network(0), 5))
      .happens(refused());
    given(signIn, own)
      .when(attempt(network(1), 5))
      .happensLike({ type: 'SignInCodeUsed' });
    const others = times(CODES_KEPT_OF_ALL, (n) => sent(1, network(n % 2), wrong));
    given(signIn, [sent(0), ...others])
      .when(attempt(right, 2))
      .happensLike({ type: 'SignInCodeUsed' });
  });

  test('a network gets a few codes an hour for an address, and more when the hour has passed; others have theirs', () => {
    const burst = times(CODES_AN_HOUR.ofNetwork, (n) => sent(n));
    given(signIn, burst).when(send(10)).refused('SIGN_IN.TOO_MANY_CODES');
    given(signIn, burst).when(send(10, elsewhere)).happensLike({ type: 'SignInCodeSent' });
    given(signIn, burst).when(send(61)).happensLike({ type: 'SignInCodeSent' });
  });

  test('no mailbox is flooded, from however many networks', () => {
    const flood = times(CODES_AN_HOUR.ofAll, (n) => sent(n, network(n)));
    given(signIn, flood).when(send(30)).refused('SIGN_IN.TOO_MANY_CODES');
  });

  test('nobody goes on asking all day, from one network or from many', () => {
    const [day, apart] = [24 * 60, 14];
    const own = times(CODES_A_DAY.ofNetwork, (n) => sent(n * apart));
    given(signIn, own)
      .when(send(day - 1))
      .refused('SIGN_IN.TOO_MANY_CODES');
    given(signIn, own).when(send(day)).happensLike({ type: 'SignInCodeSent' });
    given(signIn, own)
      .when(send(day - 1, elsewhere))
      .happensLike({ type: 'SignInCodeSent' });
    const all = times(CODES_A_DAY.ofAll, (n) => sent(n * apart, network(n)));
    given(signIn, all)
      .when(send(day - 1))
      .refused('SIGN_IN.TOO_MANY_CODES');
  });

  describe('after a clock that ran ahead was set right', () => {
    const AHEAD = 30 * 24 * 60;

    test('its codes keep nobody from a new one, from their network or from all', () => {
      const own = times(CODES_A_DAY.ofNetwork, (n) => sent(AHEAD + n));
      given(signIn, own).when(send(0)).happensLike({ type: 'SignInCodeSent' });
      const all = times(CODES_A_DAY.ofAll, (n) => sent(AHEAD + n, network(n)));
      given(signIn, all).when(send(0)).happensLike({ type: 'SignInCodeSent' });
      // A little ahead is two servers, and counts.
      given(
        signIn,
        times(CODES_AN_HOUR.ofNetwork, () => sent(5)),
      )
        .when(send(0))
        .refused('SIGN_IN.TOO_MANY_CODES');
    });

    test('what is sent from then on counts as ever: it does not begin anew with each code', () => {
      const since = times(CODES_AN_HOUR.ofNetwork, (n) => sent(n));
      given(signIn, [...times(CODES_A_DAY.ofNetwork, (n) => sent(AHEAD + n)), ...since])
        .when(send(10))
        .refused('SIGN_IN.TOO_MANY_CODES');
    });

    test('its ten-minute codes are good for nobody', () => {
      for (const at of [0, AHEAD - 6])
        given(signIn, [sent(AHEAD)])
          .when(attempt(right, at))
          .nothingHappens();
      // A little ahead is two servers.
      given(signIn, [sent(AHEAD)])
        .when(attempt(right, AHEAD - 5))
        .happensLike({ type: 'SignInCodeUsed' });
      // With another code sent, it is gone for good.
      given(signIn, [sent(AHEAD), sent(0, home, wrong)])
        .when(attempt(right, AHEAD + 1))
        .nothingHappens();
    });
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

  test('those that ran out are closed when another is opened, a hundred at once', () => {
    const tablet = opened('7'.repeat(64), 1_200);
    const open = (at: number): SessionsCommand => ({
      type: 'OpenSession',
      by: HUB,
      at: minutes(at),
      on: '2026-03-06' as Day,
      data: tablet.data,
    });
    given(sessions, [opened(laptop), opened(phone, 700)])
      .when(open(600))
      .happens({ type: 'SessionClosed', data: { person: ben, session: laptop } }, tablet);
    given(sessions, [opened(laptop), opened(phone)])
      .when(open(599))
      .happens(tablet);
    const many = times(CLEARED_LIMIT_SESSIONS + 1, (n) => opened(network(n)));
    given(sessions, many)
      .when(open(600))
      .happens(
        ...many.slice(0, -1).map(({ data: { session } }) => ({ type: 'SessionClosed' as const, data: { person: ben, session } })),
        tablet,
      );
  });

  test('signing in again counts for the session in which it was done, while that is open', () => {
    const again: SessionsCommand = {
      ...{ type: 'SignInAgain', by: HUB, at: minutes(1), on: '2026-03-06' as Day },
      data: { person: ben, session: laptop },
    };
    const proven: SessionsEvent = { type: 'SignedInAgain', data: { person: ben, session: laptop } };
    given(sessions, [opened(laptop), opened(phone)])
      .when(again)
      .happens(proven);
    given(sessions, [opened(laptop), proven])
      .when(again)
      .happens(proven);
    given(sessions, [opened(phone)])
      .when(again)
      .nothingHappens();
    given(sessions, [opened(laptop), proven])
      .when(close(laptop))
      .happens({ type: 'SessionClosed', data: { person: ben, session: laptop } });
  });

  function opened(session: string, until = 600): Extract<SessionsEvent, { type: 'SessionOpened' }> {
    return { type: 'SessionOpened', data: { person: ben, session, shared: false, expiresAt: minutes(until) } };
  }
  function close(session: string): SessionsCommand {
    return { type: 'CloseSession', by: ben, at: minutes(1), on: '2026-03-06' as Day, data: { person: ben, session } };
  }
});

const expiryOf = (at: number) => new Date(Date.parse(minutes(at)) + CODE_LIFE_MS).toISOString() as Instant;

function sent(at: number, from = home, code = right): SignInEvent {
  return { type: 'SignInCodeSent', data: { address, person: ben, code, expiresAt: expiryOf(at), from } };
}
function refused(from = home): SignInEvent {
  return { type: 'SignInCodeRefused', data: { address, from } };
}
function send(at: number, from = home): SignInCommand {
  const data = { address, person: ben, code: right, expiresAt: expiryOf(at), from };
  return { type: 'SendSignInCode', by: HUB, at: minutes(at), on: '2026-03-06' as Day, data };
}
function attempt(code: string, at: number, from = home): SignInCommand {
  return { type: 'TrySignInCode', by: HUB, at: minutes(at), on: '2026-03-06' as Day, data: { address, code, from } };
}
