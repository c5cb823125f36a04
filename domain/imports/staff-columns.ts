import { cell, type RawRow } from './columns.js';
import { readAddress } from './staff-address.js';
import { staffColumns, type ChosenColumns, type StaffColumn, type StaffField } from './staff-fields.js';
import { withGoingOn } from './staff-goes-on.js';
import { saysLeavers } from './which-list.js';

/** Headings of addresses that are not the one a member of staff signs in with. */
const OTHER_ADDRESS =
  /personal|home|private|recovery|alternat|secondary|other|former|previous|\bold\b|parent|carer|guardian|next of kin|emergency|manager|mgr|tutor|mentor|supervis|head|referee/i;
/** Of a hundred cells that are not empty, so many are addresses in a column of them, or names in one of names. */
const LEAST_PERCENT = 80;

const OF_NAMES: ReadonlySet<StaffField | null> = new Set<StaffField | null>(['name', 'firstName', 'lastName', 'knownAs', 'knownAsFamily']);
/** “Karen Abbott”, “Abbott, Karen”: words of letters, of which one alone may be anything. */
const LOOKS_LIKE_NAME = /^\p{L}[\p{L}.'’-]*,?(?: \p{L}[\p{L}.'’-]*){1,4}$/u;

/** Every column of a file. Where no heading is one of addresses, the only column of addresses is taken for it, unless a person says otherwise. */
export const staffColumnsOf = (headers: readonly string[], rows: readonly RawRow[], chosen: ChosenColumns = {}): readonly StaffColumn[] =>
  withGoingOn(withNames(withAddresses(staffColumns(headers, chosen), rows, chosen), rows, chosen), rows, chosen);

/** Names below “Leavers” are of people, where no other column has names. */
function withNames(all: readonly StaffColumn[], rows: readonly RawRow[], chosen: ChosenColumns): readonly StaffColumn[] {
  if (all.some(({ byHeading }) => OF_NAMES.has(byHeading))) return all;
  const one = all.find(
    ({ byHeading, letter, heading }) =>
      (byHeading === null || byHeading === 'leaving') &&
      saysLeavers(heading) &&
      areMostly(rows, letter, (text) => LOOKS_LIKE_NAME.test(text)),
  );
  if (!one || chosen[one.letter]) return all;
  const isFree = chosen[one.letter] === undefined && !all.some(({ as }) => OF_NAMES.has(as));
  const as = isFree ? 'name' : one.as === 'leaving' && chosen[one.letter] === undefined ? null : one.as;
  return all.map((other) => (other === one ? { ...one, byHeading: 'name', as, byCells: true } : other));
}

function withAddresses(all: readonly StaffColumn[], rows: readonly RawRow[], chosen: ChosenColumns): readonly StaffColumn[] {
  if (all.some(({ byHeading }) => byHeading === 'email')) return all;
  const [only, ...more] = all.filter(
    ({ byHeading, letter, heading }) => byHeading === null && !OTHER_ADDRESS.test(heading) && areMostly(rows, letter, isAddress),
  );
  // What a person said of it goes by their word: its cells may be other ones in the next list.
  if (!only || more.length > 0 || chosen[only.letter]) return all;
  const isFree = chosen[only.letter] === undefined && !all.some(({ as }) => as === 'email');
  return all.map((one) => (one === only ? { ...one, byHeading: 'email', as: isFree ? 'email' : one.as, byCells: true } : one));
}

const isAddress = (text: string): boolean => readAddress(text).email !== undefined;

function areMostly(rows: readonly RawRow[], letter: string, is: (text: string) => boolean): boolean {
  let [filled, found] = [0, 0];
  for (const raw of rows) {
    const text = cell(raw, letter);
    if (text === '') continue;
    filled += 1;
    if (is(text)) found += 1;
  }
  return filled > 0 && found * 100 >= filled * LEAST_PERCENT;
}
