import type { Day } from '../kernel/brand.js';
import { foldedWords, plainKey } from '../text/folding.js';
import { monthFromCell, upTo, whyUnreadable } from './columns.js';
import { DAY_FIRST, dayIn, mayBeDays, readingsOf, sayEither, type DateManner, type Dating } from './date-manner.js';

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1']);
export const saysYes = (text: string): boolean => YES.has(plainKey(text));

/** Within more words, these say that a person is here no longer: “Left 31/08/2026”. */
export const GONE =
  /\b(?:left|leavers?|former|resigned|terminated|retired|deceased|ended|deleted|archived|suspended|disabled|deprovisioned|inactive)\b/i;
/** In a column of leaving dates these say it as well. */
const GONE_BY_THEN = /\b(?:departed|gone|dismissed|redundan(?:t|cy)|finished|completed|moved on)\b/i;
/** Words of which each says that there is no such date. */
const NONE: ReadonlySet<string> = new Set(
  [
    'no none nil n a na applicable false tbc tba to be confirmed advised never null blank',
    'current currently active permanent perm ongoing open ended present date continuing continues contract fixed end',
  ].flatMap((line) => line.split(' ')),
);
/** Of staff who are away and come back, or who began: dates beside these are not of leaving. */
const STAYS =
  /\b(?:from|since|start(?:s|ed)?|present|current(?:ly)?|permanent|ongoing|continu\w+|to date|return(?:s|ed|ing)?|mat(?:ernity)?(?! cover)|paternity|parental|adoption|sick(?:ness)?|sabbatical|second(?:ed|ment)|career break|leave|unpaid)\b/i;
/** With these, the date beside them may not be meant, or has not come. */
const NOT_CERTAIN =
  /[?]|\b(?:no|not|never|leaves|leaving|will|notice|stay(?:s|ing|ed)?|extended|extension|withdrawn|cancelled|postponed|deferred)\b/i;

/** Letters of a cell in which dates are looked for, and words that one date may have: “Monday 1st of September, 2019”. */
const LOOKED_AT_LETTERS = 200;
const DATE_LIMIT_WORDS = 5;

/** What `read` finds in a cell, whole or with words around it, as in “31.08.2026 (resigned)”. */
function foundIn<Found>(text: string, read: (piece: string) => Found | undefined): readonly Found[] {
  const whole = read(text);
  if (whole !== undefined) return [whole];
  const words = upTo(LOOKED_AT_LETTERS, text)
    .replace(/(\p{L})[-–—/](?=\d)/gu, '$1 ')
    .split(/[\s()[\]{};]+|(?<!\d):|:(?!\d)/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean);
  const found: Found[] = [];
  for (let from = 0; from < words.length; from += 1)
    for (let many = Math.min(DATE_LIMIT_WORDS, words.length - from); many > 0; many -= 1) {
      const piece = words.slice(from, from + many).join(' ');
      // Among words, a number alone is no day of a spreadsheet.
      const one = /^\d+$/.test(piece) ? undefined : read(piece);
      if (one === undefined) continue;
      found.push(one);
      from += many - 1;
      break;
    }
  return found;
}

/** The whole dates of a cell, without those that may be either of two days. */
export const daysIn = (text: string, manner: DateManner): readonly Day[] =>
  /\d/.test(text) ? foundIn(text, (piece) => dayIn(piece, manner)) : [];

/** “-”, “N/A”, “Permanent”: there is no such date. */
function saysNone(text: string): boolean {
  if (text.includes('?') || whyUnreadable(text) || (GONE.test(text) && !/open[- ]ended/i.test(text))) return false;
  const words = foldedWords(text.replace(/\bnot (?=applicable\b)/i, ''));
  return /^0*$/.test(words.join('')) || words.every((word) => NONE.has(word));
}

const isUncertain = (text: string): boolean => NOT_CERTAIN.test(text) || STAYS.test(text);

/** Whether a date in a cell is of being away, or of a beginning. */
export const saysStays = (text: string): boolean => STAYS.test(text);

/** With these the date beside them is no longer, or not yet, that of leaving. */
export const isTakenBack = (text: string): boolean => /[?]|\b(?:no|not|never|withdrawn|cancelled|postponed|deferred)\b/i.test(text);

/** Whether a cell of a leaving column plainly says that its person has left. On the last day itself they are here. */
export function hasLeft(text: string, { today, manner }: Dating): boolean {
  const readings = readingsOf(text, manner);
  // “Left 8/31/2026” says it in a word, and of a day that can be no other.
  if (readings.length > 1 || readings.some((one) => daysIn(one, DAY_FIRST).some((day) => day >= today))) return false;
  const whole = dayIn(text, manner);
  if (whole !== undefined) return whole < today;
  if (saysYes(text)) return true;
  if (saysNone(text) || isUncertain(text) || whyUnreadable(text)) return false;
  const days = daysIn(text, manner);
  if (days.length > 0) return days.every((day) => day < today);
  // “Resigned, Dec 2026” may be of a month that has not come.
  const isAhead = foundIn(text, monthFromCell).some((month) => `${month.slice(3)}-${month.slice(0, 2)}` >= today.slice(0, 7));
  return !isAhead && (GONE.test(text) || GONE_BY_THEN.test(text));
}

/** What is said of a date of leaving, or of the end of a contract, that says neither that a person has left nor until when they stay. */
export function whyUnreadEnd(field: 'leaving' | 'contractEnd', text: string, { today, manner }: Dating): string | undefined {
  if (text === '' || saysNone(text)) return undefined;
  const [days, readings] = [daysIn(text, manner), readingsOf(text, manner)];
  const either = readings.length > 0 && sayEither(text, readings);
  if (!either && ((days.some((day) => day >= today) && !saysStays(text)) || (days.length > 0 && !isUncertain(text)))) return undefined;
  const why = either
    ? `${either}.`
    : (whyUnreadable(text) ?? `“${shown(text)}” ${days.length > 0 ? 'is not certain' : whatItLacks(text, manner)}.`);
  if (field === 'contractEnd') return `${why} We still import them. If they have left, leave them out.`;
  return `${why} We take them as still here. If they have left, correct it to “left”.`;
}

const SHOWN_LETTERS = 40;
const shown = (text: string): string => (text.length > SHOWN_LETTERS ? `${upTo(SHOWN_LETTERS, text).trimEnd()}…` : text);

/** A year in which every day of a month is one. */
const LEAP_YEAR = '2024';

function whatItLacks(text: string, manner: DateManner): string {
  if (foundIn(text, monthFromCell).length > 0) return 'has no day';
  const isDay = [`${text} ${LEAP_YEAR}`, `${text}/${LEAP_YEAR}`].some((one) => mayBeDays(one, manner).length > 0);
  return isDay ? 'has no year' : 'is not a date';
}
