import type { Instant, MeetingId } from '../kernel/brand.js';
import { dayOf, sayMoment } from '../uk/uk-time.js';

/** A booked meeting, as a pause or an end cancels it or leaves it. */
export interface Cancelled {
  readonly meeting: MeetingId;
  readonly startsAt: Instant;
}

/** What a pause or an end takes with it. */
export interface TakenAlong {
  /** Booked meetings that it cancels, soonest first. */
  readonly cancelled: readonly Cancelled[];
  /** Times that were suggested, and from which nobody chose. */
  readonly withdrawn: readonly MeetingId[];
  /** Meetings that stay booked in a pause, or are booked as it ends, soonest first; absent where there are none. */
  readonly stays?: readonly Cancelled[];
}

/** One act, one notice: the meetings that are cancelled with it and the times that are withdrawn, a sentence each. */
export function sayTakenAlong({ cancelled, withdrawn }: TakenAlong, at: Instant): readonly string[] {
  const moments = cancelled.map(({ startsAt }) => sayMoment(startsAt, dayOf(at)));
  const [first, ...more] = moments;
  return [
    ...(first === undefined ? [] : [more.length === 0 ? `We cancelled your meeting on ${first}.` : `We cancelled ${listOf(moments)}.`]),
    ...(withdrawn.length === 0 ? [] : ['The times suggested for a meeting are withdrawn.']),
  ];
}

/** “Your meeting on Tuesday 1 December at 3:40pm stays booked.” */
export function sayStays(booked: readonly Cancelled[], at: Instant): readonly string[] {
  const moments = booked.map(({ startsAt }) => sayMoment(startsAt, dayOf(at)));
  const [first, ...more] = moments;
  if (first === undefined) return [];
  return [more.length === 0 ? `Your meeting on ${first} stays booked.` : `Y${listOf(moments).slice(1)} stay booked.`];
}

const listOf = (moments: readonly string[]): string =>
  `your ${moments.length} meetings on ${moments.slice(0, -1).join(', on ')} and on ${moments.at(-1) ?? ''}`;
