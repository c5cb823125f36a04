import { isolated } from './isolate.js';
import { titleOf } from './names.js';

/** Endings of web addresses that are no names of people. Of two letters every one counts, so that none of a country is listed. */
const ENDINGS = new Set(
  [
    'com net org info biz edu gov mil int arpa name pro mobi asia jobs museum travel coop aero xxx post tel cat test example invalid',
    'localhost app dev xyz online site website web page link click top shop store club live icu vip work works world today life fun',
    'space tech cloud host hosting press news blog email mail chat social network systems solutions services support agency media',
    'digital studio design zone center centre group team company ltd inc llc limited business education academy school college',
    'university courses training institute study degree mba phd money finance bank loan loans credit cards bid trade auction win bet',
    'casino poker games game play movie video stream download zip mov bar cafe pub wiki help care health clinic doctor dental legal',
    'law tax foundation charity gives fund gift gifts party date dating review reviews guru ninja expert rocks cool buzz cyou cfd sbs',
    'quest monster beauty hair skin makeup bond lol pics photo photos gallery pictures art tube london wales cymru scot uno one gdn',
    'men ooo rest surf autos boats homes yachts ink wtf sexy porn adult sex kim google youtube microsoft azure aws amazon apple',
    'security software computer codes tools directory domains report science run city land рф рус онлайн сайт орг ком бел укр 中国 中國',
    '公司 网络 网站 香港 भारत',
  ].flatMap((some) => some.split(' ')),
);
/** Those that follow an initial in no name. */
const AFTER_INITIALS = /^(?:com|net|org|info|biz|edu|gov|app|dev|xyz|link|test|example)$/;
/** What stands short before a name, beside titles: `Md.Ali`, `St.Jo`. */
const SHORTENED = /^(?:st|md|mohd|muhd|mt|ma|jr|sr|wm)$/i;
/** Small words of names: `J.de Silva`, `C.of E.`. */
const SMALL = /^(?:of|de|la|le|al|da|di|do|du|el|ap)$/;
const SCHEME = /:\/\/|^\W*(?:https?|ftp|mailto|javascript|tel|sms):|^\W*\\\\/i;
const WWW = /(?:^|[^\p{L}\p{N}])www\d{0,2}\.\S/iu;
const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]/;
const NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** As a mail program and a browser read it: wide letters and other full stops are plain ones. */
const plain = (word: string): string => word.normalize('NFKC').replace(/[。｡]/g, '.');

/** Whether a mail program would make a link of it that nobody wrote as one: `evil.com`, and not `Dr.Smith` or `A.B.Li`. */
function isSite(part: string): boolean {
  const labels = part.split('.').filter(Boolean);
  const ending = labels.pop() ?? '';
  if (labels.length === 0) return false;
  if (NUMBERS.test(part)) return true;
  const isShort = labels.every((label) => [...label].length === 1 || SHORTENED.test(label) || titleOf(label) !== undefined);
  const [low, isTwo] = [ending.toLowerCase(), /^[a-z]{2}$/i.test(ending) && !/^jr$/i.test(ending)];
  if (isShort) return AFTER_INITIALS.test(low) || (isTwo && ending === low && !SMALL.test(low));
  return isTwo || ENDINGS.has(low) || low.startsWith('xn--');
}

function isLink(word: string): boolean {
  const read = plain(word);
  if (SCHEME.test(read) || WWW.test(read) || EMAIL.test(read)) return true;
  return read.includes('.') && read.split(/[^\p{L}\p{M}\p{N}.-]+/u).some(isSite);
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

/** A name as an email or a calendar has it: its direction ends where it ends, and nothing in it is a link. */
export const nameInMail = (name: string): string => isolated(withoutLinks(name));
