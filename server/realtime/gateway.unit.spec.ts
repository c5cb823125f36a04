import { jest } from '@jest/globals';
import type { Server } from 'socket.io';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { PROTOCOL_VERSION } from '@alongside/domain/protocol/messages.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { ASKED_LIMIT_PER_MINUTE, CONNECTIONS_LIMIT_PER_PERSON, EXPIRY_INTERVAL_MS, Gateway, PROGRESS_INTERVAL_MS } from './gateway.js';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

const at = (place: number) => String(place).padStart(4, '0') as Position;
const PERSON = { name: 'person', version: 3, indexes: [], on: {} } as View;
type Socket = Parameters<Gateway['resume']>[0];
type Entrance = (socket: Socket, next: (refused?: Error) => void) => void;

/** A process with one view and a line, whose connections, sessions and failures a test makes up. */
function process() {
  const store = new MemoryViewStore();
  store.prepare(PERSON);
  store.serve(PERSON);
  let place: number | undefined = 1;
  let fails = false;
  const sessions = new Map<string, string>();
  const sockets = new Map<string, Socket>();
  const [sent, errors]: [unknown[], string[]] = [[], []];
  let [revoked, changed, served]: [
    (session: string) => void,
    (changes: readonly Change[], through: Position) => void,
    (view: string) => void,
  ] = [() => undefined, () => undefined, () => undefined];
  const listening = new Set<string>();
  const listens = (name: string) => {
    listening.add(name);
    return () => void listening.delete(name);
  };
  const gateway = new Gateway({
    views: {
      store,
      through: () => {
        if (fails) throw new Error('disk I/O error');
        return place === undefined ? undefined : at(place);
      },
      caughtUp: () => Promise.resolve(true),
      onChanges: (told) => ((changed = told), listens('changes')),
    },
    config: {},
    audience: { principals: (person) => new Set(['everyone', `person:${person}`] as const) },
    sessions: {
      personOf: (token) => sessions.get(token ?? '') as PersonId | undefined,
      hashOf: (token) => `hash of ${token}`,
      onRevoked: (told) => ((revoked = told), listens('sessions')),
    },
    projector: { onServed: (told) => ((served = told), listens('views')), stopped: [] },
    health: { views: { standStill: false } },
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: (message) => void errors.push(message) },
  });
  let entrance: Entrance = () => undefined;
  gateway.afterInit({
    use: (enter: Entrance) => void (entrance = enter),
    to: (ids: readonly string[]) => ({ emit: (event: string, message: unknown) => void sent.push({ ids, event, message }) }),
    encoder: { encode: () => [] },
    sockets: { sockets },
    // As much of it as the gateway uses.
  } as unknown as Server);

  /** A user comes with a cookie, and is let in or not. */
  function comes(id: string, cookie: string | undefined, person?: string) {
    const heard: string[] = [];
    const socket = {
      ...{ id, connected: true, handshake: { headers: { cookie }, auth: { ...(person !== undefined && { person }) } }, data: undefined },
      emit: (event: string) => void heard.push(event),
      disconnect: (whole: boolean) => void heard.push(whole ? 'line closed' : 'left'),
      conn: { close: () => void heard.push('cut off') },
    } as unknown as Socket;
    let refused: string | undefined;
    entrance(socket, (why) => (refused = why?.message));
    if (refused === undefined) {
      sockets.set(id, socket);
      gateway.handleConnection(socket);
    }
    return { socket, heard, refused };
  }
  return {
    ...{ gateway, sent, errors, listening, comes },
    /** Ben signs in, and comes. */
    ben: (id = 'ben-1') => {
      sessions.set('t-ben', 'ben');
      return comes(id, 'theme=dark; alongside=t-ben');
    },
    signsIn: (person: string, token = `t-${person}`) => void sessions.set(token, person),
    /** A session runs out, of which nobody tells. */
    runsOut: (token: string) => void sessions.delete(token),
    revokes: (token: string) => {
      sessions.delete(token);
      revoked(`hash of ${token}`);
    },
    happens: () => {
      place = (place ?? 0) + 1;
      const row = { audience: ['everyone'] as const, data: { person: 'asha' } };
      changed([{ view: 'person', id: 'asha', position: at(place), before: [], under: { before: [], after: [] }, row }], at(place));
    },
    isServed: (view: string) => served(view),
    fails: (does: boolean) => void (fails = does),
  };
}
const ALL = { views: ['person'] };

