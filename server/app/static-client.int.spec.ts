import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import { staticClient } from './static-client.js';

const SCRIPT = 'export const words = "hello"; '.repeat(200);
/** With the path that Express gives a request. */
const asExpress = (incoming: IncomingMessage): IncomingMessage =>
  Object.defineProperty(incoming, 'path', { get: () => incoming.url?.split('?')[0] });

let folder: string;
let server: Server;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-client-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Alongside</title>');
  await writeFile(join(folder, 'assets', 'main-Bx9fK2aQ.js'), SCRIPT);
  // As the build of the client leaves them.
  await writeFile(`${join(folder, 'assets', 'main-Bx9fK2aQ.js')}.br`, brotliCompressSync(SCRIPT));
  await writeFile(`${join(folder, 'assets', 'main-Bx9fK2aQ.js')}.gz`, gzipSync(SCRIPT));
  await mkdir(join(folder, '.vite'));
  await writeFile(join(folder, '.vite', 'manifest.json'), '{}');
  const client = staticClient(folder);
  server = createServer((incoming, response) => client(asExpress(incoming), response, () => response.writeHead(404).end('next')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

describe('the built client', () => {
  test('its page answers for every address of a page, and is asked for anew each time', async () => {
    for (const path of ['/', '/requests/r-1', '/index.html']) {
      const { status, text, headers } = await request(base).get(path);
      expect([status, headers['cache-control'], text]).toEqual([200, 'no-cache', '<!doctype html><title>Alongside</title>']);
    }
  });

  test('files whose name holds their hash are kept for ever, compressed for whoever can read it', async () => {
    const path = '/assets/main-Bx9fK2aQ.js';
    const [br, again] = await Promise.all([1, 2].map(() => request(base).get(path).set('Accept-Encoding', 'br, gzip')));
    expect(again?.headers['content-length']).toBe(br?.headers['content-length']);
    const gzipped = await request(base).get(path).set('Accept-Encoding', 'gzip');
    expect([gzipped.headers['content-encoding'], gzipped.headers['vary']]).toEqual(['gzip', 'Accept-Encoding']);
    expect(br?.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    const plain = await request(base).get(path).set('Accept-Encoding', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(
      (
        await request(base)
          .get(path)

          .set('Accept-Encoding', 'identity')
          .set('If-None-Match', plain.headers['etag'] ?? '')
      ).status,
    ).toBe(304);
  });

  test('what is the server’s, missing, of another type or outside is not answered here', async () => {
    for (const path of [
      '/api/nothing',
      '/api',
      '/socket.io/',
      '/assets/old-12345678.js',
      '/.vite/manifest.json',
      '/..%2f..%2fetc/passwd.txt',
      '/%',
    ])
      expect([path, (await request(base).get(path)).text]).toEqual([path, 'next']);
    expect((await request(base).post('/')).text).toBe('next');
  });

  test('a file that a new build removed is not answered here, and breaks nothing', async () => {
    const script = join(folder, 'assets', 'old-Aa0bC1dE.js');
    for (const name of [script, `${script}.br`]) await writeFile(name, SCRIPT);
    const client = staticClient(folder);
    const later = createServer((incoming, response) => client(asExpress(incoming), response, () => response.writeHead(404).end('next')));
    for (const name of [script, `${script}.br`]) await rm(name);
    const { status, headers } = await request(later).get('/assets/old-Aa0bC1dE.js').set('Accept-Encoding', 'br');
    expect([status, headers['content-encoding']]).toEqual([404, undefined]);
  });

  test('where no client was built, a page says what to do, and so does the log', async () => {
    const said: string[] = [];
    const client = staticClient(join(folder, 'not-there'), (words) => said.push(words));
    const bare = createServer((incoming, response) => client(asExpress(incoming), response, () => response.writeHead(404).end('next')));
    for (const path of ['/', '/requests/r-1', '/index.html']) {
      const { status, text } = await request(bare).get(path);
      expect([status, text]).toEqual([503, expect.stringContaining('run: npm start')]);
    }
    expect((await request(bare).get('/api/nothing')).text).toBe('next');
    expect(said).toEqual([expect.stringContaining('not built')]);
  });
});
