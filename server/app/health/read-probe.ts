import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { WatchedStore } from '../../event-store/watched-store.js';
import { errorCodeOf } from '../error-code.js';
import { isNotRead, writeFailureOf, type WriteFailure } from './write-failure.js';

/** Whether the log can be read, without which nothing can be decided. */
export interface ReadCondition {
  readonly state: 'ok' | 'failing';
  readonly since?: string;
  readonly why?: WriteFailure;
}

/** An answer holds so long. Asking costs less than a millisecond. */
const KNOWN_FOR_MS = 2_000;

export interface ReadProbeOptions {
  readonly store: Pick<WatchedStore, 'onUnread' | 'probeReading'>;
  readonly now: () => Instant;
  readonly nowMs?: () => number;
}

/** Asks the disk whether it gives the log, and hears of every reading that fails. Damage is not the disk’s: the check of the log tells of that. */
export class ReadProbe {
  #condition: ReadCondition = { state: 'ok' };
  #knownMs = Number.NEGATIVE_INFINITY;
  #asking: Promise<ReadCondition> | undefined;
  readonly #nowMs: () => number;

  constructor(private readonly options: ReadProbeOptions) {
    this.#nowMs = options.nowMs ?? (() => performance.now());
    options.store.onUnread((error) => {
      if (!isNotRead(error)) return;
      // Of a page that the disk does not give, SQLite says that it is damaged: which of the two it is shows when it is asked.
      if (errorCodeOf(error) === 'EVENT_STORE.UNREADABLE') this.#knownMs = Number.NEGATIVE_INFINITY;
      else this.#found(error);
    });
  }

  /** As it was known last. */
  get condition(): ReadCondition {
    return this.#condition;
  }

  /** As it is, or was a moment ago. */
  now(): Promise<ReadCondition> {
    if (this.#nowMs() - this.#knownMs < KNOWN_FOR_MS) return Promise.resolve(this.#condition);
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #ask(): Promise<ReadCondition> {
    try {
      await this.options.store.probeReading?.();
      return this.#found(undefined);
    } catch (error) {
      return this.#found(error);
    }
  }

  #found(error: unknown): ReadCondition {
    this.#knownMs = this.#nowMs();
    this.#condition =
      error === undefined
        ? { state: 'ok' }
        : { state: 'failing', since: this.#condition.since ?? this.options.now(), why: writeFailureOf(error) ?? 'disk' };
    return this.#condition;
  }
}
