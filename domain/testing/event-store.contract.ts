import { afterEach, beforeEach, describe } from '@jest/globals';
import type { EventStore, StoredEvent } from '../kernel/event-store.js';
import { appendingRules } from './event-store.appending.contract.js';
import { followingRules } from './event-store.following.contract.js';
import { modelRules } from './event-store.model.contract.js';
import { readingRules } from './event-store.reading.contract.js';
import { seeded, type Random } from './event-store.samples.js';
import { shreddingRules } from './event-store.shredding.contract.js';

/** How an adapter is brought under test. */
export interface EventStoreUnderTest {
  /** A store to use. It may hold events of earlier tests: the rules look only after where it stood. */
  open(): Promise<EventStore>;
  /** Removes what `open` made, after the store was closed. */
  cleanUp?(): Promise<void>;
  /** The adapter's own check of a stream's hash chain: undefined when it holds. */
  verify(events: readonly StoredEvent[]): unknown;
  /** An id used in another stream is noticed. */
  readonly idsAreGlobal: boolean;
  /** The bytes of a shredded stream leave at once, and revisions begin again at 0. */
  readonly shredsAtOnce: boolean;
}

/** What every test of the contract gets: an open store of its own, and the adapter's description. */
export interface Fixture {
  readonly store: EventStore;
  readonly random: Random;
  readonly adapter: EventStoreUnderTest;
}

/** Registers the rules of `docs/spec/event-log.md` as tests of one adapter. `ES_SEED` in the environment repeats a random run. */
export function eventStoreContract(name: string, adapter: EventStoreUnderTest): void {
  const seed = Number(process.env['ES_SEED'] ?? Date.now() % 2 ** 31);
  describe(`event store contract: ${name} (ES_SEED=${seed})`, () => {
    let fixture: Fixture;
    beforeEach(async () => {
      fixture = { store: await adapter.open(), random: seeded(seed), adapter };
    });
    afterEach(async () => {
      await fixture.store.close();
      await adapter.cleanUp?.();
    });
    const given = () => fixture;
    appendingRules(given);
    readingRules(given);
    followingRules(given);
    shreddingRules(given);
    modelRules(given);
  });
}
