import { isLettersAfterAName } from './names.js';

/** A word of capitals this long is no initials. */
const FROM_LETTERS = 3;
/** Short words of family names, which are turned beside a longer word: `DE SOUZA`. One letter such as `Ó` is right as it is. */
const SHORT_WORDS: ReadonlySet<string> = new Set('DE DI DA DO DU LE LA EL AL NÍ NI UÍ UI IN'.split(' '));
const NUMERAL = /^(?:III|VII|VIII)$/;
const VOWEL = /[AEIOUY]/;
/** Initials that were written as one word, such as `TJP`: without a vowel, before other words. */
const INITIALS_LIMIT_LETTERS = 4;
const WORD = /[\p{L}\p{M}]+/gu;

const letters = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0;
const isCapitals = (word: string): boolean => /\p{Lu}/u.test(word) && word === word.toUpperCase();

/** `SMITH-JONES` is Smith-Jones, `O’NEILL` O’Neill and `MCDONALD` McDonald. `Mac` is left: MACEY and MACDONALD look alike. */
const turned = (word: string): string =>
  word.replace(WORD, (piece) => {
    const small = `${piece.slice(0, 1)}${piece.slice(1).toLowerCase()}`;
    return /^Mc\p{L}{2}/u.test(small) ? `Mc${small.slice(2, 3).toUpperCase()}${small.slice(3)}` : small;
  });

/** A name, or a part of it, without words in capitals. Initials, numerals, letters after a name and words of mixed case stay. */
export function inNameCase(written: string): string {
  // What follows a comma here are letters after a name.
  const [name = '', ...after] = written.split(',');
  const words = name.split(' ');
  const isLong = (word: string, index: number): boolean =>
    isCapitals(word) &&
    letters(word) >= FROM_LETTERS &&
    !NUMERAL.test(word) &&
    !(index > 0 && isLettersAfterAName(word)) &&
    !(index === 0 && words.length > 1 && isInitials(word));
  const anyLong = words.some(isLong);
  const cased = words.map((word, index) => (isLong(word, index) || (anyLong && SHORT_WORDS.has(word)) ? turned(word) : word));
  return [cased.join(' '), ...after].join(',');
}

const isInitials = (word: string): boolean => letters(word) <= INITIALS_LIMIT_LETTERS && !VOWEL.test(word.normalize('NFD'));

/** Whether two names are one but for their capitals. An accent is no capital: Zoe and Zoë are two ways to write a name. */
export const sameButForCapitals = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
