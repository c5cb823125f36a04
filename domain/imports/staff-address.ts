import { email as emailSchema } from '../people/person.events.js';
import { comparableEmail } from '../text/folding.js';
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

/** Mailboxes that schools have for a task, and that several people read. */
const SHARED = new Set(
  'office admin info enquiries reception supply cover finance hr head headteacher principal senco safeguarding staff school bursar mail'.split(
    ' ',
  ),
);

/** Whether several people may read an address: who signs in with it is not certain. */
export const isShared = (email: string): boolean => SHARED.has(comparableEmail(email).split('@')[0] ?? '');
