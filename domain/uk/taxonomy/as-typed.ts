import { isSmallWord, spokenWords } from './spoken-words.js';

/** Longer pieces of a text, and words after so many, are not tried. */
const [PIECE_LIMIT_WORDS, TEXT_LIMIT_WORDS] = [8, 40];
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}+]+$/gu;

/** Says words as they are compared as a text has them: `Year 6` for `year6`. Those words, where no piece of it says them. */
export function asTypedIn(typed: string): (words: string) => string {
  const pieces = piecesOf(typed);
  return (words) => pieces.get(words.split(' ').filter(isTold).join(' ')) ?? words;
}

/** Of pieces that say the same the shortest, and of these the first. */
function piecesOf(typed: string): ReadonlyMap<string, string> {
  const all = typed.split(/\s+/, TEXT_LIMIT_WORDS).filter(Boolean);
  const pieces = new Map<string, string>();
  for (let length = 1; length <= Math.min(PIECE_LIMIT_WORDS, all.length); length += 1)
    for (let from = 0; from + length <= all.length; from += 1) {
      const piece = all.slice(from, from + length).join(' ');
      const said = spokenWords(piece).filter(isTold).join(' ');
      if (said !== '' && !pieces.has(said)) pieces.set(said, piece.replace(EDGES, ''));
    }
  return pieces;
}

/** An “or” between names counts, other small words do not. */
const isTold = (word: string): boolean => word === 'or' || !isSmallWord(word);
