import { TEXT_LIMIT_CHARACTERS, TEXT_LIMIT_WORDS } from '../search-index.js';

/** The words of what somebody typed, as the tokenizer of the index cuts them. */
export function wordsOf(text: string): readonly string[] {
  const words = text.slice(0, TEXT_LIMIT_CHARACTERS).match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
  return words.slice(0, TEXT_LIMIT_WORDS);
}

/** Every word, or the beginning of one, somewhere in the document. Words are quoted, so nothing typed is ever syntax. */
export const anywhere = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' AND ');

/** As `anywhere`, but a whole word weighs more than the beginning of one. */
export const anywhereRanked = (words: readonly string[]): string => words.map((word) => `("${word}" OR "${word}"*)`).join(' AND ');

/** Every word in one column. */
export const within = (column: string, words: readonly string[]): string => `{${column}} : (${anywhere(words)})`;

/** How names are put in order: without regard to case or accents. */
export const sortKey = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
