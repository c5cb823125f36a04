import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';

let hour = '';
let day = '' as Day;

/** The day in the United Kingdom of a moment. Events come in order of time, and days turn on the hour: one hour is remembered. */
export function ukDay(at: Instant): Day {
  const asked = at.slice(0, 13);
  if (asked !== hour) [hour, day] = [asked, dayOf(at)];
  return day;
}
