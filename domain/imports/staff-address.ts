import { email as emailSchema } from '../people/person.events.js';
import { comparableEmail, foldedWords } from '../text/folding.js';
import { upTo, whyUnreadable } from './columns.js';

/** The address of a cell, or why there is none that can only be meant. */
export type ReadAddress =
  | { readonly email: string; readonly note?: string; readonly choices?: undefined }
  | { readonly email?: undefined; readonly why: string; readonly choices?: readonly string[] };

/** `ann@a.example`, `Ann Ray <ann@a.example>`, `mailto:ann@a.example`. Of several addresses only the person with the file knows which is meant. */
export function readAddress(text: string): ReadAddress {
  const whole = emailSchema.safeParse(text);
  if (whole.success) return { email: whole.data };
  if (text === '') return { why: 'Enter an email address.' };
  const quoted = `“${upTo(80, text)}”`;
  const unreadable = whyUnreadable(text);
  if (unreadable) return { why: `${unreadable} Enter the email address.` };
  const found = addressesIn(text);
  const [only] = found;
  const spaced = only !== undefined && found.length === 1 ? joinedWithin(text, only) : [];
  if (spaced.length > 0)
    return { why: `${quoted} has a space in it. Choose the email address that is meant.`, choices: [...spaced, only ?? ''] };
  if (found.length === 1 && only !== undefined) return { email: only, note: `We use the email address ${only} from ${quoted}.` };
  if (found.length > 1) return { why: `${quoted} has more than one email address. Choose one.`, choices: found };
  const meant = /^['\u2018\u2019]+(.+)$/.exec(text)?.[1];
  return meant && emailSchema.safeParse(meant).success
    ? { why: `${quoted} begins with an apostrophe. Is it ${upTo(80, meant)}? Correct it in the file.`, choices: [meant] }
    : { why: `${quoted} is not an email address.` };
}

/** Addresses in a text, each once. `smtp:` marks them in the accounts of Microsoft 365. */
function addressesIn(text: string): readonly string[] {
  const found = new Map<string, string>();
  for (const piece of text.split(/[\s;,|/<>()[\]]+/)) {
    const read = emailSchema.safeParse(piece.replace(/^(?:mailto|smtp):/i, ''));
    // An apostrophe at the start is asked about where it is alone.
    if (read.success && !/^['\u2018\u2019]/.test(read.data)) found.set(comparableEmail(read.data), read.data);
  }
  return [...found.values()];
}

/** `j smith@a.example` may be any of several addresses: what stands before it is no label, and belongs to it. */
function joinedWithin(text: string, address: string): readonly string[] {
  const before = text.slice(0, text.length - address.length);
  if (`${before}${address}` !== text) return [];
  const words = before.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0 || !words.every((word) => /^[\p{L}\p{N}.'’_-]+$/u.test(word))) return [];
  const joined = ['.', ''].map((by) => [...words, address].join(by).replace(/\.{2,}/g, '.'));
  return [...new Set(joined)].filter((one) => emailSchema.safeParse(one).success);
}

/** Tasks that schools have a mailbox for, which several people read; and what has an account and is no person. */
const NO_PERSON: ReadonlySet<string> = new Set(
  [
    'office admin admins administration info information enquiries reception receptionist supply cover finance accounts hr head headteacher',
    'principal senco safeguarding staff school bursar mail email mailbox mailboxes exams exam attendance absence absences library premises site',
    'reprographics kitchen catering canteen lettings payroll recruitment vacancies governors parents newsletter website helpdesk help support',
    'team desk front main it ict data careers events trips medical pastoral admissions communications comms marketing facilities timetable',
    'room rooms display displays screen screens scanner scanners scan scans printer printers copier photocopier projector whiteboard laptop',
    'laptops ipad ipads tablet tablets chromebook chromebooks kiosk device devices hall lab minibus equipment resource resources calendar',
    'booking bookings signage cctv voicemail fax noreply reply no not do donotreply mailer daemon postmaster webmaster test guest visitor',
    'visitors service svc system sync backup server account shared generic itsupport ithelp ithelpdesk',
  ].flatMap((line) => line.split(' ')),
);
const RUN_TOGETHER = new RegExp(`^(?:${[...NO_PERSON].filter((word) => word.length > 2).join('|')})+$`);
const wordsOf = (text: string): readonly string[] => foldedWords(text).flatMap((word) => word.match(/\p{L}+/gu) ?? []);

/** Whether several people may read an address, or nobody does: who signs in with it is not certain. */
export function isShared(email: string): boolean {
  const words = wordsOf(comparableEmail(email).split('@')[0] ?? '');
  return words.length > 0 && words.every((word) => NO_PERSON.has(word) || RUN_TOGETHER.test(word));
}

/** “Room 12 Display”, “Exams Office”: words that together name no person. */
export function isNoName(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => NO_PERSON.has(word));
}
