import type { Instant, Position } from './brand.js';

/** By so much two clocks of a hub may differ, in milliseconds. What is dated further ahead was dated by a clock that was wrong (0062). */
export const CLOCKS_DIFFER_MS = 5 * 60_000;

/** A moment, as it is written or in milliseconds. */
type Moment = Instant | number;
const msOf = (moment: Moment): number => (typeof moment === 'number' ? moment : Date.parse(moment));

/** From a moment, and up to another that is outside. */
export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether something happened within so long before now. What lies ahead did not, nor what cannot be read as a time. */
export function isWithin(at: Moment, now: Moment, longMs: number): boolean {
  const agoMs = msOf(now) - msOf(at);
  return agoMs < longMs && agoMs >= -CLOCKS_DIFFER_MS;
}

/** Whether what is good from its start to its end is good now. What a wrong clock began ahead of now is not. */
export const isGoodAt = ({ from, to }: Window, now: Moment): boolean => msOf(now) < msOf(to) && msOf(now) >= msOf(from) - CLOCKS_DIFFER_MS;

/** Whether a pause goes on that is never longer than this, in milliseconds: an end further ahead was set by another clock. */
export const isPausedUntil = (until: Moment, now: Moment, longestMs: number): boolean =>
  msOf(now) < msOf(until) && msOf(until) - msOf(now) <= longestMs;

/**
 * The moments within so long before now, in milliseconds. What lies ahead counts as now: a clock set back gives nobody more tries, and
 * locks nobody out for longer.
 */
export const countedLately = (times: readonly number[], nowMs: number, longMs: number): readonly number[] =>
  times.map((at) => Math.min(at, nowMs)).filter((at) => at > nowMs - longMs);

/** The window itself; where it begins ahead of now, one as long that begins now. */
export function begunByNow(window: Window, now: Instant): Window {
  if (msOf(window.from) - msOf(now) <= CLOCKS_DIFFER_MS) return window;
  const longMs = msOf(window.to) - msOf(window.from);
  return { from: now, to: new Date(msOf(now) + longMs).toISOString() as Instant };
}

/** A moment of the log, and its place there. */
export interface Placed {
  readonly at: Instant;
  readonly position: Position;
}

/** When something happened at the latest: what stands before the confirmation of the date happened by then, whatever the clock said. */
export const byConfirmed = ({ at, position }: Placed, confirmed: Placed | undefined): Instant =>
  confirmed && position < confirmed.position && confirmed.at < at ? confirmed.at : at;
