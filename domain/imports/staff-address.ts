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
