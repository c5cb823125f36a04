/** Lets one caller go on in each turn of the event loop, in order of asking, so that many who come at once hold up nobody else. */
export class Turns {
  readonly #waiting: (() => void)[] = [];

  /** Settles in a turn of its own: nothing else that waits here runs in it. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) setImmediate(this.#let);
    });
  }

  // What is scheduled from within an immediate comes in the next turn, after timers and whatever has arrived.
  readonly #let = (): void => {
    this.#waiting.shift()?.();
    if (this.#waiting.length > 0) setImmediate(this.#let);
  };
}
