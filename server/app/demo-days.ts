import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import type { Clock } from './clock.js';
import { failureFields, type Logger } from './logger.js';

/** How often a demonstration looks whether another day has begun, in milliseconds. */
export const DAY_INTERVAL_MS = 60_000;

/** Carries a demonstration on at its start and whenever another day begins while it runs. One failure leaves the hub as it is until the next day. */
export class DemoDays {
  #day: Day | undefined;
  #timer: NodeJS.Timeout | undefined;
  #carrying: Promise<void> = Promise.resolve();

  constructor(
    private readonly tellOn: () => Promise<void>,
    private readonly parts: { readonly clock: Clock; readonly logger: Logger },
  ) {}

  start(): void {
    this.#timer = setInterval(() => void this.carryOn(), DAY_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Settles once today is told; at once on a day that was told already. */
  carryOn(): Promise<void> {
    const today = dayOf(this.parts.clock.now());
    if (today === this.#day) return this.#carrying;
    this.#day = today;
    this.#carrying = this.#carrying
      .then(() => this.tellOn())
      .catch((error: unknown) => this.parts.logger.error('The demo community could not live on to today.', failureFields(error)));
    return this.#carrying;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#carrying;
  }
}
