import { jest } from '@jest/globals';
import type { Ask, LiveHandlers } from './transport.js';

/** A socket whose hub does what the test says. */
function madeUpSocket() {
  const on = new Map<string, (said?: unknown) => void>();
  const socket = {
    active: true,
    connects: 0,
    on: (event: string, handler: (said?: unknown) => void) => void on.set(event, handler),
    connect: () => {
      socket.connects += 1;
      return socket;
    },
    disconnect: () => socket,
    timeout: () => ({ emitWithAck: () => new Promise((_, fail) => (socket.failResume = () => fail(new Error('timeout')))) }),
    failResume: () => undefined as void,
    says: (event: string, said?: unknown) => on.get(event)?.(said),
  };
  return socket;
}

let socket = madeUpSocket();
const opened: unknown[] = [];
jest.unstable_mockModule('socket.io-client', () => ({ io: (options: unknown) => (opened.push(options), socket) }));
const { httpTransport } = await import('./http-transport.js');

async function open() {
  socket = madeUpSocket();
  const heard: string[] = [];
  const handlers: LiveHandlers = {
    connected: () => heard.push('connected'),
    lost: () => heard.push('lost'),
    changes: () => heard.push('changes'),
    signedOut: () => heard.push('signed out'),
  };
  const line = httpTransport.live(handlers);
  await jest.advanceTimersByTimeAsync(0);
  return { line, heard };
}

describe('the live line', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('a handshake refused because the session ended is a sign-out, and is not tried again', async () => {
    const { heard } = await open();
    socket.active = false;
    socket.says('connect_error', new Error('signed-out'));
    await jest.advanceTimersByTimeAsync(120_000);
    expect([heard, socket.connects]).toEqual([['lost', 'signed out'], 0]);
  });

  test('one refused for another reason is tried again, less and less often', async () => {
    const { heard } = await open();
    socket.active = false;
    socket.says('connect_error', new Error('too-many-connections'));
    await jest.advanceTimersByTimeAsync(1_300);
    expect([heard, socket.connects]).toEqual([['lost'], 1]);
    socket.says('connect_error', new Error('too-many-connections'));
    await jest.advanceTimersByTimeAsync(1_300);
    expect(socket.connects).toBe(1);
    await jest.advanceTimersByTimeAsync(1_300);
    expect(socket.connects).toBe(2);
  });

  test('goes over a web socket, and by polling where a network lets none through', async () => {
    await open();
    expect(opened.at(-1)).toMatchObject({ transports: ['websocket', 'polling'] });
  });

  test('while the network is at fault, Socket.IO tries by itself', async () => {
    await open();
    socket.says('connect_error', new Error('websocket error'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(socket.connects).toBe(0);
  });

  test('one that was closed while it was asked to resume stays closed', async () => {
    const { line } = await open();
    const resumed = line.resume({ views: [] });
    line.close();
    socket.failResume();
    await expect(resumed).rejects.toThrow('The hub did not answer.');
    expect(socket.connects).toBe(0);
  });
});

describe('a request', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Asks a hub that never answers, as long as the test says, and tells whether that was given up. */
  async function askSilence(what: Partial<Ask>) {
    // The browser's own limits run by its own clock, not by the test's.
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementation((limitMs) => {
      const limit = new AbortController();
      setTimeout(() => limit.abort(), limitMs);
      return limit.signal;
    });
    globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError'))));
    let outcome = 'waits';
    httpTransport.ask({ method: 'GET', path: '/api/suggestions', ...what }).catch((error: unknown) => (outcome = (error as Error).name));
    await jest.advanceTimersByTimeAsync(31_000);
    timeout.mockRestore();
    return outcome;
  }

  test('is given up after its limit, also where whoever asks brings a signal of their own', async () => {
    expect(await askSilence({})).toBe('Unreachable');
    expect(await askSilence({ signal: new AbortController().signal })).toBe('Unreachable');
  });

  test('is given up as soon as whoever asked does not want it any more', async () => {
    const wanted = new AbortController();
    setTimeout(() => wanted.abort(), 1_000);
    expect(await askSilence({ signal: wanted.signal })).toBe('Unreachable');
  });

  test('that carries a file takes as long as the file does', async () => {
    expect(await askSilence({ method: 'POST', body: new Blob(['a list']) })).toBe('waits');
  });
});
