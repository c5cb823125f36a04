/** Letters of the longest word that is compared, in UTF-16 units. */
export const SLIPS_LIMIT_LETTERS = 32;

/** A slip is one letter more, one less, another one, or two in other order. */
export interface Slips {
  readonly whole: number;
  /** To the nearest beginning of the word. */
  readonly beginning: number;
}

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
