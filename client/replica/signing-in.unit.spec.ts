import { jest } from '@jest/globals';
import { BROWSER } from './ports.js';
import { createSession, request, type Session } from './session.js';
import { settle } from './testing/small-hub.js';
import { Unreachable, type Ask, type Reply } from './transport.js';

const ASHA: Session = { person: 'asha', name: 'Asha', memberships: [], roles: [], demo: false };

/** A hub where asha is signed in, which answers everything else as the test says, and what it was asked beside who is signed in. */
function hub(reply: Reply = { status: 200, body: undefined }, signedIn = true) {
  const asked: Ask[] = [];
  let here = signedIn;
  const told: string[] = [];
  const session = createSession(
    {
      ask: async (ask) => {
        if (ask.path === '/api/session') return here ? { status: 200, body: ASHA } : { status: 401, body: undefined };
        asked.push(ask);
        return reply;
      },
      live: () => {
        throw new Error('No line is needed.');
      },
    },
    { started: ({ person }) => void told.push(person), ended: () => void told.push('nobody') },
    BROWSER,
  );
  return { session, asked, told, is: (person: boolean) => (here = person) };
}

describe('signing in and out', () => {
  test.each<[string, (session: ReturnType<typeof hub>['session']) => Promise<unknown>, Ask]>([
    [
      'a code for an address',
      ({ askForCode }) => askForCode('asha@oakfield.example'),
      { method: 'POST', path: '/api/sign-in/code', body: { email: 'asha@oakfield.example' } },
    ],
    [
      'to be let in by the code, and whether others use this computer',
      ({ signIn }) => signIn('asha@oakfield.example', '123456', true),
      { method: 'POST', path: '/api/sign-in', body: { email: 'asha@oakfield.example', code: '123456', shared: true } },
    ],
    ['whose hub this is', ({ hubName }) => hubName(), { method: 'GET', path: '/api/sign-in/hub' }],
    ['whom a demonstration has', ({ demoPeople }) => demoPeople(), { method: 'GET', path: '/api/sign-in/demo' }],
    ['to be one of them', ({ signInAs }) => signInAs('asha'), { method: 'POST', path: '/api/sign-in/demo', body: { person: 'asha' } }],
    ['to leave', ({ signOut }) => signOut(), { method: 'POST', path: '/api/sign-out' }],
    ['to leave everywhere', ({ signOutEverywhere }) => signOutEverywhere(), { method: 'POST', path: '/api/sign-out/everywhere' }],
  ])('asks the hub %s', async (_, act, ask) => {
    const { session, asked } = hub();
    await act(session);
    expect(asked).toEqual([ask]);
  });

  test('whoever is let in is signed in by the time that this is answered, and who is not is not', async () => {
    const { session, told } = hub();
    expect(await session.signIn('asha@oakfield.example', '123456', false)).toEqual({ ok: true, value: undefined });
    expect([session.session(), told]).toEqual([ASHA, ['asha']]);
    const wrong = hub({ status: 403, body: { code: 'CODE.WRONG', message: 'That code is not right.' } });
    expect(await wrong.session.signIn('asha@oakfield.example', '000000', false)).toMatchObject({
      ok: false,
      error: { code: 'CODE.WRONG' },
    });
    expect([wrong.session.session(), wrong.told]).toEqual([undefined, []]);
  });

  test.each([
    ['it is done', { status: 204, body: undefined }, true],
    ['the session was over already', { status: 401, body: { code: 'SESSION.NONE', message: 'Please sign in.' } }, true],
    ['the hub could not do it', { status: 503, body: undefined }, false],
  ])('nobody is signed in once somebody leaves and %s: %#', async (_, reply, left) => {
    const { session, told } = hub(reply);
    await session.refresh();
    expect((await session.signOut()).ok).toBe(left);
    expect([session.session(), told]).toEqual(left ? [null, ['asha', 'nobody']] : [ASHA, ['asha']]);
  });

  test('who is signed in is told once, however often the hub says so, and so is that nobody is', async () => {
    const { session, told, is } = hub();
    await session.refresh();
    await session.refresh();
    is(false);
    expect([await session.refresh(), await session.refresh()]).toEqual([true, true]);
    expect(told).toEqual(['asha', 'nobody']);
  });

  test('[RP15] of two who ask at once who is here, both have the word of the last', async () => {
    const { session, is } = hub();
    const first = session.refresh();
    const second = session.refresh();
    expect(await Promise.all([first, second])).toEqual([true, true]);
    is(false);
    expect(await Promise.all([session.refresh(), session.refresh()])).toEqual([true, true]);
    expect(session.session()).toBeNull();
  });

  test('[RP14] the hub is asked as a page is looked at again only where nobody is signed in', async () => {
    const { session, told, is } = hub({ status: 200, body: undefined }, false);
    session.lookAgain();
    await Promise.resolve();
    expect(session.session()).toBeUndefined();
    await session.refresh();
    is(true);
    session.lookAgain();
    await new Promise((go) => setTimeout(go));
    is(false);
    session.lookAgain();
    await new Promise((go) => setTimeout(go));
    expect(told).toEqual(['nobody', 'asha']);
  });
});

