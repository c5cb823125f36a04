import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { ReadableFeed } from '../engine/feed.js';
import type { View } from '../engine/view.js';
import type { Catalogue } from '../engine/view-reader.js';
import { PastState } from './past-state.js';
import { Replay } from './replay.js';
import { Snapshots } from './snapshots.js';

/** How many events lie between two remembered states, at first. */
export const SNAPSHOT_INTERVAL_EVENTS = 500;
/** How many states are remembered; beyond that every other one is forgotten, and the interval doubles. */
export const SNAPSHOTS_LIMIT = 48;
const READ_BATCH_EVENTS = 1_000;

export interface ReplayerOptions {
  readonly feed: ReadableFeed;
  /** The views to see as they stood. Fewer views are quicker and smaller. */
  readonly views: readonly View[];
  /** Leaves events out, such as those of other institutions. */
  readonly only?: (event: Recorded) => boolean;
  readonly snapshotIntervalEvents?: number;
  readonly snapshotsLimit?: number;
}

/**
 * The programme on any past date, folded from the log by the same views. Remembered states, limited in number, keep later questions short;
 * they share rows.
 */
export class Replayer<Views extends Catalogue = Catalogue> {
  readonly #snapshots: Snapshots;
  /** Everything read so far. */
  readonly #latest: PastState;
  /** How far the log was read, events of no concern included. */
  #readThrough: Position | undefined;
  /** The last date that was asked for: the next is often just after it. */
  #recent: PastState | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ReplayerOptions) {
    this.#latest = PastState.empty(options.views);
    this.#snapshots = new Snapshots(
      this.#latest.copy(),
      options.snapshotIntervalEvents ?? SNAPSHOT_INTERVAL_EVENTS,
      options.snapshotsLimit ?? SNAPSHOTS_LIMIT,
    );
  }

  /** The views after everything that the log holds up to this moment, the first later event and all after it left out. */
  asOf(instant: Instant): Promise<Replay<Views>> {
    return this.#inTurn(async () => {
      await this.#advance();
      const state = this.#latest.isBy(instant) ? this.#latest.copy() : await this.#stateBy(instant);
      this.#recent = state;
      return new Replay<Views>(instant, state, this.options.views);
    });
  }

  /** Reads what is new in the log, so that the next date is quick. Answers how many events there are in all. */
  prepare(): Promise<number> {
    return this.#inTurn(async () => {
      await this.#advance();
      return this.#latest.events;
    });
  }

  async #advance(): Promise<void> {
    for await (const event of this.#eventsAfter(this.#readThrough)) {
      this.#readThrough = event.position;
      if (!this.#concerns(event)) continue;
      this.#latest.take(event);
      this.#snapshots.offer(this.#latest);
    }
  }

  async #stateBy(instant: Instant): Promise<PastState> {
    const remembered = this.#snapshots.lastBy(instant);
    const recent = this.#recent;
    const state = recent?.isBy(instant) && recent.events > remembered.events ? recent.copy() : remembered.copy();
    for await (const event of this.#eventsAfter(state.position)) {
      if (!this.#concerns(event)) continue;
      if (event.at > instant) break;
      state.take(event);
    }
    return state;
  }

  async *#eventsAfter(position: Position | undefined): AsyncGenerator<Recorded> {
    const after = position !== undefined && { after: position };
    for await (const events of this.options.feed.readAll({ batchSizeEvents: READ_BATCH_EVENTS, ...after })) yield* events;
  }

  #concerns(event: Recorded): boolean {
    return this.options.only?.(event) ?? true;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}
