import { isSmallWord, spokenWords } from './spoken-words.js';

/** Longer pieces of a text, and words after so many, are not tried. */
const [PIECE_LIMIT_WORDS, TEXT_LIMIT_WORDS] = [8, 40];
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}+]+$/gu;

/** The text that was read last, and its pieces by what they say: every reason of a page of people asks about the same one. */
let last: { readonly typed: string; readonly pieces: ReadonlyMap<string, string> } = { typed: '', pieces: new Map() };

/** The piece of a text that says some words as they are compared, as it was typed: `Year 6` for `year6`. Those words, where no piece does. */
export function asTyped(words: string, typed: string): string {
  if (last.typed !== typed) last = { typed, pieces: piecesOf(typed) };
  return last.pieces.get(words.split(' ').filter(isTold).join(' ')) ?? words;
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
