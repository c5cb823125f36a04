import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { nameInMail } from '@alongside/domain/text/links.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { CalendarEntry } from './calendar-file.js';

/** Where a calendar file comes from. */
export interface CalendarFrom {
  readonly publicUrl: string;
  /** The address that the hub sends mail from, bare or as `Alongside <hub@school.example>`. */
  readonly mailFrom: string;
  readonly at: Instant;
}

/** What a calendar is told of a meeting. */
export type EntryRow = Pick<MeetingRow, 'meeting' | 'mentor' | 'mentee' | 'status' | 'time' | 'place' | 'moves'>;

/** A meeting as one of its two people has it in their calendar; undefined where it never had a time. */
export function calendarEntryOf(row: EntryRow, person: PersonId, look: HubReader, from: CalendarFrom): CalendarEntry | undefined {
  if (!row.time) return undefined;
  const other = row.mentor === person ? row.mentee : row.mentor;
  return {
    meeting: row.meeting,
    title: `Mentoring with ${nameInMail(look.row('person', other)?.called ?? '') || 'a colleague'}`,
    startsAt: row.time.startsAt,
    minutes: row.time.minutes,
    place: row.place,
    url: `${from.publicUrl}/meetings/${row.meeting}`,
    sequence: row.moves,
    cancelled: row.status === 'cancelled',
    organizer: addressIn(from.mailFrom),
    attendee: look.row('profile', person)?.email ?? '',
    at: from.at,
  };
}

const addressIn = (mailFrom: string): string => (/<([^<>\s]+)>/.exec(mailFrom)?.[1] ?? mailFrom).trim();
