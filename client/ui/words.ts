import type { ClockTime, Day, Instant } from '@alongside/domain/kernel/brand.js';
import { cleanLine } from '@alongside/domain/text/hygiene.js';
import { folded } from '@alongside/domain/text/folding.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import * as days from '@alongside/domain/uk/days.js';
import * as uk from '@alongside/domain/uk/uk-time.js';

export { atStart, count, together } from '@alongside/domain/text/counting.js';
export { sayMinutes } from '@alongside/domain/uk/uk-time.js';

/** The calendar day of a moment in the United Kingdom, `2026-03-06`; of now when none is given. */
export const dayOf = (instant?: string): string => uk.dayOf((instant ?? new Date().toISOString()) as Instant);

/** The calendar day in the United Kingdom now. */
export const today = (): Day => uk.dayOf(new Date().toISOString() as Instant);

/** The wall-clock time of a moment in the United Kingdom, `15:40`. */
export const timeOf = (instant: string): string => uk.clockOf(instant as Instant);

/** “Friday 6 March”; with the year when it is not the year of `today`. */
export const sayDay = (of: string, today = dayOf()): string => uk.sayDay(of as Day, today as Day);

/** “Fri 6 March”, for lists and buttons. */
export const sayDayShort = (of: string): string => uk.sayDayShort(of as Day);

/** “6 March 2026”, for records. */
export const sayDate = (of: string): string => uk.sayDate(of as Day);

/** “6 Mar 2026”, for tables. */
export const sayDateShort = (of: string): string => uk.sayDateShort(of as Day);

/** “3:40pm” of `15:40`. */
export const sayTime = (time: string): string => uk.sayTime(time as ClockTime);

/** Whole days from one calendar day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => days.daysBetween(from as Day, to as Day);

/** The day so many days later. */
export const dayAfter = (from: string, later: number): string => days.addDays(from as Day, later);

/** “today”, “tomorrow”, “yesterday”, otherwise the day in full. */
export const sayDayNear = (of: string, today = dayOf()): string => uk.sayDayNear(of as Day, today as Day);

/** “on Thursday” within the coming week, “today”, “tomorrow”, otherwise “on Thursday 26 March”. */
export const sayOnDay = (of: string, today = dayOf()): string => uk.sayOnDay(of as Day, today as Day);

/** “Friday 6 March at 3:40pm”. */
export const sayMoment = (startsAt: string, today = dayOf()): string => uk.sayMoment(startsAt as Instant, today as Day);

/** “on Tuesday at 3:40pm” within the coming week, otherwise “on Friday 6 March at 3:40pm”. */
export const sayOnMoment = (startsAt: string, today = dayOf()): string => uk.sayOnMoment(startsAt as Instant, today as Day);

/** “Good morning” until noon, “Good afternoon” until six, then “Good evening”, by the clock of the United Kingdom. */
export function greeting(now = new Date().toISOString()): string {
  const hour = Number(timeOf(now).slice(0, 2));
  return hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
}

/** What to call a person in a sentence, apart from it: as they asked, or their whole name. Empty while it is not known. */
export const calledName = (who: { readonly name: string; readonly called?: string | undefined } | undefined): string =>
  isolated(who?.called || who?.name || '');

/** What to call a person among others: as they are called, or by their whole name where another is called the same. */
export function calledApart(
  who: { readonly id: string; readonly name: string; readonly called?: string | undefined } | undefined,
  others: readonly { readonly id: string; readonly name: string; readonly called?: string | undefined }[],
): string {
  const called = calledName(who);
  const alike = who !== undefined && others.some((other) => other.id !== who.id && folded(calledName(other)) === folded(called));
  return alike ? isolated(who.name) : called;
}

/** Two letters at most: first and last word. */
export function initials(name: string): string {
  const words = cleanLine(name).trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return (
    letters
      .map((word) => Array.from(word ?? '')[0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}

/** One of eight tints, always the same for the same id. FNV-1a, folded: ids that differ in one letter must not look alike. */
export function tintOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (((hash >>> 24) ^ (hash >>> 12) ^ hash) & 7) + 1;
}
