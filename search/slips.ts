/** Letters of the longest word that is compared, in UTF-16 units. */
export const SLIPS_LIMIT_LETTERS = 32;

/** A slip is one letter more, one less, another one, or two in other order. */
export interface Slips {
  readonly whole: number;
  /** To the nearest beginning of the word. */
  readonly beginning: number;
}

/** Shorter words are taken as typed: half of all words are one letter away. */
export const ONE_SLIP_FROM_LETTERS = 4;
/** `behavoir` is two slips away from what is looked for most. */
export const TWO_SLIPS_FROM_LETTERS = 8;
/** From here the first letter may be a slip, and the rest may be still to be typed. */
export const DOUBTED_FROM_LETTERS = 5;
const DIGIT = /\p{N}/u;

/** Whether it is looked for with slips at all. */
export const isForgiven = (typed: string): boolean =>
  typed.length >= ONE_SLIP_FROM_LETTERS && typed.length <= SLIPS_LIMIT_LETTERS && !DIGIT.test(typed);

/** Whether a word may be what was meant by a slip: one with a figure, or a very short or long one, never is. */
export const mayBeMeant = (word: string): boolean =>
  word.length >= ONE_SLIP_FROM_LETTERS - 1 && word.length <= SLIPS_LIMIT_LETTERS + 2 && !DIGIT.test(word);

/** By how many slips a word that was typed may be another at most. */
export const slipsForgiven = (typed: string): 1 | 2 => (typed.length >= TWO_SLIPS_FROM_LETTERS ? 2 : 1);

/** A word that may have been meant, and how far it is from what was typed: 1 for one slip, 2 for more doubtful ones. */
export interface Meant {
  readonly word: string;
  readonly cost: 1 | 2;
}
export interface Near extends Meant {
  readonly slips: number;
}

/** Whether a word may be what was meant, and how surely. `goesOn`: what was typed may be a beginning. */
export function nearness(typed: string, word: string, most: 1 | 2, goesOn: boolean): Near | undefined {
  const isFirstRight = typed.charCodeAt(0) === word.charCodeAt(0);
  // Of one slip the first letters tell before anything is counted.
  if (!isFirstRight && (typed.length < DOUBTED_FROM_LETTERS || (most === 1 && !isFirstLikely(typed, word, most)))) return undefined;
  const { whole, beginning } = slipsBetween(typed, word, most);
  if (whole === 0) return undefined;
  if (whole <= most && !isFirstRight && !isFirstLikely(typed, word, whole)) return undefined;
  if (whole <= most) return { word, cost: whole === 1 && isFirstRight ? 1 : 2, slips: whole };
  return goesOn && isFirstRight && beginning === 1 ? { word, cost: 2, slips: most + 1 } : undefined;
}

/** Where letters are on a keyboard, each row a third of a key to the right of the one above. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that begin words which sound alike, and those that begin some and are not heard. */
const [ALIKE, UNHEARD] = [new Set('ck cs kq sz xz gj jy iy ei ae ou fv vw'.split(' ')), 'hkpw'];
/** By two letters, whether one is typed for the other: `leeds` is no slip for `needs`. */
const isTypedFor = (one: string, other: string): boolean => {
  const [a, b] = [placeOfKey(one), placeOfKey(other)];
  // Of letters that are on no key here it is not known.
  if (!a || !b) return true;
  return ALIKE.has([one, other].toSorted().join('')) || (Math.abs(a.row - b.row) <= 1 && Math.abs(a.across - b.across) < 1.1);
};
function placeOfKey(letter: string): { readonly row: number; readonly across: number } | undefined {
  const row = KEYS.findIndex((keys) => keys.includes(letter));
  return row < 0 ? undefined : { row, across: (KEYS[row] ?? '').indexOf(letter) + row / 3 };
}

/** People seldom get the first letter wrong: only in other order with the next, not heard, or as one that is beside it or sounds alike. */
function isFirstLikely(typed: string, word: string, slips: number): boolean {
  const [[first = '', second], [other = '', next]] = [typed, word] as const;
  if (first === next && second === other) return true;
  if (slips > 1) return first === next || second === other || isTypedFor(first, other);
  if (typed.length === word.length) return isTypedFor(first, other);
  return UNHEARD.includes(typed.length < word.length ? other : first);
}

/** Those with the fewest slips first. */
export const surestFirst = (a: Near, b: Near): number => a.cost - b.cost || a.slips - b.slips || (a.word < b.word ? -1 : 1);

const WIDTH = SLIPS_LIMIT_LETTERS * 2;
/** Three rows of the table, over and over: comparing makes nothing that must be cleared away. */
const ROWS = [new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1)] as const;

/** Counts the slips from what was typed to a word, of which no more is read than can matter to `most`. */
export function slipsBetween(typed: string, word: string, most: number): Slips {
  const [rows, columns] = [typed.length, Math.min(word.length, typed.length + most, WIDTH)];
  let [before, last, now] = ROWS as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let column = 0; column <= columns; column += 1) last[column] = column;
  for (let row = 1; row <= rows; row += 1) {
    const letter = typed.charCodeAt(row - 1);
    let least = (now[0] = row);
    for (let column = 1; column <= columns; column += 1) {
      const other = word.charCodeAt(column - 1);
      let slips = Math.min(at(last, column) + 1, at(now, column - 1) + 1, at(last, column - 1) + (letter === other ? 0 : 1));
      if (row > 1 && column > 1 && letter === word.charCodeAt(column - 2) && other === typed.charCodeAt(row - 2))
        slips = Math.min(slips, at(before, column - 2) + 1);
      now[column] = slips;
      least = Math.min(least, slips);
    }
    if (least > most) return { whole: least, beginning: least };
    [before, last, now] = [last, now, before];
  }
  let beginning = rows;
  for (let column = 0; column <= columns; column += 1) beginning = Math.min(beginning, at(last, column));
  return { whole: columns < word.length ? most + 1 : at(last, columns), beginning };
}

const at = (row: Uint8Array, column: number): number => row[column] ?? 0;