describe('who comes on the line', () => {
  test('is let in with a session, and told that they are signed out without', () => {
    const { comes, ben } = process();
    expect(ben().refused).toBeUndefined();
    expect([comes('x-1', undefined), comes('x-2', 'alongside='), comes('x-3', 'alongside=t-else')].map(({ refused }) => refused)).toEqual([
      'signed-out',
      'signed-out',
      'signed-out',
    ]);
  });

  test('[RP14] is let in for the person whom its tab shows, and for no other', () => {
    const { comes, signsIn } = process();
    signsIn('asha', 't-browser');
    const tabOf = (person: string) => comes(`${person}-tab`, 'alongside=t-browser', person).refused;
    expect([tabOf('asha'), tabOf('ben')]).toEqual([undefined, 'signed-out']);
  });

  test('has so many connections open at most, each person by themselves', () => {
    const { gateway, comes, signsIn } = process();
    for (const person of ['ben', 'asha']) signsIn(person);
    const come = (n: number, person = 'ben') => comes(`${person}-${n}`, `alongside=t-${person}`);
    const all = Array.from({ length: CONNECTIONS_LIMIT_PER_PERSON }, (_, n) => come(n));
    expect(all.filter(({ refused }) => refused !== undefined)).toEqual([]);
    expect([come(100).refused, come(0, 'asha').refused]).toEqual(['too-many-connections', undefined]);
    const [first, second] = all;
    if (first) gateway.handleDisconnect(first.socket);
    expect([come(101).refused, come(102).refused]).toEqual([undefined, 'too-many-connections']);
    if (second) gateway.handleDisconnect(second.socket);
    expect(come(103).refused).toBeUndefined();
  });
});

