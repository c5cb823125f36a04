import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { EventFeed } from '@alongside/projections/engine/feed.js';
import { Projector } from '@alongside/projections/engine/projector.js';
import type { Row } from '@alongside/projections/engine/view.js';
import { SqliteViewStore } from './sqlite-view-store.js';
import { communityStory } from '@alongside/projections/testing/community.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { seededRandom } from '@alongside/projections/testing/seeded-random.js';
import { allViews } from '@alongside/projections/views/index.js';

const folder = mkdtempSync(join(tmpdir(), 'views-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Events as a log would deliver them, cut into batches of up to `batchSizeEvents`. */
function feedOf(events: readonly Recorded<Event>[], batchSizeEvents: number): EventFeed {
  const after = (position: string | undefined) => events.filter((event) => position === undefined || event.position > position);
  const cut = (left: readonly Recorded<Event>[]) =>
    Array.from({ length: Math.ceil(left.length / batchSizeEvents) }, (_, n) => left.slice(n * batchSizeEvents, (n + 1) * batchSizeEvents));
  return {
    head: async () => events.at(-1)?.position,
    readAll: async function* (options = {}) {
      yield* cut(after(options.after).slice(0, options.limitEvents));
    },
    follow: (position, handle) => {
      const delivered = (async () => {
        for (const batch of cut(after(position))) await handle(batch);
      })();
      return { close: () => delivered };
    },
  };
}

async function project(store: SqliteViewStore, events: readonly Recorded<Event>[], batchSizeEvents: number): Promise<void> {
  const projector = new Projector({ feed: feedOf(events, batchSizeEvents), store, views: allViews, batchSizeEvents });
  await projector.start();
  const last = events.at(-1)?.position;
  if (last) expect(await projector.caughtUpTo(last)).toBe(true);
  await projector.close();
}

const byId = (rows: Iterable<readonly [string, Row<unknown>]>) =>
  [...rows].map(([id, { audience, data }]) => ({ id, audience: [...audience].sort(), data })).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('every view in the store', () => {
  const story = [...communityStory(), happened('PersonErased', { person: 'ben' }, { institutions: ['oakfield', 'riverbank'] })];
  const random = seededRandom('stored views');
  const batchSizeEvents = 1 + random.below(40);
  const file = join(folder, 'views.sqlite');

  test('stands there as a plain fold of the events makes it, private rows included, whatever the batches', async () => {
    const store = SqliteViewStore.open(file);
    await project(store, story.slice(0, -1), batchSizeEvents);
    const told = readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes('canary-ben-'));
    expect(told).toBe(true);
    await project(store, story, batchSizeEvents);
    for (const view of allViews) {
      const stored = store.list(view.name, { for: 'all' }).map((row) => [row.id, row] as const);
      expect({ view: view.name, batchSizeEvents, rows: byId(stored) }).toEqual({
        ...{ view: view.name, batchSizeEvents },
        rows: byId(foldView(view, story)),
      });
    }
    store.close();
  });

  test('[R9] holds no byte of an erased person’s words in any file once it was scrubbed', () => {
    const store = SqliteViewStore.open(file);
    store.scrub();
    const holding = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes('canary-ben-'));
    expect(holding).toEqual([]);
    store.close();
  });
});
