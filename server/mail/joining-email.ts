import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Email } from './mailer.js';

/** The code that proves that another record is one's own, to the address of that record. It names nobody: the person who asked may be mistaken. */
export function joiningEmail({ digits, key, person, email }: { digits: string; key: string; person: PersonId; email: string }): Email {
  const spaced = `${digits.slice(0, 3)} ${digits.slice(3)}`;
  return {
    key: `joining ${key}`,
    to: { person, email },
    about: [person],
    subject: `${spaced} is your code to join two records on Alongside`,
    text: [
      `Your code is ${spaced}`,
      'Enter it on the page “Join your records” within 10 minutes. It works once. Your two records then become one, and that cannot be undone.',
      'If you did not ask for this code, do not give it to anyone. You do not need to do anything: nothing is joined without it.',
      'Alongside\n',
    ].join('\n\n'),
  };
}
