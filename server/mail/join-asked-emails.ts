import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { nameInMail } from '@alongside/domain/text/links.js';
import { welcomeOf } from '@alongside/projections/facts/welcome.js';
import { invitationId, invitationView } from '@alongside/projections/views/invitation.view.js';
import type { Effect, EventTyped } from '../reactors/reactor.js';
import { notificationEmail } from './emails.js';
import type { Email } from './mailer.js';
import { institutionName } from './notifications.js';
import { emailKeyOf, emailEach, type NotificationParts, type Written } from './send-notifications.js';

/** Emails those who are asked to answer a request to join: the people who read it on their Today, and no others (0063). */
export function sendJoinAskedEmails(parts: NotificationParts): Effect {
  const each = emailEach(parts);
  return {
    name: 'send-join-asked',
    on: {
      JoinAsked: async (event, { again } = { again: false }) => {
        await each({ event, again }, () => joinAskedEmailsAbout(event, parts));
      },
    },
  };
}

/** None once it was answered, withdrawn or its person erased: the row is gone then. */
export function joinAskedEmailsAbout(
  { id, data }: EventTyped<'JoinAsked'>,
  { look, publicUrl }: Pick<Written, 'look' | 'publicUrl'>,
): readonly Email[] {
  const row = look.row(invitationView.name, invitationId(data));
  const { askedOf, askedAs } = row ?? {};
  if (!row?.closed || !askedOf || !askedAs) return [];
  const [school, closed] = [institutionName(row.institution, look) || 'your school', institutionName(row.closed, look) || 'their school'];
  const body = [
    // As on the page: the reader may not know them by name.
    `${isolated(row.email)} asked to join ${school}, because ${closed} has closed.`,
    'If they are a colleague, add them. If they are not, say so, and we ask them to choose again.',
    askedOf === row.institution ? '' : `No one at ${school} coordinates or administers it on Alongside, so we ask you.`,
  ].filter(Boolean);
  const readers = look
    .rows('member', { institution: askedOf })
    .filter(({ left, roles, person }) => left === null && roles.includes(askedAs) && person !== row.person);
  return readers.flatMap(({ person }) => {
    const profile = look.row('profile', person);
    // The first email of all is the invitation.
    if (!profile?.email || (askedOf !== HUB_INSTITUTION && welcomeOf(person, look) === 'none')) return [];
    return notificationEmail({
      key: emailKeyOf(id, person),
      to: { person, email: profile.email, called: nameInMail(profile.called) },
      about: [row.person],
      subject: `A person asked to join ${school}`,
      body,
      link: { says: 'Reply to the request', url: `${publicUrl()}/members?at=${encodeURIComponent(row.institution)}` },
    });
  });
}
