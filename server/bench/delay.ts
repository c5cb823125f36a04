import type { IntervalHistogram } from 'node:perf_hooks';

export const DELAY_RESOLUTION_MS = 1;

/** How late the event loop was, in milliseconds beyond what is always there. */
export interface Delay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export function delayOf(histogram: IntervalHistogram): Delay {
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - DELAY_RESOLUTION_MS);
  return { p50: beyond(histogram.percentile(50)), p99: beyond(histogram.percentile(99)), max: beyond(histogram.max) };
}
