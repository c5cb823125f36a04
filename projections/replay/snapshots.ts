import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { PastState } from './past-state.js';

/** States remembered at even distances through the log, never more than a limit: the longer the log, the wider apart. */
export class Snapshots {
  #kept: PastState[];

  constructor(
    first: PastState,
    private intervalEvents: number,
    private readonly limit: number,
  ) {
    this.#kept = [first];
  }

  /** Remembers a copy of the state where it is due. */
  offer(state: PastState): void {
    if (state.events % this.intervalEvents !== 0) return;
    this.#kept.push(state.copy());
    if (this.#kept.length <= this.limit) return;
    this.intervalEvents *= 2;
    this.#kept = this.#kept.filter((one) => one.events % this.intervalEvents === 0);
  }

  /** The last one with nothing later than the moment in it; the empty one, if need be. */
  lastBy(instant: Instant): PastState {
    let [from, to] = [0, this.#kept.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if (this.#kept[middle]?.isBy(instant)) from = middle;
      else to = middle - 1;
    }
    const found = this.#kept[from];
    if (!found) throw new Error('The first state is always remembered.');
    return found;
  }

  get size(): number {
    return this.#kept.length;
  }
}
