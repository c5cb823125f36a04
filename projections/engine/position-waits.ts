import type { Position } from '@alongside/domain/kernel/brand.js';

interface Wait {
  readonly position: Position;
  readonly settle: (reached: boolean) => void;
}

/** Those who wait until a position is reached, each for a bounded time. */
export class PositionWaits {
  #furthest: Position | undefined;
  #ended = false;
  readonly #waits = new Set<Wait>();

  reached(position: Position): void {
    this.#furthest = position;
    for (const wait of this.#waits) if (wait.position <= position) wait.settle(true);
  }

  /** `true` once it is reached; `false` after so many milliseconds, or where nothing more will come. */
  until(position: Position, limitMs: number): Promise<boolean> {
    if (this.#furthest !== undefined && position <= this.#furthest) return Promise.resolve(true);
    if (this.#ended) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = (reached: boolean) => {
        clearTimeout(timer);
        this.#waits.delete(wait);
        resolve(reached);
      };
      const wait: Wait = { position, settle };
      const timer = setTimeout(() => settle(false), limitMs);
      this.#waits.add(wait);
    });
  }

  end(): void {
    this.#ended = true;
    for (const wait of this.#waits) wait.settle(false);
  }
}
