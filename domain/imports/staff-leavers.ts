import type { Day } from '../kernel/brand.js';
import { plainKey } from '../text/folding.js';
import { sayDate } from '../uk/uk-time.js';
import { dayFromCell, headingKey, upTo } from './columns.js';
import type { StaffField } from './staff-fields.js';

/** What the status of an account or a post says where its holder is here no longer. */
const NOT_HERE: ReadonlySet<string> = new Set(
  [
    'suspended inactive notactive disabled archived deleted blocked false no n deprovisioned',
    'left leaver past former formerstaff paststaff terminated resigned ended retired deceased',
  ].flatMap((line) => line.split(' ')),
);
/** Within more words, these say it as well: “Left 31/08/2026”. */
const GONE =
  /\b(?:left|leavers?|former|resigned|terminated|retired|deceased|ended|deleted|archived|suspended|disabled|deprovisioned|inactive)\b/i;
/** What a status may be corrected to. */
const HERE = ['Current'];
/** What follows from it; and of a member, whom an import may remove. */
export const NOT_IMPORTED = ', so we do not import them.';
export const CAN_BE_REMOVED = ', so you can remove them above.';
const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1']);

const EMPLOYED: ReadonlySet<string> = new Set('current active employed inpost present permanent working'.split(' '));
/** “End date” alone may be of a contract, of which its person may have a newer one. */
const ANY_END = /^(?:end(?:ed|ing)?|finish(?:ed)?)(?:date)?$|^date(?:ended|finished)$/;
export const isAnyEnd = (heading: string): boolean => ANY_END.test(headingKey(heading));

/** A past “End date” is of an earlier contract where the row says “Current” or starts later; else of leaving: who is kept out is seen and corrected. */
export const isEarlierContract = (cellsOf: (field: StaffField) => readonly string[]): boolean => {
  const ends = cellsOf('leaving').flatMap((text) => dayFromCell(text) ?? []);
  const starts = cellsOf('start').flatMap((text) => dayFromCell(text) ?? []);
  return cellsOf('status').some((text) => EMPLOYED.has(plainKey(text))) || starts.some((start) => ends.every((end) => start > end));
};

/** The past “End date” of a row whose status alone says that its person is here: that status may be of before. */
export function endedBesideStatus(cellsOf: (field: StaffField) => readonly string[]): Day | undefined {
  const ends = cellsOf('leaving').flatMap((text) => dayFromCell(text) ?? []);
  const starts = cellsOf('start').flatMap((text) => dayFromCell(text) ?? []);
  return starts.some((start) => ends.every((end) => start > end)) ? undefined : ends.toSorted().at(-1);
}

/** When the last contract of a row ended. Whether its person has another the file does not say, so it keeps nobody out by itself. */
export function contractEnded(cellsOf: (field: StaffField) => readonly string[], today: Day): Day | undefined {
  const ends = cellsOf('contractEnd')
    .flatMap((text) => dayFromCell(text) ?? [])
    .toSorted();
  const starts = cellsOf('start').flatMap((text) => dayFromCell(text) ?? []);
  const last = ends.at(-1);
  return last === undefined || last >= today || starts.some((start) => start > last) ? undefined : last;
}

/** Why the row says that its person is here no longer; undefined where it does not. `cellsOf` has a text for each column of a field. */
export function whyNotHere(
  cellsOf: (field: StaffField) => readonly string[],
  today: Day,
): { readonly field: StaffField; readonly why: string; readonly choices?: readonly string[] } | undefined {
  const left = cellsOf('leaving').find((text) => (dayFromCell(text) ?? today) < today || YES.has(plainKey(text)));
  if (left !== undefined) {
    const day = dayFromCell(left);
    return { field: 'leaving', why: day ? `This person left on ${sayDate(day)}` : 'This person has left' };
  }
  const status = cellsOf('status').find((text) => isGone(text, today));
  if (status !== undefined) return { field: 'status', why: `Their status is “${upTo(40, status)}”`, choices: HERE };
  if (cellsOf('blocked').some((text) => YES.has(plainKey(text)))) return { field: 'blocked', why: 'Their account is blocked' };
  return undefined;
}

/** The day on which a person is to leave, where it has not come. */
export const leavesLater = (cells: readonly string[], today: Day): Day | undefined =>
  cells.map(dayFromCell).find((day) => day !== undefined && day > today);

/** A day that has not come says that they are still here. */
function isGone(status: string, today: Day): boolean {
  if (NOT_HERE.has(plainKey(status))) return true;
  const day = dayFromCell(status.replace(/^\D+/, '').replace(/\D+$/, ''));
  return GONE.test(status) && !(day !== undefined && day > today);
}
