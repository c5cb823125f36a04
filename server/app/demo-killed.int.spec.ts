import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { EventStore, StoredEvent } from '@alongside/domain/kernel/event-store.js';
import { readEverything } from '@alongside/domain/testing/event-store.samples.js';
import { hubPlay } from '../demo/seed.js';
import type { ToldEvent } from '../demo/simulation.js';
import { DEMO_SEED, tellDemo } from '../demo/tell.js';
import { eventLogFile } from '../event-store/open.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { IdentitySecrets } from '../identity/secrets.js';
import { emailKeyOf } from '../mail/send-notifications.js';
import { serving, startHubProcess, type HubProcess } from './hub-process.testing.js';
import { CLAIM } from './log-kind.js';

// Ends what hangs: on a machine that does something else as well it takes minutes.
jest.setTimeout(300_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
/** The story has more than 15,000 events: this many are safely in its middle. */
const MIDDLE_LIMIT_EVENTS = 12_000;
const KEY = Buffer.alloc(32, 5);
const settings = { DEMO: '1', MASTER_KEY: KEY.toString('base64') };
/** The names of addresses in the log of a hub with this key. */
const nameOf = (email: string): string => new IdentitySecrets(KEY).address(email);

let dataDir: string;
let store: EventStore;
const running: HubProcess[] = [];
const start = () => {
  const hub = startHubProcess(dataDir, settings);
  running.push(hub);
  return hub;
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alongside-told-'));
  store = await SqliteEventStore.open(eventLogFile(dataDir));
});
afterAll(async () => {
  for (const { process } of running) process.kill('SIGKILL');
  await Promise.all(running.map(({ gone }) => gone));
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Settles once the log holds so many events. */
const holds = (events: number) =>
  new Promise<void>((resolve) => {
    let seen = 0;
    const following = store.follow(undefined, (batch) => {
      seen += batch.length;
      if (seen < events) return;
      void following.close();
      resolve();
    });
  });

const history = async (): Promise<readonly StoredEvent[]> =>
  (await readEverything(store)).filter(({ stream }) => !stream.startsWith('key-'));
const placed = ({ stream, revision, id }: { stream: string; revision: number; id: string }) => `${stream} ${revision} ${id}`;

/** What hubs did about the story itself. It is told with its consequences, so nothing may follow; what falls due on the day of the test may. */
function reactionsToStory(whole: readonly StoredEvent[], told: readonly ToldEvent[]): readonly StoredEvent[] {
  const story = new Set<string>(told.map(({ event }) => event.id));
  const since = whole.slice(told.length);
  const people = told.flatMap(({ event }) => (event.type === 'PersonJoined' ? [(event.data as { person: string }).person] : []));
  const ownEmails = new Set(since.flatMap(({ id }) => people.map((to) => emailKeyOf(id, to))));
  return since.filter(
    ({ causationId, type, data }) =>
      (causationId !== undefined && story.has(causationId)) ||
      (type === 'LetterClaimed' && !ownEmails.has((data as { letter: string }).letter)),
  );
}

describe(`a demo community whose teller is killed (SEED=${seed})`, () => {
  test('is told to its end by those who start next, however many at once, as if nothing had happened', async () => {
    const first = start();
    await holds(1 + (seed % MIDDLE_LIMIT_EVENTS));
    first.process.kill('SIGKILL');
    expect(await first.gone).toBeNull();
    const [claim, end] = await store.readStream(CLAIM);
    expect(end).toBeUndefined();
    const half = (await history()).length;

    const [one, other] = [start(), start()];
    const told = tellDemo(hubPlay(DEMO_SEED, nameOf), claim?.at as Instant);
    await Promise.all([serving(one), serving(other)]);
    const whole = await history();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(told.length);
    // What the living hubs do by themselves, such as reminding, comes after the story.
    expect(whole.slice(0, told.length).map(placed)).toEqual(
      told.map(({ stream, revision, event }) => placed({ stream, revision, id: event.id })),
    );
    expect(await store.readStream(CLAIM)).toMatchObject([
      { type: 'DemoClaimed' },
      { type: 'DemoTold', data: { through: whole[told.length - 1]?.position } },
    ]);
    expect(reactionsToStory(whole, told)).toEqual([]);
  });
});
