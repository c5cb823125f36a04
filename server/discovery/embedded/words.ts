import { foldedWords } from '@alongside/domain/text/folding.js';
import { TEXT_LIMIT_CHARACTERS, TEXT_LIMIT_WORDS } from '@alongside/search/search-index.js';

/** The words of what was typed, folded as the words of the index are. */
export const wordsOf = (text: string): readonly string[] => foldedWords(text.slice(0, TEXT_LIMIT_CHARACTERS)).slice(0, TEXT_LIMIT_WORDS);

/** Every word, or the beginning of one, somewhere in the document. Words are quoted, so nothing typed is ever syntax. */
export const anywhere = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' AND ');

/** As `anywhere`, but a whole word weighs more than the beginning of one. */
export const anywhereRanked = (words: readonly string[]): string => words.map((word) => `("${word}" OR "${word}"*)`).join(' AND ');

/** Every word, whole, in one of the columns. */
export const wholeWithin = (columns: readonly string[], words: readonly string[]): string =>
  `{${columns.join(' ')}} : (${words.map((word) => `"${word}"`).join(' AND ')})`;

/** Every word in one column. */
export const within = (column: string, words: readonly string[]): string => `{${column}} : (${anywhere(words)})`;
