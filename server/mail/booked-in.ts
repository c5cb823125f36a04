import type { Instant, MeetingId } from '@alongside/domain/kernel/brand.js';
import { shownIn } from '@alongside/domain/notices/notices.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { dayOf, sayMinutes, sayMoment } from '@alongside/domain/uk/uk-time.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { NoticeRow } from '@alongside/projections/views/notice.view.js';
import type { EntryRow } from '../files/meeting-calendar.js';

/** A booked meeting as an email tells of it. */
export type BookedMeeting = EntryRow & Pick<MeetingRow, 'format'> & { readonly time: NonNullable<MeetingRow['time']> };

/** The meeting that an email tells of as booked: at the time of the email still, and ahead. A file about any other would be stale. */
export function bookedIn(row: NoticeRow, look: HubReader, now: Instant): BookedMeeting | undefined {
  const told = toldIn(row);
  if (!told || told.startsAt <= now) return undefined;
  const meeting = look.row('meeting', told.meeting);
  if (!meeting) return told.early;
  const { time, status } = meeting;
  return status === 'booked' && time?.startsAt === told.startsAt ? { ...meeting, time } : undefined;
}

interface Told {
  readonly meeting: MeetingId;
  readonly startsAt: Instant;
  readonly early?: BookedMeeting;
}

function toldIn(row: NoticeRow): Told | undefined {
  const first = shownIn('RequestAccepted', row)?.first;
  // A yes is told before the hub has booked what it names: it does so whatever comes.
  if (first && row.pair)
    return { ...first, startsAt: first.time.startsAt, early: { ...first, ...row.pair, status: 'booked', place: '', moves: 0 } };
  const told = shownIn('MeetingBooked', row) ?? shownIn('MeetingMoved', row) ?? shownIn('MeetingPlaceSet', row);
  return told && row.startsAt !== null ? { meeting: told.meeting, startsAt: row.startsAt } : undefined;
}

/** When and where, a line each. The place is in the words of one of the two, and the email goes to the other. */
export function whenAndWhere({ time, format, place }: BookedMeeting, at: Instant): string {
  const where = [format === 'online' ? 'Online' : 'In person', isolated(place)].filter(Boolean).join(', ');
  return `When: ${sayMoment(time.startsAt, dayOf(at))}, ${sayMinutes(time.minutes)}\nWhere: ${where}`;
}
