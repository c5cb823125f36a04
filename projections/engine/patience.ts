import { setTimeout } from 'node:timers/promises';

/** The longest pause between two tries, in milliseconds. */
export const RETRY_PAUSE_LIMIT_MS = 5_000;
const RETRY_PAUSE_MS = 100;

/** How long to pause after so many failures in a row, from 1, in milliseconds. */
export const pauseAfter = (failures: number, firstPauseMs: number): number =>
  Math.min(firstPauseMs * 2 ** (failures - 1), RETRY_PAUSE_LIMIT_MS);

/** Pauses between tries, each twice as long as the one before, and all of them cut short when there is nothing left to wait for. */
export class Patience {
  readonly #ending = new AbortController();

  constructor(private readonly firstPauseMs: number = RETRY_PAUSE_MS) {}

  get ended(): boolean {
    return this.#ending.signal.aborted;
  }

  /** Waits after so many failures in a row, from 1. */
  async pause(failures: number): Promise<void> {
    // Being cut short is an answer like any other: the caller looks at `ended`.
    await setTimeout(pauseAfter(failures, this.firstPauseMs), undefined, { signal: this.#ending.signal }).catch(() => undefined);
  }

  end(): void {
    this.#ending.abort();
  }
}