describe('a client on the line', () => {
  test('hears of what it keeps from when it has said so, and no more once it left', async () => {
    const { gateway, ben, happens, sent } = process();
    const { socket } = ben();
    happens();
    expect(sent).toEqual([]);
    expect(await gateway.resume(socket, ALL)).toEqual({ kind: 'resumed', through: at(2), protocol: PROTOCOL_VERSION });
    happens();
    const put = { kind: 'put', row: { view: 'person', id: 'asha', position: at(3), data: { person: 'asha' } } };
    expect(sent).toEqual([{ ids: ['ben-1'], event: 'changes', message: { through: at(3), changes: [put] } }]);
    gateway.handleDisconnect(socket);
    happens();
    expect(sent).toHaveLength(1);
  });

  test('keeps more, or less, by name, and only once it has resumed', async () => {
    const { gateway, ben, happens, sent } = process();
    const { socket } = ben();
    const watch = { add: [{ view: 'person', ids: ['asha'] }], drop: [] };
    expect(await gateway.watch(socket, watch)).toEqual({ kind: 'refused', code: 'SOCKET.RESUME_FIRST' });
    await gateway.resume(socket, { views: [] });
    expect(await gateway.watch(socket, watch)).toEqual({ kind: 'resumed', through: at(1), protocol: PROTOCOL_VERSION });
    happens();
    expect(sent).toHaveLength(1);
    await gateway.watch(socket, { add: [], drop: watch.add });
    happens();
    expect(sent).toHaveLength(1);
  });

  test('resumes with all that it keeps, views as a whole and rows by name, from where it is', async () => {
    const { gateway, ben, sent, happens } = process();
    const { socket } = ben();
    const scopes = [{ view: 'person', ids: ['asha'] }];
    expect(await gateway.resume(socket, { views: [], scopes, after: at(5) })).toMatchObject({ kind: 'resumed', through: at(1) });
    happens();
    // It came from a process that is ahead, and has this.
    expect(sent).toEqual([]);
    await gateway.watch(socket, { add: scopes, drop: [], after: at(2) });
    happens();
    expect(sent).toHaveLength(1);
  });

  test('keeps so much by name and no more', async () => {
    const { gateway, ben } = process();
    const { socket } = ben();
    const some = (from: number) => ({ view: 'person', ids: Array.from({ length: 5_000 }, (_, n) => `p${from + n}`) });
    const scopes = [0, 5_000, 10_000, 15_000].map(some);
    expect(await gateway.resume(socket, { views: [], scopes })).toMatchObject({ kind: 'resumed' });
    expect(await gateway.resume(socket, { views: ['person'], scopes })).toEqual({ kind: 'refused', code: 'SOCKET.TOO_MUCH' });
  });

  test.each([
    ['newer', 2],
    ['older', 4],
  ])('[RP23] is told where the hub’s rows are %s than it knows, and hears nothing of them', async (how, version) => {
    const { gateway, ben, happens, sent } = process();
    const { socket } = ben();
    const versions = { person: version };
    expect(await gateway.resume(socket, { ...ALL, versions })).toMatchObject({ kind: 'resumed', [how]: ['person'] });
    expect(await gateway.watch(socket, { add: [{ view: 'person', ids: ['asha'] }], drop: [], versions })).toMatchObject({
      [how]: ['person'],
    });
    happens();
    expect(sent).toEqual([]);
  });

  test('that says what is not understood is refused, and goes on as before', async () => {
    const { gateway, ben, happens, sent } = process();
    const { socket } = ben();
    await gateway.resume(socket, ALL);
    for (const body of [undefined, null, 'person', {}, { views: 'person' }, { views: [7] }])
      expect(await gateway.resume(socket, body)).toEqual({ kind: 'refused', code: 'SOCKET.INVALID' });
    expect(await gateway.watch(socket, ALL)).toEqual({ kind: 'refused', code: 'SOCKET.INVALID' });
    happens();
    expect(sent).toHaveLength(1);
  });

  test('asks so often in a minute and no more', async () => {
    const { gateway, ben } = process();
    const [{ socket }, { socket: other }] = [ben('ben-1'), ben('ben-2')];
    for (let times = 1; times < ASKED_LIMIT_PER_MINUTE; times += 1) void gateway.resume(socket, 'nothing');
    expect(await gateway.resume(socket, ALL)).toMatchObject({ kind: 'resumed' });
    expect(await gateway.watch(socket, { add: [], drop: [] })).toEqual({ kind: 'refused', code: 'SOCKET.TOO_OFTEN' });
    expect(await gateway.resume(other, ALL)).toMatchObject({ kind: 'resumed' });
    jest.advanceTimersByTime(59_000);
    expect(await gateway.resume(socket, ALL)).toEqual({ kind: 'refused', code: 'SOCKET.TOO_OFTEN' });
    jest.advanceTimersByTime(1_000);
    expect(await gateway.resume(socket, ALL)).toMatchObject({ kind: 'resumed' });
  });

  test('that went before its turn came is not placed: it would be told of things for ever', async () => {
    const { gateway, ben, happens, sent } = process();
    const { socket } = ben();
    const resumed = gateway.resume(socket, ALL);
    Object.assign(socket, { connected: false });
    gateway.handleDisconnect(socket);
    expect(await resumed).toEqual({ kind: 'refused', code: 'SOCKET.GONE' });
    happens();
    expect(sent).toEqual([]);
  });

  test('that could not be brought up to date hears nothing until it was, and the log has why', async () => {
    const { gateway, ben, happens, fails, sent, errors } = process();
    const { socket } = ben();
    await gateway.resume(socket, ALL);
    fails(true);
    expect(await gateway.resume(socket, { ...ALL, after: at(1) })).toEqual({ kind: 'refused', code: 'SOCKET.FAILED' });
    expect(errors).toEqual(['A client could not be brought up to date.']);
    fails(false);
    happens();
    expect(sent).toEqual([]);
    await gateway.resume(socket, ALL);
    happens();
    expect(sent).toHaveLength(1);
  });
});

