import type { Instant, MeetingId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { nameInMail } from '@alongside/domain/text/links.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { createHash } from 'node:crypto';
import type { Logger } from '../app/logger.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { Dispatcher } from '../commands/dispatcher.js';
import type { Effect, EffectMore } from '../reactors/reactor.js';
import { calendarFile, isCalendarTime, methodOf } from '../files/calendar-file.js';
import { calendarEntryOf } from '../files/meeting-calendar.js';
import type { BookedMeeting } from './booked-in.js';
import { notificationEmail } from './emails.js';
import { EmailRefused, isOfOneMailbox, type CalendarAttachment, type Email, type Mailer } from './mailer.js';
import { NOTIFICATION_TYPES, notificationsOf, type Notification } from './notifications.js';

/** Skips email about older events, after a process was away for long. */
export const NOTIFICATION_LIMIT_MS = 2 * 24 * 60 * 60 * 1_000;
/** What a mail server did not take in time is tried for so long, as mail servers do among themselves: longer than a bank holiday. */
export const TRYING_LIMIT_MS = 5 * 24 * 60 * 60 * 1_000;

export interface NotificationParts {
  readonly look: HubReader;
  readonly mailer: Mailer;
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
  readonly now: () => Instant;
  readonly publicUrl: () => string;
  readonly logger: Logger;
  /** The name under which this process claims emails; the same after a restart. */
  readonly senderId: string;
  /** Told of each email that is given up because it waited too long. */
  readonly onTooLate?: () => void;
  /** Keeps an invitation, by the key of its email, that waited too long: it is offered instead. Without it that is given up. */
  readonly keepInvitation?: (key: string) => Promise<void>;
}

/**
 * Emails people about what concerns them. Each email is claimed in the log first, by an id of its sender that a restarted process finds
 * again.
 */
export function sendNotifications(parts: NotificationParts): Effect {
  const each = emailEach(parts);
  const handle = async (event: Recorded<AnyEvent>, { again }: EffectMore = { again: false }) => {
    // Calendar files are in the name that the email is sent in.
    const written = { ...parts, mailFrom: await parts.mailer.sender() };
    await each({ event, again }, () => emailsAbout(event, written));
  };
  return { name: 'send-news', on: Object.fromEntries(NOTIFICATION_TYPES.map((type) => [type, handle])) };
}

/** An event that is told of by email, and whether that was tried before. */
interface ToTell {
  readonly event: { readonly id: string; readonly at: string };
  readonly again: boolean;
}

/** Claims and sends each email of an event, and throws at the end where a mailbox put one off. Of one that waited too long one process tells. */
export function emailEach(parts: NotificationParts): (to: ToTell, write: () => readonly Email[]) => Promise<void> {
  // Sent by this process for an event whose other emails are still to go: a mail server that was away gets none of them twice.
  const sent = new Set<string>();
  return async ({ event, again }, write) => {
    const late = isTooLate(event, again, parts);
    const keys = write().map(({ key }) => key);
    let putOff: unknown;
    for (const key of keys) {
      if (sent.has(key) || !(await claimed(key, parts))) continue;
      // Written again after the claim: nobody who was erased meanwhile is in an email that is sent from here on.
      const email = write().find((one) => one.key === key);
      try {
        if (email) await (late ? giveUp(email, event, parts) : send(email, parts));
        sent.add(key);
      } catch (error) {
        if (!isOfOneMailbox(error)) throw error;
        putOff ??= error;
      }
    }
    if (putOff !== undefined) throw putOff;
    for (const key of keys) sent.delete(key);
  };
}

/** Whether an email about an event is not sent any more. `again`: it was tried before. */
export function isTooLate({ at }: { readonly at: string }, again: boolean, { now }: Pick<NotificationParts, 'now'>): boolean {
  return Date.parse(now()) - Date.parse(at) > (again ? TRYING_LIMIT_MS : NOTIFICATION_LIMIT_MS);
}

/** Nothing is lost without a word: an invitation is kept to be sent by hand, any other email is counted. */
async function giveUp(email: Email, { id }: ToTell['event'], { keepInvitation, onTooLate, logger }: NotificationParts): Promise<void> {
  if (email.invites && keepInvitation) {
    await keepInvitation(email.key);
    logger.warn('An invitation waited too long, and is kept to be sent by hand.', { event: id });
    return;
  }
  onTooLate?.();
  logger.warn('An email waited until it was of no use any more.', { event: id });
}

/** What emails about events are written from. */
export type Written = Pick<NotificationParts, 'look' | 'publicUrl' | 'now'> & { readonly mailFrom: string };

/** The key of an email to a person about an event, as claims in the log name it. */
export const emailKeyOf = (event: string, to: string): string => createHash('sha256').update(`${event} ${to}`).digest('hex');

/** The emails that an event calls for, written as things are now. */
export const emailsAbout = (event: Pick<Recorded<AnyEvent>, 'id'>, parts: Written): readonly Email[] =>
  notificationsOf(event.id, parts.look, parts.now()).flatMap((told) => emailAbout(told, event, parts) ?? []);

function emailAbout(told: Notification, event: { readonly id: string }, parts: Written): Email | undefined {
  const { look, publicUrl } = parts;
  const profile = look.row('profile', told.to);
  if (!profile?.email) return undefined;
  return notificationEmail({
    key: emailKeyOf(event.id, told.to),
    to: { person: told.to, email: profile.email, called: nameInMail(profile.called) },
    about: told.about,
    subject: told.subject,
    body: told.body,
    ...(told.invites && { invites: true }),
    link: { says: told.link.says, url: `${publicUrl()}${told.link.path}` },
    calendars: [
      ...(told.booked ? entryFor(told.to, told.booked, parts) : []),
      ...told.cancels.flatMap((meeting, index, { length }) => cancellationFor(told.to, meeting, parts, length > 1 ? index + 1 : 0)),
    ],
  });
}

/** The file that puts a meeting in a calendar, or moves it there: published, for one that asks for a reply would have it sent to the hub. */
function entryFor(person: PersonId, meeting: BookedMeeting, { look, publicUrl, mailFrom, now }: Written): readonly CalendarAttachment[] {
  const entry = isCalendarTime(meeting.time.startsAt)
    ? calendarEntryOf(meeting, person, look, { publicUrl: publicUrl(), mailFrom, at: now() })
    : undefined;
  return entry ? [{ method: methodOf(entry), filename: 'mentoring-meeting.ics', file: calendarFile(entry) }] : [];
}

/** The file that takes a meeting out of the calendar of one of its two people; the first of several, from 1, or the only one: 0. */
function cancellationFor(
  person: PersonId,
  meeting: MeetingId,
  { look, publicUrl, mailFrom, now }: Written,
  number: number,
): readonly CalendarAttachment[] {
  const row = look.row('meeting', meeting);
  const entry = row && calendarEntryOf(row, person, look, { publicUrl: publicUrl(), mailFrom, at: now() });
  if (!entry) return [];
  // A pause is told before the hub has cancelled what it takes along: it does so whatever comes.
  const cancelled = { ...entry, cancelled: true };
  const filename = `mentoring-meeting${number > 0 ? `-${number}` : ''}.ics`;
  return [{ method: methodOf(cancelled), filename, file: calendarFile(cancelled) }];
}

/** Whether this process is the one that sends the email. */
async function claimed(key: string, { dispatcher, senderId, now }: NotificationParts): Promise<boolean> {
  const commandId = commandIdFrom('claim-letter', senderId, key);
  const claim = await dispatcher.dispatch({ commandId, type: 'ClaimLetter', stampedAt: now(), data: { letter: key } }, HUB);
  if (claim.outcome === 'rejected' && claim.code !== 'LETTER.CLAIMED') throw new Error(`An email could not be claimed: ${claim.code}`);
  return claim.outcome === 'accepted';
}

/** Hands an email over. One that the mail server will never take is given up. */
async function send(email: Email, { mailer, logger }: NotificationParts): Promise<void> {
  await mailer.send(email).catch((error: unknown) => {
    if (!(error instanceof EmailRefused)) throw error;
    logger.warn('A mail server refused an email for good.', { key: email.key, because: error.message });
  });
}
