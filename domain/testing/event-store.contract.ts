import { numbersFrom } from '../kernel/random.js';
import { afterEach, beforeEach, describe } from '@jest/globals';
import { appendingRules } from './event-store.appending.contract.js';
import type { EventStoreUnderTest, Fixture } from './event-store.fixture.js';
import { followingRules } from './event-store.following.contract.js';
import { modelRules } from './event-store.model.contract.js';
import { readingRules } from './event-store.reading.contract.js';
import { shreddingRules } from './event-store.shredding.contract.js';

/** Registers the rules of `docs/spec/event-log.md` as tests of one adapter. `ES_SEED` in the environment repeats a random run. */
export function eventStoreContract(name: string, adapter: EventStoreUnderTest): void {
  const seed = Number(process.env['ES_SEED'] ?? Date.now() % 2 ** 31);
  describe(`event store contract: ${name} (ES_SEED=${seed})`, () => {
    let fixture: Fixture;
    beforeEach(async () => {
      fixture = { store: await adapter.open(), random: numbersFrom(seed), adapter };
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
