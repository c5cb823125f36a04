import { jest } from '@jest/globals';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ResumeAnswer } from '@alongside/domain/protocol/messages.js';
import { Unreachable, type Ask, type LiveHandlers } from './transport.js';

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
    disconnects: 0,
    disconnect: () => {
      socket.disconnects += 1;
      return socket;
    },
    timeout: () => ({
      emitWithAck: (...said: unknown[]) => {
        socket.said.push(said);
        return new Promise((answer, fail) => {
          socket.answer = answer;
          socket.failResume = () => fail(new Error('timeout'));
        });
      },
    }),
    said: [] as unknown[],
    answer: (() => undefined) as (said: unknown) => void,
    failResume: () => undefined as void,
    says: (event: string, said?: unknown) => on.get(event)?.(said),
  };
  return socket;
}

let socket = madeUpSocket();
const opened: unknown[] = [];
jest.unstable_mockModule('socket.io-client', () => ({ io: (options: unknown) => (opened.push(options), socket) }));
const { httpTransport } = await import('./http-transport.js');

const UNHEARD: LiveHandlers = { connected: () => {}, lost: () => {}, notOpened: () => {}, changes: () => {}, signedOut: () => {} };

async function open() {
  socket = madeUpSocket();
  const heard: string[] = [];
  const handlers: LiveHandlers = {
    connected: () => heard.push('connected'),
    lost: () => heard.push('lost'),
    notOpened: () => heard.push('not opened'),
    changes: ({ through }) => heard.push(`changes to ${through}`),
    signedOut: () => heard.push('signed out'),
  };
  const line = httpTransport.live(handlers, 'ben');
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
    expect([heard, socket.connects]).toEqual([['lost', 'not opened'], 1]);
    socket.says('connect_error', new Error('too-many-connections'));
    await jest.advanceTimersByTimeAsync(1_300);
    expect(socket.connects).toBe(1);
    await jest.advanceTimersByTimeAsync(1_300);
    expect(socket.connects).toBe(2);
  });

  test('goes over a web socket, and by polling where a network lets none through', async () => {
    await open();
    expect(opened.at(-1)).toMatchObject({ transports: ['websocket', 'polling'], auth: { person: 'ben' } });
  });

  test('while the network is at fault, Socket.IO tries by itself', async () => {
    await open();
    socket.says('connect_error', new Error('websocket error'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(socket.connects).toBe(0);
  });

  test('[RP27] one that could not be opened says so each time, for a browser does not tell whether the hub refused it', async () => {
    const { heard } = await open();
    socket.says('connect_error', new Error('websocket error'));
    socket.says('connect_error', new Error('websocket error'));
    expect(heard).toEqual(['lost', 'not opened', 'lost', 'not opened']);
  });

  test('one that was closed while it was asked to resume stays closed', async () => {
    const { line } = await open();
    const resumed = line.resume({ views: [] });
    line.close();
    socket.failResume();
    await expect(resumed).rejects.toThrow('The hub did not answer.');
    expect(socket.connects).toBe(0);
  });

  test('one that gets no answer in time is opened afresh', async () => {
    const { line } = await open();
    const resumed = line.resume({ views: [] });
    socket.failResume();
    await expect(resumed).rejects.toBeInstanceOf(Unreachable);
    expect([socket.disconnects, socket.connects]).toEqual([1, 1]);
  });

  test('hands on what it brings, the end of the session included', async () => {
    const { heard } = await open();
    socket.says('connect');
    socket.says('changes', { through: '7', changes: [] });
    socket.says('signed-out');
    expect(heard).toEqual(['connected', 'changes to 7', 'signed out']);
  });

  test('one that the hub closed is opened again, soon after it was up and only once it is not tried any more by Socket.IO', async () => {
    const { heard } = await open();
    socket.says('disconnect');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([heard, socket.connects]).toEqual([['lost'], 0]);
    socket.active = false;
    for (let times = 1; times <= 3; times += 1) {
      socket.says('disconnect');
      await jest.advanceTimersByTimeAsync(1_300);
      expect(socket.connects).toBe(times);
      socket.says('connect');
    }
  });

  test('one that the browser closed stays closed', async () => {
    const { line } = await open();
    socket.active = false;
    line.close();
    socket.says('disconnect');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([socket.disconnects, socket.connects]).toEqual([1, 0]);
  });

  test('one that was closed before its code arrived is never opened', async () => {
    const times = opened.length;
    const line = httpTransport.live(UNHEARD);
    await expect(line.resume({ views: [] })).rejects.toThrow('The line is not open.');
    line.close();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(opened).toHaveLength(times);
  });

  test.each<[ResumeAnswer]>([[{ kind: 'resumed', through: null }], [{ kind: 'reset', through: '7' as Position }]])(
    'says what is kept, and hands on how the hub lets it go on: %j',
    async (answer) => {
      const { line } = await open();
      const [resume, watch] = [{ views: ['request'] }, { add: [], drop: [] }];
      const resumed = line.resume(resume);
      socket.answer(answer);
      expect([await resumed, socket.said.at(-1)]).toEqual([answer, ['resume', resume]]);
      const watched = line.watch(watch);
      socket.answer(answer);
      expect([await watched, socket.said.at(-1)]).toEqual([answer, ['watch', watch]]);
    },
  );

  test.each([[{ kind: 'refused', code: 'SOCKET.TOO_OFTEN' }], [{ code: 'SESSION.NONE' }], [null], [undefined], ['resumed']])(
    'counts anything else as no answer: %j',
    async (answer) => {
      const { line } = await open();
      const resumed = line.resume({ views: [] });
      socket.answer(answer);
      await expect(resumed).rejects.toThrow(new Unreachable('The hub did not let the line go on.'));
    },
  );
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

  /** Asks a hub that answers so, and tells what it was asked. */
  async function ask(what: Ask, { status = 200, type = 'application/json; charset=utf-8', text = '{"rows":1}' } = {}) {
    const asked: { readonly path: unknown; readonly init: RequestInit | undefined }[] = [];
    globalThis.fetch = async (path, init) => {
      asked.push({ path, init });
      // As much of it as is looked at: there is no Response in this environment.
      return { status, headers: new Headers({ 'content-type': type }), text: async () => text } as Response;
    };
    return { reply: await httpTransport.ask(what), ...asked[0] };
  }

  test('that only reads carries the session and what was named, and nothing that a change would', async () => {
    const { reply, path, init } = await ask({ method: 'GET', path: '/api/count', headers: { 'x-alongside-after': '7' } });
    expect(reply).toEqual({ status: 200, body: { rows: 1 } });
    expect([path, init?.method, init?.credentials]).toEqual(['/api/count', 'GET', 'same-origin']);
    expect(init?.headers).toEqual({ accept: 'application/json', 'x-alongside-after': '7' });
    expect(init).not.toHaveProperty('body');
  });

  test('that changes something says that a page of the hub makes it, and carries JSON', async () => {
    const { init } = await ask({ method: 'POST', path: '/api/commands', body: { note: 'Hello' } });
    expect([init?.headers, init?.body]).toEqual([
      { accept: 'application/json', 'x-alongside': '1', 'content-type': 'application/json' },
      '{"note":"Hello"}',
    ]);
    const { init: empty } = await ask({ method: 'POST', path: '/api/sign-out' });
    expect(empty?.headers).toEqual({ accept: 'application/json', 'x-alongside': '1' });
  });

  test('that carries a file or a form sends it as it is', async () => {
    for (const body of [new Blob(['a list']), new FormData()]) {
      const { init } = await ask({ method: 'POST', path: '/api/imports', body, headers: { 'content-type': 'text/csv' } });
      expect(init?.body).toBe(body);
      expect(init?.headers).toEqual({ accept: 'application/json', 'x-alongside': '1', 'content-type': 'text/csv' });
    }
  });

  test.each([
    ['of another kind', { type: 'text/html', text: '<h1>Gateway</h1>' }],
    ['of no kind', { type: '', text: '{}' }],
    ['without words', { text: '' }],
  ])('that is answered with a page %s has no body', async (_, answer) => {
    expect((await ask({ method: 'GET', path: '/api/count' }, { status: 502, ...answer })).reply).toEqual({ status: 502, body: undefined });
  });

  test('that is answered with JSON that is cut off was not answered', async () => {
    await expect(ask({ method: 'GET', path: '/api/count' }, { text: '{"rows":' })).rejects.toMatchObject({
      ...{ name: 'Unreachable', message: 'The hub could not be reached.' },
    });
  });
});
