import type { Instant, MeetingId } from '@alongside/domain/kernel/brand.js';
import { isInstant } from '@alongside/domain/kernel/moments.js';
import { cleanProse } from '@alongside/domain/text/hygiene.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';

/** What a calendar needs to know of a meeting. Times are moments, so every calendar shows them by its own clock. */
export interface CalendarEntry {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place: string;
  /** Where the agenda is. */
  readonly url: string;
  /** Raised by every move, so that a calendar knows which file is newer. */
  readonly sequence: number;
  readonly cancelled: boolean;
  /** The address in whose name every file of the meeting is: a calendar obeys a cancellation from no other. */
  readonly organizer: string;
  /** Whose calendar it is for: a cancellation names them. */
  readonly attendee: string;
  /** When this file was made. */
  readonly at: Instant;
}

const LINE_LIMIT_BYTES = 75;

/** What a calendar is to do with the file: add or move the meeting, or take it out (RFC 5546). */
export const methodOf = ({ cancelled }: Pick<CalendarEntry, 'cancelled'>): 'PUBLISH' | 'CANCEL' => (cancelled ? 'CANCEL' : 'PUBLISH');

/** A meeting as a calendar file (RFC 5545). Its UID never changes, so opening a newer file moves or removes it. */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alongside//Mentoring hub//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${methodOf(entry)}`,
    'BEGIN:VEVENT',
    `UID:${entry.meeting}@alongside`,
    `DTSTAMP:${utc(entry.at)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(plusMinutes(entry.startsAt, entry.minutes))}`,
    // Newer than every file before it, also where the meeting was never moved.
    `SEQUENCE:${entry.cancelled ? entry.sequence + 1 : entry.sequence}`,
    `ORGANIZER;CN=Alongside:mailto:${entry.organizer}`,
    // A file that publishes names nobody; a cancellation names the one it is for.
    ...(entry.cancelled && entry.attendee ? [`ATTENDEE:mailto:${entry.attendee}`] : []),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${text(entry.title)}`,
    ...(entry.place ? [`LOCATION:${text(entry.place)}`] : []),
    `DESCRIPTION:${text(`The agenda is at ${entry.url}`)}`,
    `URL:${entry.url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const utc = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
/** Logs written before words were cleaned may hold characters that a calendar refuses the whole file for. */
const text = (value: string): string =>
  cleanProse(value)
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

/** Whether a time that was stored can stand in a calendar: as 31 April is read as 1 May, within the years that are taken. */
export const isCalendarTime = (startsAt: string): boolean => {
  const at = Date.parse(startsAt);
  return !Number.isNaN(at) && isInstant(new Date(at).toISOString());
};

/** Lines are at most 75 bytes, counted in UTF-8 and never split inside a character; what follows begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    const limit = parts.length === 0 ? LINE_LIMIT_BYTES : LINE_LIMIT_BYTES - 1;
    if (Buffer.byteLength(part + character) > limit) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
