import type { Day } from '../kernel/brand.js';
import { plainKey } from '../text/folding.js';
import { sayDate } from '../uk/uk-time.js';
import { dayFromCell, upTo } from './columns.js';
import type { StaffField } from './staff-fields.js';

/** What the status of an account or a post says where its holder is here no longer. */
const NOT_HERE: ReadonlySet<string> = new Set(
  [
    'suspended inactive notactive disabled archived deleted blocked false deprovisioned',
    'left leaver past former formerstaff paststaff terminated resigned ended retired deceased',
  ].flatMap((line) => line.split(' ')),
);
/** Within more words, these say it as well: “Left 31/08/2026”. */
const GONE =
  /\b(?:left|leavers?|former|resigned|terminated|retired|deceased|ended|deleted|archived|suspended|disabled|deprovisioned|inactive)\b/i;
/** What a status may be corrected to. */
const HERE = ['Current'];
const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1']);

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
