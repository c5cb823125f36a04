import type { Instant } from '@alongside/domain/kernel/brand.js';
import { clockOf, dayOf, sayDate, sayTime } from '@alongside/domain/uk/uk-time.js';

/** How the server’s clock stands to the newest event. */
export interface ClockStatus {
  readonly state: 'right' | 'behind' | 'ahead';
  readonly now: string;
  /** When the newest event happened, where the clock is too far from it. */
  readonly newest?: string;
}

/** “12:10pm on 6 March 2026”, with the year: it may be what is wrong. */
export const sayStamp = (at: string): string => `${sayTime(clockOf(at as Instant))} on ${sayDate(dayOf(at as Instant))}`;
