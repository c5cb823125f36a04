import { folded, foldedWords } from '../text/folding.js';
import { leadingTitleOf, readName } from '../text/names.js';
import { cell, NO_ROW, upTo, type RawRow, type RowProblem } from './columns.js';
import type { ChosenColumns, StaffColumn, StaffField } from './staff-fields.js';
import { hasName } from './staff-posts.js';

/** What one heading over two columns may say: the name of a person, first and last beside each other. */
const OF_ONE_NAME: ReadonlySet<StaffField | null> = new Set<StaffField | null>(['name', 'lineManager', 'inductionTutor']);
/** Title, given and family name: more columns are not one name. */
const NAME_LIMIT_COLUMNS = 3;
/** Of a hundred rows in which two columns beside each other hold something, so many have half a name in each. */
const LEAST_PERCENT = 80;
/** In fewer rows than these a column of family names looks like one of classes. */
const LEAST_ROWS = 5;
/** Of so many cells that go on with a name, fewer than one is there before: the houses of a school are few. */
const REPEATED_ONE_IN = 5;
/** What schools call their classes and houses. A few of them are surnames. */
const GROUPS: ReadonlySet<string> = new Set(
  [
    'oak ash elm willow beech birch maple chestnut sycamore hazel holly rowan pine cedar larch cherry hawthorn poplar aspen alder elder acorn ivy',
    'red blue green yellow orange purple white black silver gold pink indigo violet rose daisy poppy bluebell lavender snowdrop sunflower',
    'robin wren kingfisher owl hawk eagle falcon heron swan kestrel swallow puffin woodpecker dove lark fox badger hedgehog otter squirrel',
    'hare lion tiger panther dragon ruby emerald sapphire diamond amber topaz jade pearl opal mercury venus mars jupiter saturn neptune pluto',
  ].flatMap((line) => line.split(' ')),
);
const HALF_A_NAME = /^\p{L}[\p{L}\p{M}.'’‘`-]*(?: \p{L}[\p{L}\p{M}.'’‘`-]*){0,3}$/u;

const isHalf = (text: string): boolean => HALF_A_NAME.test(text) && foldedWords(text).every(hasName);
const isTitles = (text: string): boolean => text !== '' && text.split(' ').every((word) => leadingTitleOf(word) !== undefined);
/** `Jones,` goes on, whatever stands beside it. */
const isBegun = (text: string): boolean => text.endsWith(',');
/** None of `Mrs Ray` or an address, which are whole. */
const isOneWord = (text: string): boolean => isBegun(text) || !/[ @]/.test(text);
const isGroup = (text: string): boolean => {
  const word = folded(text);
  return [word, word.replace(/s$/, ''), word.replace(/es$/, '')].some((one) => GROUPS.has(one));
};

/** Columns in which the name of the column before them goes on: below “Name” over two columns stand “Zora” and “Jones”. */
export function withGoingOn(all: readonly StaffColumn[], rows: readonly RawRow[], chosen: ChosenColumns): readonly StaffColumn[] {
  const after = new Map<string, StaffField>();
  all.forEach(({ as, heading, letter }, at) => {
    if (as === null || heading === '' || !OF_ONE_NAME.has(as)) return;
    let before = letter;
    for (const next of all.slice(at + 1, at + NAME_LIMIT_COLUMNS)) {
      const said = chosen[next.letter];
      if (next.heading !== '' || (next.byHeading ?? said ?? as) !== as) return;
      if (said !== as && !isOtherHalf(as, before, next.letter, rows)) return;
      after.set(next.letter, as);
      // Left out by a person: it stays so when they say more of other columns.
      if (said === null) return;
      before = next.letter;
    }
  });
  return all.map((column) => {
    const [as, said] = [after.get(column.letter), chosen[column.letter]];
    if (as === undefined) return column;
    const byCells = said === as ? {} : { byHeading: as, byCells: true as const };
    return { ...column, ...byCells, ...(said !== null && { as, goesOn: true as const }) };
  });
}

function isOtherHalf(field: StaffField, before: string, letter: string, rows: readonly RawRow[]): boolean {
  // Titles alone are no half: a whole name may be beside them.
  const isAfterTitles = areMost(rows, [before, letter], ([title = '', text = '']) => isTitles(title) && isHalf(text));
  if (isAfterTitles) return true;
  if (!areMost(rows, [letter, before], ([text = '', first = '']) => isOneWord(first) && isHalf(text))) return false;
  if (areMost(rows, [letter, before], ([, first = '']) => isBegun(first))) return true;
  const texts = rows.flatMap((raw) => (cell(raw, before) === '' ? [] : [cell(raw, letter)])).filter(Boolean);
  if (texts.filter(isGroup).length * 2 >= texts.length) return false;
  // One manager is above many.
  if (field !== 'name') return true;
  return texts.length >= LEAST_ROWS && (texts.length - new Set(texts.map(folded)).size) * REPEATED_ONE_IN < texts.length;
}

/** Whether the cells of most rows are so, of those in which each of them holds something. */
function areMost(rows: readonly RawRow[], letters: readonly string[], are: (texts: readonly string[]) => boolean): boolean {
  let [filled, found] = [0, 0];
  for (const raw of rows) {
    const texts = letters.map((letter) => cell(raw, letter));
    if (texts.includes('')) continue;
    filled += 1;
    if (are(texts)) found += 1;
  }
  return filled > 0 && found * 100 >= filled * LEAST_PERCENT;
}

/** What a field says over several columns: subjects one after the other, a name as one. `isSaid`: a person corrected that cell here. */
export function textOver(
  raw: RawRow,
  letters: readonly string[],
  goesOn: ReadonlySet<string>,
  isSaid: (letter: string) => boolean = () => false,
): string {
  const texts = letters.map((letter) => cell(raw, letter));
  if (!letters.some((letter) => goesOn.has(letter))) return texts.filter(Boolean).join('; ');
  const [first = '', ...more] = texts;
  // A whole name or an address was entered for both.
  if (isSaid(letters[0] ?? '') && /[ @]/.test(first)) return first;
  return more.reduce((name, text) => {
    const [before, words] = [new Set(foldedWords(name)), new Set(foldedWords(text))];
    // Mohamed may be both names of a person; an address is whole.
    const isTwice = before.size === 1 && words.size === 1 && !/[ @]/.test(name + text);
    if ([...words].every((word) => before.has(word)) && !isTwice) return name;
    if (name.includes('@')) return name;
    return [...before].every((word) => words.has(word)) && !isTwice ? text : `${name} ${text}`;
  }, first);
}

/** Of a hundred rows, so many with something in a column without a heading make it one that is missed. */
const MISSED_FROM_PERCENT = 50;

/** That a column without a heading is read with the one before it, or is left out where the one before it is read: never unsaid. */
export function notesOfUnheaded(
  all: readonly StaffColumn[],
  rows: readonly RawRow[],
  {
    chosen,
    inFile,
    isCorrected = () => false,
  }: {
    readonly chosen: ChosenColumns;
    readonly inFile?: true | undefined;
    readonly isCorrected?: ((row: number, letter: string) => boolean) | undefined;
  },
): readonly RowProblem[] {
  return all.flatMap((column, at): readonly RowProblem[] => {
    const from = all.findLastIndex(({ heading }, index) => index < at && heading !== '');
    const before = all[from];
    if (column.heading !== '' || !before?.as || chosen[column.letter] !== undefined) return [];
    const beside = `“${upTo(60, before.heading)}” before it`;
    const place = { row: NO_ROW, column: `Column ${column.letter}`, weight: 'note' as const };
    if (column.goesOn) {
      const such = sampleOver([before, ...all.slice(from + 1).filter(({ goesOn, as }) => goesOn && as === before.as)], (letters) =>
        rows.find((raw) => letters.every((letter) => cell(raw, letter) !== '' && !isCorrected(raw.row, letter))),
      );
      const ask = inFile ? 'give each column a heading in the file' : 'choose what the columns hold';
      return [{ ...place, message: `It has no heading. We read it and ${beside} as one name${such}. If that is wrong, ${ask}.` }];
    }
    const filled = rows.filter((raw) => cell(raw, column.letter) !== '').length;
    if (column.as !== null || filled === 0 || filled * 100 < rows.length * MISSED_FROM_PERCENT) return [];
    const ask = inFile ? 'give it a heading in the file' : 'choose what it holds';
    return [{ ...place, message: `It has no heading, so we leave it out. If it belongs to ${beside}, ${ask}.` }];
  });
}

/** “, such as “Zora Jones””: the first name that the file has in all of the columns. */
function sampleOver(columns: readonly StaffColumn[], find: (letters: readonly string[]) => RawRow | undefined): string {
  const letters = columns.map(({ letter }) => letter);
  const one = find(letters);
  return one ? `, such as “${upTo(80, readName(textOver(one, letters, new Set(letters))).name)}”` : '';
}
