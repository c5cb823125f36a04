import type { Day } from '../kernel/brand.js';
import { plainKey } from '../text/folding.js';
import { sayDate } from '../uk/uk-time.js';
import { daysOfNumber, headingKey, upTo } from './columns.js';
import { DAY_FIRST, dayIn, mayBeDays, readingsOf, sayEither, type DateManner, type Dating } from './date-manner.js';
import { daysIn, GONE, hasLeft, saysStays, saysYes } from './staff-ends.js';
import type { StaffField } from './staff-fields.js';

/** What the status of an account or a post says where its holder is here no longer. */
const NOT_HERE: ReadonlySet<string> = new Set(
  [
    'suspended inactive notactive disabled archived deleted blocked false no n deprovisioned',
    'left leaver past former formerstaff paststaff terminated resigned ended retired deceased',
  ].flatMap((line) => line.split(' ')),
);
/** What a status, or a word for a leaving date, may be corrected to. */
const HERE = ['Current'];
/** What follows from it; and of a member, whom an import may remove. */
export const NOT_IMPORTED = ', so we do not import them.';
export const CAN_BE_REMOVED = ', so you can remove them above.';

const EMPLOYED: ReadonlySet<string> = new Set('current active employed inpost present permanent working'.split(' '));
/** “End date” alone may be of a contract, of which its person may have a newer one. */
const ANY_END = /^(?:end(?:ed|ing)?|finish(?:ed)?)(?:date)?$|^date(?:ended|finished)$/;
export const isAnyEnd = (heading: string): boolean => ANY_END.test(headingKey(heading));

/** A past “End date” is of an earlier contract where the row says “Current” or starts later; else of leaving: who is kept out is seen and corrected. */
export const isEarlierContract = (cellsOf: (field: StaffField) => readonly string[], manner: DateManner): boolean => {
  const ends = cellsOf('leaving').flatMap((text) => daysIn(text, manner));
  const starts = cellsOf('start').flatMap((text) => mayBeDays(text, manner));
  // “Left” without a day is of no earlier contract.
  if (ends.length === 0) return false;
  return cellsOf('status').some((text) => EMPLOYED.has(plainKey(text))) || starts.some((start) => ends.every((end) => start > end));
};

/** The past “End date” of a row whose status alone says that its person is here: that status may be of before. */
export function endedBesideStatus(cellsOf: (field: StaffField) => readonly string[], manner: DateManner): Day | undefined {
  const ends = cellsOf('leaving').flatMap((text) => daysIn(text, manner));
  const starts = cellsOf('start').flatMap((text) => mayBeDays(text, manner));
  return starts.some((start) => ends.every((end) => start > end)) ? undefined : ends.toSorted().at(-1);
}

/** When the last contract of a row ended. Whether its person has another the file does not say, so it keeps nobody out by itself. */
export function contractEnded(cellsOf: (field: StaffField) => readonly string[], { today, manner }: Dating): Day | undefined {
  const cells = cellsOf('contractEnd');
  // Which is the last is not known where one may be either of two days.
  if (cells.some((text) => readingsOf(text, manner).length > 0)) return undefined;
  const ends = cells.flatMap((text) => daysIn(text, manner)).toSorted();
  const starts = cellsOf('start').flatMap((text) => mayBeDays(text, manner));
  const last = ends.at(-1);
  return last === undefined || last >= today || starts.some((start) => start > last) ? undefined : last;
}

/** Why the row says that its person is here no longer, and in which of the columns of a field. */
export interface NotHere {
  readonly field: StaffField;
  readonly at: number;
  readonly why: string;
  readonly choices?: readonly string[];
}

/** Undefined where the row does not say so. `cellsOf` has a text for each column of a field. */
export function whyNotHere(cellsOf: (field: StaffField) => readonly string[], when: Dating): NotHere | undefined {
  const cells = cellsOf('leaving');
  const at = cells.findIndex((text) => hasLeft(text, when));
  const left = cells[at];
  // A day is corrected by another, and words by another word.
  if (left !== undefined) return { field: 'leaving', at, why: whyLeft(left, when), ...(isInWords(left) && { choices: HERE }) };
  const statuses = cellsOf('status');
  const gone = statuses.findIndex((text) => isGone(text, when));
  const status = statuses[gone];
  if (status !== undefined) return { field: 'status', at: gone, why: `Their status is “${upTo(40, status)}”`, choices: HERE };
  const blocked = cellsOf('blocked').findIndex((text) => saysYes(text));
  return blocked < 0 ? undefined : { field: 'blocked', at: blocked, why: 'Their account is blocked' };
}

/** Whether a cell is no plain date: what it says is shown beside the day that is read from it. */
const isInWords = (text: string): boolean => dayIn(text, DAY_FIRST) === undefined;

function whyLeft(text: string, { manner }: Dating): string {
  const day = daysIn(text, manner).toSorted().at(-1);
  if (day) return `This person left on ${sayDate(day)}${isInWords(text) ? ` (“${upTo(40, text)}”)` : ''}`;
  return saysYes(text) ? 'This person has left' : `Their leaving date is “${upTo(40, text)}”`;
}

/** What a cell may be meant to hold where it is a number, or a date that may be either of two days. */
export const endsOf = (text: string, manner: DateManner): readonly string[] => {
  const days = daysOfNumber(text).map(sayDate);
  return days.length > 0 ? days : readingsOf(text, manner);
};

/** The days that a cell may be of which each says that a person has left; undefined where one does not, or the cell is in no doubt. */
export function passedEitherWay(text: string, { today, manner }: Dating): readonly string[] | undefined {
  const days = endsOf(text, manner);
  return days.length > 0 && days.every((day) => hasLeft(day, { today, manner: DAY_FIRST })) ? days : undefined;
}

/** What is said of a cell of an end that is a number, or a date that may be another, without a full stop. */
export const sayEnds = (text: string, days: readonly string[]): string =>
  daysOfNumber(text).length > 0
    ? `“${text}” is a number without the format of a date. It may be ${days.join(' or ')}`
    : sayEither(text, days);

/** A number, or a date that may be either day, which says that a person has left whichever day it is: kept out before it is confirmed. */
export function leftEitherWay(
  cellsOf: (field: StaffField) => readonly string[],
  when: Dating,
  isContract: boolean,
): { readonly at: number; readonly message: string; readonly choices: readonly string[] } | undefined {
  const cells = cellsOf('leaving');
  const at = cells.findIndex((text) => passedEitherWay(text, when) !== undefined);
  const text = cells[at];
  if (text === undefined) return undefined;
  const days = endsOf(text, when.manner);
  const asDays = (field: StaffField) => (field === 'leaving' ? days : cellsOf(field));
  if (isContract && isEarlierContract(asDays, when.manner)) return undefined;
  const message = `${sayEnds(text, days)}. Enter the day if they have left, or “Current”.`;
  return { at, message, choices: [...days, ...HERE] };
}

/** The day on which a person is to leave, where it has not come. */
export const leavesLater = (cells: readonly string[], { today, manner }: Dating): Day | undefined =>
  cells
    .filter((text) => !saysStays(text))
    .flatMap((text) => daysIn(text, manner))
    .find((day) => day > today);

/** A day that has not come says that they are still here. */
function isGone(status: string, { today, manner }: Dating): boolean {
  if (NOT_HERE.has(plainKey(status))) return true;
  const texts = readingsOf(status, manner);
  const days = (texts.length > 0 ? texts : [status]).flatMap((text) => daysIn(text, manner));
  return GONE.test(status) && !days.some((day) => day > today);
}
