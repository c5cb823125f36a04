import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ReadAllOptions, Recorded, Subscription } from '@alongside/domain/kernel/event-store.js';

/** Takes the next events, in order, never none. The next batch waits until it settles. */
export type HandleEvents = (events: readonly Recorded[]) => Promise<void> | void;

/** The log as projections read it: typed, unsealed and upcast, in order, at least once. */
export interface EventFeed {
  readAll(options?: ReadAllOptions): AsyncIterable<readonly Recorded[]>;
  head(): Promise<Position | undefined>;
  /** Everything after a position, then everything new. `onStopped`: no more will come; the reader may follow again. */
  follow(after: Position | undefined, handle: HandleEvents, onStopped?: (error: unknown) => void): Subscription;
}

/** What only reads a stretch of the log needs of it. */
export type ReadableFeed = Pick<EventFeed, 'readAll'>;
