import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteViewStore } from './sqlite-view-store.js';
import type { Batch, Change } from '@alongside/projections/store/view-store.js';
import { MemoryFeed } from '@alongside/projections/testing/memory-feed.js';
import { seedOf } from '@alongside/projections/testing/random.js';
import { folded, goalView, someHistory, taking, tallyView } from '@alongside/projections/testing/sample-views.js';
import { Projector } from '@alongside/projections/engine/projector.js';

const folder = mkdtempSync(join(tmpdir(), 'projector-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seed = seedOf();
const ROUNDS = 12;
/** Early versions are rebuilt, restarted and interrupted at random; this is how many times each round. */
const STEPS = 8;

const rowsOf = (store: SqliteViewStore, view: string) =>
  store.list(view, { for: 'all' }).map(({ id, audience, data }) => ({ id, audience, data }));

describe(`views equal a plain fold of the log, however it came to them (SEED=${seed})`, () => {
  test.each(Array.from({ length: ROUNDS }, (_, round) => round))('round %i', async (round) => {
    const random = numbersFrom(seed + round);
    const pick = (limit: number) => Math.floor(random() * limit);
    const feed = new MemoryFeed((left) => 1 + pick(Math.min(left, 30)));
    const file = join(folder, `round-${round}.sqlite`);
    let version = 1;
    feed.append(...someHistory(pick(200), random));

    for (let step = 0; step < STEPS; step += 1) {
      const store = SqliteViewStore.open(file);
      if (random() < 0.4) interruptSometimes(store, random);
      if (random() < 0.25) version += 1;
      const goal = taking(goalView, {}, { version });
      feed.repeatedEvents = pick(5);
      const projector = new Projector({ feed, store, views: [goal, tallyView], batchSizeEvents: 1 + pick(50), retryPauseMs: 1 });
      const started = projector.start();
      if (random() < 0.7) await started;
      const rebuilding = random() < 0.3 ? projector.rebuild('goal') : undefined;
      const position = feed.append(...someHistory(1 + pick(60), random));
      if (random() < 0.7) {
        await started;
        await rebuilding;
        expect(await projector.caughtUpTo(position)).toBe(true);
        expect(rowsOf(store, 'goal')).toEqual(folded(goal, feed.all()));
        expect(rowsOf(store, 'tally')).toEqual(folded(tallyView, feed.all()));
      }
      await projector.close();
      await started;
      store.close();
    }
  });
});

/** A disk that is full now and then. */
function interruptSometimes(store: SqliteViewStore, random: () => number): void {
  const commit = store.commit.bind(store);
  store.commit = (batches: readonly Batch[]): readonly Change[] => {
    if (random() < 0.3) throw new Error('the disk is full');
    return commit(batches);
  };
}
