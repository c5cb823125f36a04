import { isolated } from './isolate.js';
import { titleOf } from './names.js';

/** Endings that begin no word of a name, in capitals or not. */
const ENDINGS = new Set('com net org info biz xyz рф рус онлайн сайт бел укр 中国 中國 公司 网络 网站 香港 भारत'.split(' '));
/** Endings that are names or words as well, such as `Ru` and `Link`: in small letters alone. */
const SMALL_ENDINGS = new Set(
  [
    'uk io co ru cn su eu us nl pl cc tv tk gg ws edu gov test example invalid localhost online site website web app dev page',
    'link click top shop store club live icu vip cyou cfd sbs bond quest monster buzz lol zip mov',
  ].flatMap((some) => some.split(' ')),
);
const OF_TWO = /(?:^|\.)(?:co|com|org|ac|sch|gov|net|nhs|police|me|ltd|plc)\.(?:uk|au|nz|za|jp|br|cn|in)$/;
/** What stands short before a name, beside titles: `Md.Ali`, `St.Jo`. */
const SHORTENED = /^(?:st|md|mohd|muhd|mt|ma|jr|sr|wm)$/i;
const SCHEME = /:\/\/|^\W*(?:https?|ftp|mailto|javascript|tel|sms):|^\W*\\\\/i;
const WWW = /(?:^|[^\p{L}\p{N}])www\d{0,2}\.\S/iu;
const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]/;
const NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** As a mail program and a browser read it: wide letters and other full stops are plain ones. */
const plain = (word: string): string => word.normalize('NFKC').replace(/[。｡]/g, '.');

const labelsOf = (part: string): readonly string[] => part.split('.').filter(Boolean);
/** Initials, titles and `St` before a full stop: what follows is a name. */
const isShort = (label: string): boolean => [...label].length === 1 || SHORTENED.test(label) || titleOf(label) !== undefined;

/** `evil.com`, and not `Mary.Jo`, `BA.Ed` or `Inf.School`: of other endings only a path shows that an address is meant. */
function isSite(part: string, hasPath: boolean): boolean {
  const labels = labelsOf(part);
  const ending = labels.at(-1) ?? '';
  const low = ending.toLowerCase();
  if (labels.length < 2) return false;
  if (NUMBERS.test(part) || ENDINGS.has(low) || low.startsWith('xn--')) return true;
  if (OF_TWO.test(labels.slice(-3).join('.').toLowerCase()) || SMALL_ENDINGS.has(ending)) return true;
  return hasPath && /^[a-z]{2,}$/.test(ending) && !labels.slice(0, -1).every(isShort);
}

function isLink(word: string): boolean {
  const read = plain(word);
  if (SCHEME.test(read) || WWW.test(read) || EMAIL.test(read)) return true;
  if (!read.includes('.')) return false;
  const pieces = read.split(/([^\p{L}\p{M}\p{N}.-]+)/u);
  const hasPath = (at: number) => (pieces[at + 1] ?? '').startsWith('/') || (pieces[at + 1] === ':' && /^\d+$/.test(pieces[at + 2] ?? ''));
  return pieces.some((piece, at) => at % 2 === 0 && isSite(piece, hasPath(at)));
}

/** Whether words hold a web address or an email address: a mail program makes a link of either. */
export const holdsLink = (text: string): boolean => text.split(/\s+/).some(isLink);

/** Says what to do about a name that holds one. */
export const LINK_IN_NAME = 'Enter the name without a web or email address. If it has none, put a space after each full stop.';

/** Words without the addresses in them; names of older logs may hold some. Possibly empty. */
export const withoutLinks = (text: string): string =>
  holdsLink(text)
    ? text
        .split(/\s+/)
        .filter((word) => !isLink(word))
        .join(' ')
    : text;

/** `Mary.Jo` and `Inf.School` with a space after the full stop: some mail programs make a link of any two words with one between. */
const apart = (word: string): string => {
  const labels = labelsOf(plain(word));
  const ending = labels.at(-1) ?? '';
  const isDoubtful = [...ending].length > 1 && (/^[a-z]/.test(ending) || labels.slice(0, -1).some((label) => !isShort(label)));
  return isDoubtful ? word.replace(/(?<=[\p{L}\p{M}])[.。｡．](?=\p{L})/gu, '. ') : word;
};

/** Words of a person or a school as an email has them: nothing in them is a link. */
export const wordsInMail = (text: string): string =>
  withoutLinks(text)
    .split(/(\s+)/)
    .map((word) => apart(word))
    .join('');

/** A name as an email or a calendar has it: its direction ends where it ends as well. */
export const nameInMail = (name: string): string => isolated(wordsInMail(name));
