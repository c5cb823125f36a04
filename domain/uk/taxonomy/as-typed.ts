import { isSmallWord, spokenWords } from './spoken-words.js';

/** Longer pieces of a text are not tried, in words. */
const PIECE_LIMIT_WORDS = 14;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}+]+$/gu;

/** The piece of a text that says some words as they are compared, as it was typed: `Year 6` for `year6`. Those words, where no piece does. */
export function asTyped(words: string, typed: string): string {
  const asked = words.split(' ').filter(isTold).join(' ');
  const pieces = typed.split(/\s+/).filter(Boolean);
  const told = (from: number, to: number) => spokenWords(pieces.slice(from, to).join(' ')).filter(isTold).join(' ');
  for (let length = 1; length <= Math.min(PIECE_LIMIT_WORDS, pieces.length); length += 1)
    for (let from = 0; from + length <= pieces.length; from += 1)
      if (asked !== '' && told(from, from + length) === asked)
        return pieces
          .slice(from, from + length)
          .join(' ')
          .replace(EDGES, '');
  return words;
}

/** An “or” between names counts, other small words do not. */
const isTold = (word: string): boolean => word === 'or' || !isSmallWord(word);
