import type { Instant } from '@alongside/domain/kernel/brand.js';

/** Tells the time. The demo and the tests bring their own. */
export interface Clock {
  now(): Instant;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() as Instant };
