import { SEEKING_LIMIT_DAYS } from '@alongside/projections/views/seeking.js';
import type { ViewRows } from '../../replica/view-rows.js';
import { daysBetween } from '../../ui/words.js';
import { sayWait } from './items.js';

/** Those who look, to a coordinator: nobody who chose focus areas long ago, nor the reader. The list and every figure that leads to it agree. */
export const stillLooking = (
  rows: readonly ViewRows['seeking'][],
  { me, today }: { readonly me: string; readonly today: string },
): readonly ViewRows['seeking'][] => rows.filter(({ person, since }) => person !== me && daysBetween(since, today) <= SEEKING_LIMIT_DAYS);

/** How many of them belong to a school, or to a trust by one of its schools. */
export const howManyAt = (rows: readonly ViewRows['seeking'][], at: string): number =>
  rows.filter(({ reach }) => (reach as readonly string[]).includes(at)).length;

/** “For 9 days”, “Since today”, and whether they lost a mentor. */
export function sayLooking({ since, lostMentor }: ViewRows['seeking'], today: string): string {
  const wait = since >= today ? 'Since today' : `For ${sayWait(since, today)}`;
  return lostMentor ? `${wait}. Their last mentorship ended early.` : wait;
}
