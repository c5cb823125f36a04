import type { EventId, Instant, InstitutionId, MeetingId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { shownIn } from '@alongside/domain/notices/notices.js';
import type { EventType } from '@alongside/domain/notices/outcome.js';
import { NAMELESS, type Facts } from '@alongside/domain/notices/facts.js';
import { isOfThePast, isTooLateToTell } from '@alongside/domain/notices/past.js';
import { NOTICES } from '@alongside/domain/notices/table.js';
import { WORDS, wordsOf } from '@alongside/domain/notices/words.js';
import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';
import { nameWithTown } from '@alongside/domain/institutions/other-institutions.js';
import { plainKey } from '@alongside/domain/text/folding.js';
import { nameInMail, wordsInMail } from '@alongside/domain/text/links.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { NoticeRow } from '@alongside/projections/views/notice.view.js';
import { closingIn } from './closing-in.js';
import { bookedIn, whenAndWhere, type BookedMeeting } from './booked-in.js';
import { UNNAMED_HUB } from '../set-up/administrators.js';

/** What an email says, before it is addressed. */
export interface Notification {
  readonly to: PersonId;
  readonly about: readonly PersonId[];
  readonly subject: string;
  readonly body: readonly string[];
  readonly link: { readonly says: string; readonly path: string };
  /** Meetings that it takes out of their calendar: a file for each goes with it. */
  readonly cancels: readonly MeetingId[];
  /** The meeting that it tells of as booked: a file for their calendar goes with it. */
  readonly booked?: BookedMeeting;
  /** It tells them that they can sign in. */
  readonly invites?: true;
}

/** Event types that may be told by email: those with words. Whether one is, is decided by `domain/notices/table.ts`. */
export const NOTIFICATION_TYPES = Object.keys(WORDS).filter((type) => type in NOTICES) as readonly EventType[];

/** What people are called in a sentence: as they asked, and the product's where no person acted. */
export function nameIn(look: HubReader): (person: PersonId) => string {
  return (person) => {
    if (person === HUB) return 'Alongside';
    const row = look.row('person', person);
    const called = row?.erased ? '' : row?.called || look.row('profile', person)?.called;
    return nameInMail(called ?? '') || NAMELESS;
  };
}

/** The first name, the whole one for a reader who may not know them, and whether they are gone. */
export const namesIn = (look: HubReader): Pick<Facts, 'name' | 'wholeName' | 'gone'> => {
  const name = nameIn(look);
  return {
    name,
    wholeName: (person) => nameInMail(look.row('person', person)?.name ?? '') || name(person),
    gone: (person) => look.row('person', person)?.erased ?? false,
  };
};

/** What an institution is called in an email; empty for none, and for a hub that was not given a name. */
export const institutionName = (id: InstitutionId | undefined, look: HubReader): string => calledIn(id, look, (details) => details.name);

/** With its town, where the hub has another one of its name. */
export const nameApart = (id: InstitutionId | undefined, look: HubReader): string =>
  calledIn(id, look, (details) =>
    look.rows('institution', { called: plainKey(details.name) }).length > 1 ? nameWithTown(details) : details.name,
  );

function calledIn(id: InstitutionId | undefined, look: HubReader, nameOf: (details: InstitutionDetails) => string): string {
  const details = id && look.row('institution', id)?.details;
  return !details || (details.kind === 'hub' && details.name === UNNAMED_HUB.name) ? '' : wordsInMail(nameOf(details));
}

/** What the hub is called; empty until its administrator names it. */
export const hubName = (look: HubReader): string => institutionName(HUB_INSTITUTION, look);

/** The emails that an event calls for, from the notices that the views hold of it, as far as they are true at this moment. */
export const notificationsOf = (event: EventId, look: HubReader, now: Instant): readonly Notification[] =>
  look.rows('notice', { event }).flatMap((row) => (row.email && !isTooLateToTell(row, now) ? written(row, look, now) : []));

function written(row: NoticeRow, look: HubReader, now: Instant): readonly Notification[] {
  const isGone = (person: PersonId) => look.row('person', person)?.erased ?? false;
  if (isGone(row.person)) return [];
  // Who joins is a member a moment later: their school is the one that brought them in.
  const at = row.institution ?? (row.type === 'PersonJoined' ? look.row('account', row.person)?.broughtInBy[0] : undefined);
  const closing = closingIn(row, look);
  if (closing === 'over') return [];
  const booked = bookedIn(row, look, now);
  const moment = { begun: isOfThePast(row, now), withFile: booked !== undefined };
  const words = wordsOf({
    ...row,
    to: row.person,
    institution: (ASKS.has(row.type) ? nameApart : institutionName)(at, look),
    hub: hubName(look),
    ...namesIn(look),
    ...moment,
    ...(closing && { closing }),
    ...(INVITES.has(row.type) && { asking: askingIn(row, look) }),
  });
  if (!words) return [];
  // Emails about the erased are let go: who is gone is not named, so that the end of their mentorship reaches the other. A stopped view
  // may still name them.
  const isNameless = (person: PersonId) => isGone(person) && !look.row('profile', person)?.called;
  const named = [row.person, row.actor, row.pair?.mentor, row.pair?.mentee].filter(
    (one): one is PersonId => one !== undefined && one !== HUB && !isNameless(one),
  );
  const { title: subject, body, link } = words;
  const cancels = cancelledIn(row);
  const openThem = cancels.length > 1 ? ['Open each attached file to take that meeting out of your calendar.'] : [];
  const said = [...(booked ? [whenAndWhere(booked, row.at)] : []), ...body, ...openThem];
  return [
    {
      to: row.person,
      about: [...new Set(named)],
      subject,
      body: said,
      link,
      cancels,
      ...(booked && { booked }),
      ...(INVITES.has(row.type) && { invites: true }),
    },
  ];
}

/** What tells a person that they can sign in. */
export const INVITES: ReadonlySet<EventType> = new Set(['PersonJoined', 'InvitationSent']);

/** What asks a person to come to a school. */
const ASKS: ReadonlySet<EventType> = new Set([...INVITES, 'MemberInvited']);

/** The schools whose question an invitation brings along: they wrote nothing else to them. */
const askingIn = ({ person }: NoticeRow, look: HubReader): readonly string[] =>
  look
    .rows('invitation', { person })
    .flatMap(({ institution, closed }) => (closed ? [] : nameApart(institution, look) || []))
    .toSorted();

/** A meeting that had a time may be in their calendar: its cancellation goes with the email. */
function cancelledIn(row: NoticeRow): readonly MeetingId[] {
  const cancelled = shownIn('MeetingCancelled', row);
  if (cancelled) return row.startsAt === null ? [] : [cancelled.meeting];
  return (row.takenAlong?.cancelled ?? []).map(({ meeting }) => meeting);
}
