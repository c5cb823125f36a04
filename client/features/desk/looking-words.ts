import type { ViewRows } from '../../replica/view-rows.js';
import { sayWait } from './items.js';

/** “For 9 days”, “Since today”, and whether they lost a mentor. */
export function sayLooking({ since, lostMentor }: ViewRows['seeking'], today: string): string {
  const wait = since >= today ? 'Since today' : `For ${sayWait(since, today)}`;
  return lostMentor ? `${wait}. Their last mentorship ended early.` : wait;
}
