import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Handle, StoredEvent, Subscription } from '@alongside/domain/kernel/event-store.js';
import { FOLLOW_BATCH_EVENTS } from '../checks.js';
import { EventStoreRefusesCredentials, EventStoreUnavailable } from './failures.js';
import { fromServer } from './mapping.js';

/** The first wait before subscribing again; each further one is twice as long. */
export const BACK_OFF_FIRST_MS = 100;
/** The longest wait before subscribing again. A server may be away for an hour: the hub goes on trying. */
export const BACK_OFF_LIMIT_MS = 5_000;

/** While the server is away it is said so at most this often, in milliseconds. */
export const REPORT_INTERVAL_MS = 60_000;
/** How often in a row something may go wrong that is not the server's being away, before it ends the following: trying again would not help. */
export const STRANGE_LIMIT_TRIES = 5;

/** What the person who looks after the hub should know: a follower does not hear of new events, or does again. */
export type FollowTrouble = { readonly kind: 'lost'; readonly failures: number; readonly error: unknown } | { readonly kind: 'back' };

/** How long to wait before try number `tries` (from 1). */
export const backOffMs = (tries: number): number => Math.min(BACK_OFF_FIRST_MS * 2 ** (tries - 1), BACK_OFF_LIMIT_MS);

/** A subscription of the server's client: a stream of resolved events that can be told to end. */
export interface ServerSubscription extends AsyncIterable<AllStreamResolvedEvent> {
  /** The next event that has already arrived, null where none has. */
  read(): unknown;
  destroy(): unknown;
  unsubscribe(): Promise<void>;
  /** Told when the server has taken the subscription. */
  once(event: 'confirmation', listener: () => void): unknown;
}

/** What following needs from outside, so that tests can stand in for the server and for time. */
export interface Surroundings {
  /** Subscribes to the whole log after a position. */
  readonly subscribe: (after: Position | undefined) => ServerSubscription;
  /** Waits, but not longer than until the signal. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The failure in the operator's words. */
  readonly explain: (error: unknown) => unknown;
  readonly report: (trouble: FollowTrouble) => void;
  /** Milliseconds, of any clock that only goes forward. */
  readonly now: () => number;
}

/** A failure of the person who handles the events: ends the following, where a failure of the server only interrupts it. */
class HandlerFailed {
  constructor(readonly cause: unknown) {}
}

/** The server ended a subscription and said nothing of why. */
class SubscriptionEnded extends Error {
  readonly code = 'EVENT_STORE.SUBSCRIPTION_ENDED';
  override readonly name = 'SubscriptionEnded';
}

/** Follows the whole log through a server: subscribes again after every interruption, from the last event that was handed over. */
export class Resubscribing implements Subscription {
  readonly #around: Surroundings;
  readonly #handle: Handle;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #after: Position | undefined;
  #current: ServerSubscription | undefined;
  #failures = 0;
  #strange = 0;
  /** When it was last said that the server is away; undefined while it is not. */
  #lostSaidAt: number | undefined;

  /** `onEnd` hears of every ending, with the error where there was one. */
  constructor(
    around: Surroundings,
    after: Position | undefined,
    handle: Handle,
    onEnd: (ended: Resubscribing, error?: { cause: unknown }) => void,
  ) {
    this.#around = around;
    this.#after = after;
    this.#handle = handle;
    this.#ended = this.#run().then(
      () => onEnd(this),
      (cause: unknown) => onEnd(this, { cause }),
    );
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#current?.destroy();
    await this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const failure = await this.#readOn().then(
        () => new SubscriptionEnded(),
        (error: unknown) => error,
      );
      if (failure instanceof HandlerFailed) throw failure.cause;
      if (this.#closing.signal.aborted) return;
      this.#failed(failure instanceof SubscriptionEnded ? failure : this.#around.explain(failure));
      await this.#around.wait(backOffMs(this.#failures), this.#closing.signal);
    }
  }

  /** Counts and tells a failure. Throws one that trying again would not mend. */
  #failed(failure: unknown): void {
    this.#failures++;
    this.#strange = failure instanceof EventStoreUnavailable || failure instanceof SubscriptionEnded ? 0 : this.#strange + 1;
    if (failure instanceof EventStoreRefusesCredentials || this.#strange >= STRANGE_LIMIT_TRIES) throw failure;
    const now = this.#around.now();
    if (this.#lostSaidAt !== undefined && now - this.#lostSaidAt < REPORT_INTERVAL_MS) return;
    this.#lostSaidAt = now;
    this.#around.report({ kind: 'lost', failures: this.#failures, error: failure });
  }

  #isBack(): void {
    if (this.#lostSaidAt === undefined) return;
    this.#lostSaidAt = undefined;
    this.#around.report({ kind: 'back' });
  }

  /** One subscription, until it ends or fails. */
  async #readOn(): Promise<void> {
    const subscription = this.#around.subscribe(this.#after);
    this.#current = subscription;
    subscription.once('confirmation', () => this.#isBack());
    try {
      for await (const first of subscription) {
        const events = this.#batch(first, subscription);
        const last = events.at(-1);
        if (this.#closing.signal.aborted) return;
        if (!last) continue;
        await this.#hand(events);
        this.#after = last.position;
        this.#failures = this.#strange = 0;
        this.#isBack();
      }
    } finally {
      this.#current = undefined;
      // A subscription that failed has nothing left to unsubscribe, and says so.
      await subscription.unsubscribe().catch(() => undefined);
    }
  }

  /** The first event and whatever has arrived behind it. */
  #batch(first: AllStreamResolvedEvent, subscription: ServerSubscription): readonly StoredEvent[] {
    const events: StoredEvent[] = [];
    for (let resolved: AllStreamResolvedEvent | null = first; resolved;) {
      const event = fromServer(resolved);
      if (event && (this.#after === undefined || event.position > this.#after)) events.push(event);
      resolved = events.length < FOLLOW_BATCH_EVENTS ? (subscription.read() as AllStreamResolvedEvent | null) : null;
    }
    return events;
  }

  async #hand(events: readonly StoredEvent[]): Promise<void> {
    try {
      await this.#handle(events);
    } catch (error) {
      throw new HandlerFailed(error);
    }
  }
}
