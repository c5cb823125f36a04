import { cell, type RawRow } from './columns.js';
import { readAddress } from './staff-address.js';
import { staffColumns, type ChosenColumns, type StaffColumn } from './staff-fields.js';

/** Headings of addresses that are not the one a member of staff signs in with. */
const OTHER_ADDRESS =
  /personal|home|private|recovery|alternat|secondary|other|former|previous|\bold\b|parent|carer|guardian|next of kin|emergency|manager|mgr|tutor|mentor|supervis|head|referee/i;
/** Of a hundred cells that are not empty, so many are addresses in a column of them. */
const ADDRESSES_LEAST_PERCENT = 80;

/** Every column of a file. Where no heading is one of addresses, the only column of addresses is taken for it, unless a person says otherwise. */
export function staffColumnsOf(headers: readonly string[], rows: readonly RawRow[], chosen: ChosenColumns = {}): readonly StaffColumn[] {
  const all = staffColumns(headers, chosen);
  if (all.some(({ byHeading }) => byHeading === 'email')) return all;
  const [only, ...more] = all.filter(
    ({ byHeading, letter, heading }) => byHeading === null && !OTHER_ADDRESS.test(heading) && holdsAddresses(rows, letter),
  );
  // What a person said of it goes by their word: its cells may be other ones in the next list.
  if (!only || more.length > 0 || chosen[only.letter]) return all;
  const isFree = chosen[only.letter] === undefined && !all.some(({ as }) => as === 'email');
  return all.map((one) => (one === only ? { ...one, byHeading: 'email', as: isFree ? 'email' : one.as, byCells: true } : one));
}

function holdsAddresses(rows: readonly RawRow[], letter: string): boolean {
  let [filled, addresses] = [0, 0];
  for (const raw of rows) {
    const text = cell(raw, letter);
    if (text === '') continue;
    filled += 1;
    if (readAddress(text).email !== undefined) addresses += 1;
  }
  return filled > 0 && addresses * 100 >= filled * ADDRESSES_LEAST_PERCENT;
}
