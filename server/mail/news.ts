import type { EventId, Instant, MeetingId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { shownIn } from '@alongside/domain/notices/notices.js';
import type { EventType } from '@alongside/domain/notices/outcome.js';
import { NAMELESS } from '@alongside/domain/notices/facts.js';
import { isOfThePast, isTooLateToTell } from '@alongside/domain/notices/past.js';
import { NOTICES } from '@alongside/domain/notices/table.js';
import { WORDS, wordsOf } from '@alongside/domain/notices/words.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import type { ViewReader } from '@alongside/projections/engine/view-reader.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import type { NoticeRow } from '@alongside/projections/views/notice.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';

/** What an email says, before it is addressed. */
export interface Notification {
  readonly to: PersonId;
  readonly about: readonly PersonId[];
  readonly subject: string;
  readonly body: readonly string[];
  readonly link: { readonly says: string; readonly path: string };
  /** Meetings that it takes out of their calendar: a file for each goes with it. */
  readonly cancels: readonly MeetingId[];
}

/** Event types that may be told by email: those with words. Whether one is, is decided by `domain/notices/table.ts`. */
export const NEWS_TYPES = Object.keys(WORDS).filter((type) => type in NOTICES) as readonly EventType[];

/** What people are called in a sentence: as they asked, and the product's where no person acted. */
export function nameIn(look: ViewReader): (person: PersonId) => string {
  return (person) => {
    if (person === HUB) return 'Alongside';
    const called = look.row<PersonRow>('person', person)?.called || look.row<ProfileRow>('profile', person)?.called;
    return isolated(called ?? '') || NAMELESS;
  };
}

/** The emails that an event calls for, from the notices that the views hold of it, as far as they are true at this moment. */
export const newsOf = (event: EventId, look: ViewReader, now: Instant): readonly Notification[] =>
  look.rows<NoticeRow>('notice', { event }).flatMap((row) => (row.email && !isTooLateToTell(row, now) ? written(row, look, now) : []));

function written(row: NoticeRow, look: ViewReader, now: Instant): readonly Notification[] {
  const institution = row.institution ? look.row<InstitutionRow>('institution', row.institution)?.details.name : undefined;
  const words = wordsOf({ ...row, to: row.person, institution: institution ?? '', name: nameIn(look), begun: isOfThePast(row, now) });
  if (!words) return [];
  const named = [row.person, row.actor, row.pair?.mentor, row.pair?.mentee].filter(
    (one): one is PersonId => one !== undefined && one !== HUB,
  );
  const { title: subject, body, link } = words;
  const cancels = cancelledIn(row);
  const openThem = cancels.length > 1 ? ['Open each attached file to take that meeting out of your calendar.'] : [];
  return [{ to: row.person, about: [...new Set(named)], subject, body: [...body.filter(Boolean), ...openThem], link, cancels }];
}

/** A meeting that had a time may be in their calendar: its cancellation goes with the email. */
function cancelledIn(row: NoticeRow): readonly MeetingId[] {
  const cancelled = shownIn('MeetingCancelled', row);
  if (cancelled) return row.startsAt === null ? [] : [cancelled.meeting];
  return (row.takenAlong?.cancelled ?? []).map(({ meeting }) => meeting);
}