describe('a session that ends', () => {
  /** Ben is here twice, with a session each, and so is asha. */
  async function here() {
    const hub = process();
    hub.signsIn('ben', 't-1');
    hub.signsIn('ben', 't-2');
    hub.signsIn('asha', 't-3');
    const all = ['t-1', 't-2', 't-3'].map((token) => hub.comes(`of ${token}`, `alongside=${token}`));
    for (const { socket } of all) await hub.gateway.resume(socket, ALL);
    return { ...hub, all, heard: () => all.map((one) => one.heard) };
  }
  const OUT = ['signed-out', 'line closed'];

  test('is told to its own connections at once, which hear nothing more', async () => {
    const { revokes, happens, sent, heard } = await here();
    revokes('t-2');
    expect(heard()).toEqual([[], OUT, []]);
    happens();
    expect(sent).toMatchObject([{ ids: ['of t-1', 'of t-3'] }]);
  });

  test('because its time is up is found out every half minute', async () => {
    const { runsOut, heard } = await here();
    runsOut('t-1');
    jest.advanceTimersByTime(EXPIRY_INTERVAL_MS - 1);
    expect(heard()).toEqual([[], [], []]);
    jest.advanceTimersByTime(1);
    expect(heard()).toEqual([OUT, [], []]);
  });

  test('and whose client asks for something meanwhile is found out by that', async () => {
    const { gateway, runsOut, heard, all } = await here();
    runsOut('t-1');
    const [first] = all;
    expect(first && (await gateway.watch(first.socket, { add: [], drop: [] }))).toEqual({ kind: 'refused', code: 'SESSION.NONE' });
    expect(heard()).toEqual([OUT, [], []]);
  });

  test('with the view of sessions that is built anew is found out as that serves', async () => {
    const { runsOut, isServed, heard } = await here();
    runsOut('t-3');
    isServed('directory');
    expect(heard()).toEqual([[], [], []]);
    isServed('session');
    expect(heard()).toEqual([[], [], OUT]);
  });
});

test('whoever keeps a view that was built anew is cut off, and comes back by itself', async () => {
  const { gateway, ben, isServed } = process();
  const [first, second] = [ben('ben-1'), ben('ben-2')];
  await gateway.resume(first.socket, ALL);
  await gateway.resume(second.socket, { views: ['meeting'] });
  isServed('person');
  expect([first.heard, second.heard]).toEqual([['cut off'], []]);
});

test('how far the views are is told to everybody once in a second, where anything happened', async () => {
  const { gateway, ben, happens, sent } = process();
  await gateway.resume(ben('ben-1').socket, { views: ['meeting'] });
  jest.advanceTimersByTime(10 * PROGRESS_INTERVAL_MS);
  expect(sent).toEqual([]);
  happens();
  happens();
  jest.advanceTimersByTime(PROGRESS_INTERVAL_MS - 1);
  expect(sent).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(sent).toEqual([{ ids: ['ben-1'], event: 'changes', message: { through: at(3), changes: [] } }]);
  jest.advanceTimersByTime(10 * PROGRESS_INTERVAL_MS);
  expect(sent).toHaveLength(1);
});

test('a hub that stops listens to nothing more, and leaves no clock running', () => {
  const { gateway, listening } = process();
  expect(listening.size).toBe(3);
  gateway.onApplicationShutdown();
  expect([listening.size, jest.getTimerCount()]).toEqual([0, 0]);
});
