import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { say, type Said } from './answers-said.testing.js';
import { community, signedIn, TABLE, WHO, type Who } from './every-endpoint.testing.js';

// What is worked out beside views has no releases, so it may not depend on what people said at all. Views themselves are attacked in
// projections/views/figures-attack.

/** Everyone but the pair, who know their own answers. */
const READERS = signedIn.filter((who) => who !== 'mentee' && who !== 'mentor');
/** Files, times and how many events of each kind: none is an answer, and only those who run the hub read them. */
const LEFT_OUT = new Set(['get /api/status', 'get /api/health']);
/** Random, and of no meaning. */
const EVENT_IDS = /019[0-9a-f]{5}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

describe('[figures] what people said', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  const hubs = new Map<Said, { readonly hub: Hub; readonly cookies: ReadonlyMap<Who, string> }>();

  beforeAll(async () => {
    folders = await testFolders();
    for (const said of ['well', 'badly'] as const) {
      const hub = await openTestHub(folders.next(), `${folders.log}-${said}`, new TestClock('2026-03-06T09:00:00.000Z' as Instant));
      await community(hub);
      await say(hub, said);
      hubs.set(said, {
        hub,
        cookies: new Map(await Promise.all(signedIn.map(async (who) => [who, await cookieOf(hub, WHO[who] as PersonId)] as const))),
      });
    }
  });
  afterAll(async () => {
    for (const { hub } of hubs.values()) await hub.close();
    await folders.clean();
  });

  async function heard(said: Said, who: Who, path: string) {
    const { hub, cookies } = hubs.get(said)!;
    const { status, text, body } = await request(hub.server).get(path).set('Cookie', cookies.get(who)!).set('x-alongside', '1');
    const all = text ?? (Buffer.isBuffer(body) ? body.toString('base64') : JSON.stringify(body));
    return `${status} ${all.replaceAll(EVENT_IDS, 'event')}`;
  }

  test.each(
    Object.entries(TABLE).flatMap(([endpoint, lines]) =>
      endpoint.startsWith('get ') && !LEFT_OUT.has(endpoint) ? lines.map(({ path }) => path) : [],
    ),
  )('changes nothing in the answer of %s to anybody else', async (path) => {
    for (const who of READERS) expect([who, await heard('badly', who, path)]).toEqual([who, await heard('well', who, path)]);
  });

  test.each(['mentee', 'mentor'] as const)('is in what the %s takes away, who knows it', async (who) => {
    expect(await heard('badly', who, '/api/my-record.json')).not.toBe(await heard('well', who, '/api/my-record.json'));
  });
});