test('[RP14] where the hub says that the session is over it is asked who is here, and so soon again it is believed', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  try {
    const { session, told } = hub();
    await session.refresh();
    const isOver = async () => {
      session.over();
      await settle();
    };
    await isOver();
    expect(told).toEqual(['asha', 'nobody', 'asha']);
    jest.advanceTimersByTime(9_999);
    await isOver();
    expect(told).toEqual(['asha', 'nobody', 'asha', 'nobody']);
    // Nobody is here any more: that it is over says nothing new.
    jest.advanceTimersByTime(60_000);
    await isOver();
    expect(told).toHaveLength(4);
    await session.refresh();
    await isOver();
    expect(told.slice(4)).toEqual(['asha', 'nobody', 'asha']);
  } finally {
    jest.useRealTimers();
  }
});

describe('what the hub says to a request', () => {
  const asked = (reply: () => Promise<Reply>) =>
    request(
      {
        ask: reply,
        live: () => {
          throw new Error('No line is needed.');
        },
      },
      { method: 'POST', path: '/api/imports' },
    );
  const answered = (status: number, body?: unknown) => asked(async () => ({ status, body }));

  test.each([200, 201, 204, 299])('%d is done', async (status) => {
    expect(await answered(status, { rows: 1 })).toEqual({ ok: true, value: { rows: 1 } });
  });

  test.each([
    [199, 'We could not do that. Reload the page and try again.'],
    [300, 'We could not do that. Reload the page and try again.'],
    [404, 'We could not do that. Reload the page and try again.'],
    [429, 'Alongside is very busy right now. Try again in a minute.'],
    [500, 'Something went wrong on our side, and we have logged it. Try again.'],
    [503, 'Something went wrong on our side, and we have logged it. Try again.'],
  ])('%d without words is said in ours', async (status, message) => {
    expect(await answered(status)).toEqual({ ok: false, error: { status, code: `HTTP.${status}`, message } });
  });

  test('a refusal is said in the hub’s words, with what is wrong with each field', async () => {
    const refusal = { code: 'IMPORT.INVALID', message: 'Check the file.', problems: [{ field: 'email', message: 'Write an address.' }] };
    expect(await answered(409, refusal)).toEqual({ ok: false, error: { status: 409, ...refusal } });
    expect(await answered(409, { code: 'X', message: 'No.' })).toEqual({ ok: false, error: { status: 409, code: 'X', message: 'No.' } });
  });

  test('no answer is said as what it is, and a fault of the page is none of the hub’s', async () => {
    expect(await asked(() => Promise.reject(new Unreachable('cut')))).toMatchObject({
      ok: false,
      error: { status: 0, code: 'CLIENT.AWAY' },
    });
    await expect(asked(() => Promise.reject(new TypeError('No such thing.')))).rejects.toThrow('No such thing.');
  });
});
