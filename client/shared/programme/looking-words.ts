import { SEEKING_LIMIT_DAYS } from '@alongside/projections/views/seeking.js';
import type { ViewRows } from '../../replica/view-rows.js';
import { daysBetween } from '../../ui/words.js';
import { sayWait } from './items.js';

/** Those who look, to a coordinator: nobody who chose focus areas long ago, nor the reader. The list and every figure that leads to it agree. */
export const stillLooking = (
  rows: readonly ViewRows['seeking'][],
  { me, today }: { readonly me: string; readonly today: string },
): readonly ViewRows['seeking'][] => rows.filter(({ person, since }) => person !== me && daysBetween(since, today) <= SEEKING_LIMIT_DAYS);

/** How many they are at a school or trust. `own`: what the reader is among those who look, where they do. */
export function howManyLook(
  counted: ViewRows['looking-count'] | undefined,
  own: ViewRows['seeking'] | undefined,
  { at, today }: { readonly at: string; readonly today: string },
): number {
  const stillCounts = (since: string) => daysBetween(since, today) <= SEEKING_LIMIT_DAYS;
  const all = Object.entries(counted?.looking ?? {}).reduce((sum, [since, people]) => sum + (stillCounts(since) ? people : 0), 0);
  const isReader = own && stillCounts(own.since) && (own.reach as readonly string[]).includes(at);
  return isReader ? all - 1 : all;
}

/** “For 9 days”, “Since today”, and whether they lost a mentor. */
export function sayLooking({ since, lostMentor }: ViewRows['seeking'], today: string): string {
  const wait = since >= today ? 'Since today' : `For ${sayWait(since, today)}`;
  return lostMentor ? `${wait}. Their last mentorship ended early.` : wait;
}
