import type { EventStore, StoredEvent } from '../kernel/event-store.js';
import type { Random } from './event-store.samples.js';

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
