import { cleanLine } from '@alongside/domain/text/hygiene.js';
import { isolated } from '@alongside/domain/text/isolate.js';

const LONDON = 'Europe/London';
const day = (options: Intl.DateTimeFormatOptions, timeZone: string) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
const LONG = day({ weekday: 'long', day: 'numeric', month: 'long' }, 'UTC');
const LONG_WITH_YEAR = day({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, 'UTC');
const SHORT = day({ weekday: 'short', day: 'numeric', month: 'long' }, 'UTC');
const WITH_YEAR = day({ day: 'numeric', month: 'long', year: 'numeric' }, 'UTC');
const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: LONDON });
const LONDON_TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: LONDON });
const WEEKDAY = day({ weekday: 'long' }, 'UTC');
const DAY_MS = 86_400_000;

const noon = (of: string) => new Date(`${of}T12:00:00Z`);

/** The calendar day of a moment in the United Kingdom, `2026-03-06`; of now when none is given. */
export const dayOf = (instant?: string): string => LONDON_DAY.format(instant ? new Date(instant) : new Date());

/** The wall-clock time of a moment in the United Kingdom, `15:40`. */
export const timeOf = (instant: string): string => LONDON_TIME.format(new Date(instant));

/** “Friday 6 March”; with the year when it is not the year of `today`. */
export function sayDay(of: string, today = dayOf()): string {
  return (of.slice(0, 4) === today.slice(0, 4) ? LONG : LONG_WITH_YEAR).format(noon(of)).replace(',', '');
}

/** “Fri 6 March”, for lists and buttons. */
export const sayDayShort = (of: string): string => SHORT.format(noon(of)).replace(',', '');

/** “6 March 2026”, for records. */
export const sayDate = (of: string): string => WITH_YEAR.format(noon(of));

/** “3.40” of `15:40`, as a school says it: nobody meets at twenty to four in the morning. */
export function sayTime(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const twelve = Number(hour) % 12 || 12;
  return `${twelve}.${minute}`;
}

/** Whole days from one calendar day to another; negative when it lies behind. */
export const daysBetween = (from: string, to: string): number => Math.round((noon(to).getTime() - noon(from).getTime()) / DAY_MS);

/** The day so many days later. */
export const dayAfter = (from: string, days: number): string => new Date(noon(from).getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** “today”, “tomorrow”, “yesterday”, otherwise the day in full. */
export function sayDayNear(of: string, today = dayOf()): string {
  const away = daysBetween(today, of);
  return away === 0 ? 'today' : away === 1 ? 'tomorrow' : away === -1 ? 'yesterday' : sayDay(of, today);
}

/** “on Thursday” within the coming week, “today”, “tomorrow”, otherwise “on Thursday 26 March”. */
export function sayOnDay(of: string, today = dayOf()): string {
  const away = daysBetween(today, of);
  if (away >= -1 && away <= 1) return sayDayNear(of, today);
  return away > 0 && away < 7 ? `on ${WEEKDAY.format(noon(of))}` : `on ${sayDay(of, today)}`;
}

/** “1 h 20”, “45 min”, “2 h” of minutes. */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return `${rest} min`;
  return rest ? `${hours} h ${String(rest).padStart(2, '0')}` : `${hours} h`;
}

/** “one pair”, “3 pairs”: a number with its noun. `many` where an s is not enough. */
export const count = (of: number, one: string, many = `${one}s`): string =>
  `${of === 1 ? 'one' : of.toLocaleString('en-GB')} ${of === 1 ? one : many}`;

/** The words as they stand at the start of a sentence or of a line. */
export const atStart = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** “Asha, Ben and Cleo”. */
export const together = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);

/** “Good morning” until noon, “Good afternoon” until six, then “Good evening”, by the clock of the United Kingdom. */
export function greeting(now = new Date().toISOString()): string {
  const hour = Number(timeOf(now).slice(0, 2));
  return hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
}

/** What to call somebody in a sentence, apart from it: as they asked, or their whole name. Empty while it is not known. */
export const calledName = (who: { readonly name: string; readonly called?: string | undefined } | undefined): string =>
  isolated(who?.called || who?.name || '');

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
