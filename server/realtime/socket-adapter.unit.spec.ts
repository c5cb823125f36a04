import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { isOwnPage, SOCKET_MESSAGE_LIMIT_BYTES, SocketAdapter } from './socket-adapter.js';

const HUB = 'https://mentors.oakfield.example';

describe('whose pages may open a line', () => {
  test.each<[string, IncomingHttpHeaders, string | undefined, boolean]>([
    ['the hub’s own, by the address at which it was asked', { origin: 'http://localhost:3000', host: 'localhost:3000' }, undefined, true],
    ['the hub’s own, by the address that is set', { origin: HUB, host: 'inside:8080' }, `${HUB}/`, true],
    ['nobody’s: who sends no origin has no cookie of a browser', { host: 'localhost:3000' }, HUB, true],
    ['another site’s', { origin: 'https://else.example', host: 'mentors.oakfield.example' }, HUB, false],
    ['another site’s, where no address is set', { origin: 'https://else.example', host: 'localhost:3000' }, undefined, false],
    ['another port’s', { origin: 'http://localhost:4000', host: 'localhost:3000' }, undefined, false],
    ['the same name’s without encryption', { origin: 'http://mentors.oakfield.example', host: 'inside:8080' }, HUB, false],
    ['a file’s', { origin: 'null', host: 'localhost:3000' }, HUB, false],
  ])('%s', (_, headers, publicUrl, own) => {
    expect(isOwnPage(headers, publicUrl)).toBe(own);
  });
});

describe('the line of the hub', () => {
  /** A hub that nobody reaches: what its line would do is asked of it here. */
  function line() {
    const http = createServer();
    const adapter = new SocketAdapter(http as unknown as INestApplicationContext, HUB, (cookies) => cookies === 'ben');
    const server = adapter.createIOServer(0);
    return { http, options: server.engine.opts as Record<string, unknown> };
  }

  test('cuts off at once whatever asks for a websocket where there is none', () => {
    const { http } = line();
    const asks = (url: string | undefined) => {
      let cutOff = false;
      const [ours] = http.listeners('upgrade');
      ours?.call(http, { url }, { destroy: () => (cutOff = true), on: () => undefined });
      return cutOff;
    };
    expect(['/', '/socket', '/api/socket.io/', undefined].map(asks)).toEqual([true, true, true, true]);
    expect(asks('/socket.io/?EIO=4&transport=websocket')).toBe(false);
  });

  test('takes a message that names ten thousand rows, each of two people', () => {
    const ids = Array.from({ length: 10_000 }, () => `${randomUUID()}~${randomUUID()}`);
    const message = JSON.stringify(['resume', { views: [], scopes: [{ view: 'person', ids }] }]);
    expect(line().options['maxHttpBufferSize']).toBeGreaterThan(Buffer.byteLength(message));
  });

  test('takes messages up to a size, of pages of the hub alone, and packs none', async () => {
    const { options } = line();
    expect(options).toMatchObject({ maxHttpBufferSize: SOCKET_MESSAGE_LIMIT_BYTES, perMessageDeflate: false, destroyUpgrade: false });
    const allow = options['allowRequest'] as (
      request: Pick<IncomingMessage, 'headers'>,
      decide: (error: unknown, allowed: boolean) => void,
    ) => void;
    const allowed = (origin: string) =>
      new Promise((told) => allow({ headers: { origin, cookie: 'ben' } }, (error, may) => told([error, may])));
    expect(await Promise.all([allowed(HUB), allowed('https://else.example')])).toEqual([
      [null, true],
      [null, false],
    ]);
  });
});
