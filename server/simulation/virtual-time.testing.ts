import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../client/replica/ports.js';

/** Turns of the event loop after which everything is done that needs no timer. The hub takes one or two for a commit. */
const SETTLE_TURNS = 3;
const BEGIN = Date.parse('2026-03-02T08:00:00.000Z');

interface Due {
  readonly atMs: number;
  readonly run: () => void;
}

/** A clock that a simulation moves: what is due runs in order, and what follows from it settles before the next. */
export class VirtualTime implements Clock {
  #nowMs = 0;
  #due: Due[] = [];

  /** Milliseconds since the simulation began. */
  get elapsedMs(): number {
    return this.#nowMs;
  }

  now(): Date {
    return new Date(BEGIN + this.#nowMs);
  }

  after(waitMs: number, run: () => void): () => void {
    const due: Due = { atMs: this.#nowMs + Math.max(0, Math.round(waitMs)), run };
    // Those that are due at one moment run in the order in which they were asked for.
    const at = this.#due.findLastIndex(({ atMs }) => atMs <= due.atMs) + 1;
    this.#due.splice(at, 0, due);
    return () => {
      const found = this.#due.indexOf(due);
      if (found >= 0) this.#due.splice(found, 1);
    };
  }

  sleep(waitMs: number): Promise<void> {
    return new Promise((resolve) => void this.after(waitMs, resolve));
  }

  /** Lets so much time pass. `each` is called after every step. */
  async pass(ms: number, each: () => void): Promise<void> {
    const endMs = this.#nowMs + ms;
    await this.#settle();
    for (let next = this.#due[0]; next && next.atMs <= endMs; next = this.#due[0]) {
      this.#due.shift();
      this.#nowMs = next.atMs;
      next.run();
      await this.#settle();
      each();
    }
    this.#nowMs = endMs;
  }

  async #settle(): Promise<void> {
    for (let turn = 0; turn < SETTLE_TURNS; turn += 1) await setImmediate();
  }
}
