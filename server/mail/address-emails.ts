import { comparableEmail } from '@alongside/domain/text/folding.js';
import { nameInMail } from '@alongside/domain/text/links.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { welcomeOf } from '@alongside/projections/facts/welcome.js';
import { createHash } from 'node:crypto';
import type { Effect, EventTyped } from '../reactors/reactor.js';
import type { Email } from './mailer.js';
import { emailEach, type NotificationParts, type Written } from './send-notifications.js';

const SIGN_OFF = 'Alongside';
const textOf = (...paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;

/** The code that proves a new address. It goes to a mailbox that may be anybody's, so it names no person. */
export function proofEmail({ digits, key, person, email }: { digits: string; key: string; person: PersonId; email: string }): Email {
  const spaced = `${digits.slice(0, 3)} ${digits.slice(3)}`;
  return {
    key: `address ${key}`,
    to: { person, email },
    about: [person],
    subject: `${spaced} is your code for Alongside`,
    text: textOf(
      `Your code is ${spaced}`,
      'Enter it on the page “Change email address” within 10 minutes. It works once.',
      'If you did not ask for this code, you do not need to do anything. This email address cannot be used without it.',
      SIGN_OFF,
    ),
  };
}

/** In place of a code, to the owner of an address that another person asked to use. */
export function addressTakenEmail(to: { key: string; person: PersonId; email: string; publicUrl: string }): Email {
  return {
    key: `address ${to.key}`,
    to: { person: to.person, email: to.email },
    about: [to.person],
    subject: 'This email address has an Alongside account',
    text: textOf(
      'Hello',
      'You asked to use this email address on Alongside. It belongs to an account already, so we did not send a code.',
      `To use that account, sign in with this email address. If you have two accounts, tell your administrator.`,
      `Sign in: ${to.publicUrl}/sign-in`,
      'If you did not ask for this, you do not need to do anything. Nothing was changed.',
      SIGN_OFF,
    ),
  };
}

type Changed = EventTyped<'EmailChanged'>;

/** Tells the address before and the new one that the address was changed ([AD6]). Each email is claimed first, as all are. */
export function sendAddressEmails(parts: NotificationParts): Effect {
  const each = emailEach(parts);
  return {
    name: 'send-address-letters',
    on: {
      EmailChanged: async (event, { again } = { again: false }) => each({ event, again }, () => addressEmailsAbout(event, parts)),
    },
  };
}

/** To the address before and to the new one, written as things are now. */
export const addressEmailsAbout = (event: Changed, parts: Pick<Written, 'look' | 'publicUrl'>): readonly Email[] =>
  isSameMailbox(event)
    ? []
    : (['before', 'email'] as const).flatMap((which) => {
        const key = createHash('sha256').update(`${event.id} ${which}`).digest('hex');
        return noticeOf(event, which, key, parts) ?? [];
      });

/** Where only the spelling of an address changes nobody is written to: both emails would go to one mailbox. */
const isSameMailbox = ({ data: { before, email } }: Changed): boolean =>
  before !== undefined && comparableEmail(before) === comparableEmail(email);

function noticeOf(
  { data, actor }: Changed,
  which: 'before' | 'email',
  key: string,
  { look, publicUrl }: Pick<Written, 'look' | 'publicUrl'>,
): Email | undefined {
  const email = data[which];
  const profile = look.row('profile', data.person);
  if (!profile || !email) return undefined;
  const welcome = welcomeOf(data.person, look);
  // Their first email is the invitation: to the address that is right by then.
  if (welcome === 'none') return undefined;
  const out = (words: string) => (welcome === 'signed-in' ? words : '');
  const by = actor === HUB || actor === data.person ? undefined : nameInMail(look.row('person', actor)?.name ?? '') || 'A coordinator';
  const whom = `tell ${whomToTell(data.person, actor, look)} today. They can put it right.`;
  const body =
    which === 'before'
      ? [
          by
            ? `${by} changed the email address you sign in with. This one no longer works${out(', and you were signed out everywhere')}.`
            : 'You now sign in with a different email address. This one no longer works, and you were signed out everywhere else.',
          by ? `If you did not expect this, ${whom}` : `If you did not do this, ${whom}`,
        ]
      : [
          by
            ? `Sign in with this email address from now on. You do not need a password.${out(' You were signed out everywhere.')}`
            : 'Sign in with this email address from now on. You were signed out everywhere else.',
          `Sign in: ${publicUrl()}/sign-in`,
        ];
  return {
    key,
    to: { person: data.person, email },
    about: by ? [data.person, actor] : [data.person],
    subject: `${by ?? 'You'} changed your email address`,
    text: textOf(`Hello ${nameInMail(profile.called)}`.trim(), ...body, SIGN_OFF),
  };
}

/** How many people an email names. */
const NAMED_LIMIT_PEOPLE = 2;

/** Whom to tell, and never the one who made the change: administrators by name, else coordinators, else administrators of the hub. */
function whomToTell(person: PersonId, actor: PersonId, look: HubReader): string {
  const institutions = look.row('membership', person)?.institutions ?? [];
  const namesOf = (role: Role, at: readonly InstitutionId[]) =>
    at
      .flatMap((institution) => look.rows('member', { institution }))
      .filter((member) => member.roles.includes(role) && member.person !== person && member.person !== actor)
      .map((member) => nameInMail(look.row('person', member.person)?.name ?? ''))
      .filter(Boolean);
  const all = [namesOf('administrator', institutions), namesOf('coordinator', institutions), namesOf('administrator', [HUB_INSTITUTION])];
  const named = [...new Set(all.find((some) => some.length > 0) ?? [])].slice(0, NAMED_LIMIT_PEOPLE);
  return named.length > 0 ? named.join(' or ') : 'the administrator of your school or trust';
}
