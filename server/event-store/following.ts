import { setImmediate } from 'node:timers/promises';
import type { Position } from '@alongside/domain/kernel/brand.js';
import type { Handle, StoredEvent, Subscription } from '@alongside/domain/kernel/event-store.js';

/** Hands over a log that is read by asking: reads on from where it was, then waits to be woken. */
export class Following implements Subscription {
  readonly #read: (after: Position | undefined) => readonly StoredEvent[];
  readonly #handle: Handle;
  readonly #ended: Promise<void>;
  #after: Position | undefined;
  #open = true;
  #woken = false;
  #resume: (() => void) | undefined;

  /** `read` gives the next events after a position, none at the end of the log. `onEnd` hears of every ending, with the error where there was one. */
  constructor(
    read: (after: Position | undefined) => readonly StoredEvent[],
    after: Position | undefined,
    handle: Handle,
    onEnd: (following: Following, error?: { cause: unknown }) => void,
  ) {
    this.#read = read;
    this.#after = after;
    this.#handle = handle;
    this.#ended = this.#run().then(
      () => onEnd(this),
      (cause: unknown) => {
        this.#open = false;
        onEnd(this, { cause });
      },
    );
  }

  /** Looks again; called whenever something may have been appended. */
  wake(): void {
    this.#woken = true;
    this.#resume?.();
  }

  close(): Promise<void> {
    this.#open = false;
    this.wake();
    return this.#ended;
  }

  async #run(): Promise<void> {
    // A turn of the event loop per batch: a long replay must not starve sockets.
    await setImmediate();
    while (this.#open) {
      this.#woken = false;
      const events = this.#read(this.#after);
      const last = events.at(-1);
      if (last) {
        await this.#handle(events);
        this.#after = last.position;
        await setImmediate();
      } else if (!this.#woken) {
        await new Promise<void>((resolve) => (this.#resume = resolve));
        this.#resume = undefined;
      }
    }
  }
}

/** Tells the person who follows that it ended. Where nobody listens the error is thrown at the process: a view that stops must not stop in silence. */
export function reportStopped(onStopped: ((error: unknown) => void) | undefined, error: unknown): void {
  if (onStopped) onStopped(error);
  else
    queueMicrotask(() => {
      throw error;
    });
}
