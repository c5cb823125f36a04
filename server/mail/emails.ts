import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { CalendarAttachment, Email } from './mailer.js';

/** To whom an email goes. */
export interface Addressee {
  readonly person: PersonId;
  readonly email: string;
  /** What to call them. */
  readonly called: string;
}

const SIGN_OFF = 'Alongside';
const paragraphs = (...parts: readonly string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`;

/** The code that a person signs in with. Their name is not in it: a glance over a shoulder reveals nothing. */
export function signInEmail(to: { key: string; person: PersonId; email: string; digits: string; publicUrl: string }): Email {
  const spaced = `${to.digits.slice(0, 3)} ${to.digits.slice(3)}`;
  return {
    key: `sign-in ${to.key}`,
    to: { person: to.person, email: to.email },
    about: [to.person],
    subject: `${spaced} is your code for Alongside`,
    text: paragraphs(
      `Your code is ${spaced}`,
      `Enter it at ${to.publicUrl}/sign-in within 10 minutes. It works once.`,
      'If you did not ask for this code, you do not need to do anything. Only a person with the code can sign in.',
      SIGN_OFF,
    ),
  };
}

/** The code that a signed-in person enters before something that cannot be undone. It may be their computer that another person sits at. */
export function signInAgainEmail(to: { key: string; person: PersonId; email: string; digits: string; publicUrl: string }): Email {
  const spaced = `${to.digits.slice(0, 3)} ${to.digits.slice(3)}`;
  return {
    key: `sign-in-again ${to.key}`,
    to: { person: to.person, email: to.email },
    about: [to.person],
    subject: `${spaced} is your code for Alongside`,
    text: paragraphs(
      `Your code is ${spaced}`,
      'Enter it on the page where you asked for it, within 10 minutes. It works once.',
      'We ask for it before something that cannot be undone.',
      `If you did not ask for this code, do not give it to anyone. Sign out everywhere, in case another person is using your account: ${to.publicUrl}/privacy`,
      SIGN_OFF,
    ),
  };
}

/** What an administrator sends to themself to see that mail works. */
export const testEmail = (to: { key: string; person: PersonId; email: string; publicUrl: string }): Email => ({
  key: `test ${to.key}`,
  to: { person: to.person, email: to.email },
  about: [to.person],
  subject: 'Test email from Alongside',
  text: paragraphs('This is a test. Your hub can send email.', `Go back to your hub: ${to.publicUrl}/set-up`, SIGN_OFF),
});

/** An email about something that happened, with one link to where it can be answered. */
export function notificationEmail(news: {
  key: string;
  to: Addressee;
  about: readonly PersonId[];
  subject: string;
  body: readonly string[];
  link: { says: string; url: string };
  calendars?: readonly CalendarAttachment[];
  invites?: true;
}): Email {
  return {
    key: news.key,
    to: { person: news.to.person, email: news.to.email },
    about: [...new Set([news.to.person, ...news.about])],
    subject: news.subject,
    ...(news.invites && { invites: true }),
    ...(news.calendars?.length ? { calendars: news.calendars } : {}),
    text: paragraphs(`Hello ${news.to.called}`.trim(), ...news.body, `${news.link.says}: ${news.link.url}`, SIGN_OFF),
  };
}
