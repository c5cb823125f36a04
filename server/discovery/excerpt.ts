import { wordsToFind } from '@alongside/domain/text/folding.js';

/** How much of a text is shown around a word that was found in it. */
const BEFORE_CHARACTERS = 60;
const EXCERPT_LIMIT_CHARACTERS = 180;
const PIECE = /\S+/gu;

/** The part of a text in which the first of some words stands, cut between words; absent where none does. */
export function excerptOf(text: string, words: ReadonlySet<string>): string | undefined {
  const pieces = [...text.matchAll(PIECE)].map((piece) => ({ from: piece.index, to: piece.index + piece[0].length, text: piece[0] }));
  const met = pieces.findIndex((piece) => wordsToFind(piece.text).some((word) => words.has(word)));
  const found = pieces[met];
  if (!found) return undefined;
  const first = pieces.findIndex(({ from }) => found.from - from <= BEFORE_CHARACTERS);
  const start = pieces[first]?.from ?? 0;
  const last = Math.max(
    met,
    pieces.findLastIndex(({ to }) => to - start <= EXCERPT_LIMIT_CHARACTERS),
  );
  const cut = pieces.slice(first, last + 1).map((piece) => piece.text.slice(0, EXCERPT_LIMIT_CHARACTERS));
  return `${first > 0 ? '… ' : ''}${cut.join(' ')}${last < pieces.length - 1 ? ' …' : ''}`;
}
