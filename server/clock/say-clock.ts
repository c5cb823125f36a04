import type { Instant } from '@alongside/domain/kernel/brand.js';
import { clockOf, dayOf, sayDate, sayTime } from '@alongside/domain/uk/uk-time.js';
import type { ClockCondition } from './clock-guard.js';

/** With its year, which is what may be wrong. */
export const sayStamp = (at: Instant): string => `${sayTime(clockOf(at))} on ${sayDate(dayOf(at))}`;

/** What an operator reads at the start of a hub that will not act; empty where its clock is right. */
export const sayClockWrong = (found: ClockCondition, now: Instant): string =>
  found.state === 'right'
    ? ''
    : `The hub saves nothing, and no person can sign in: this computer says that it is ${sayStamp(now)}, and the newest event of the hub is from ${sayStamp(found.newest)}. Set the clock of this computer, or say that it is right: npm run admin -- confirm-date\n`;
