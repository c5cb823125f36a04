import { foldedWords } from '@alongside/domain/text/folding.js';
import { spellingsOf } from '@alongside/domain/text/spelling.js';
import { TEXT_LIMIT_CHARACTERS, TEXT_LIMIT_WORDS } from '@alongside/search/search-index.js';
import type { WordAsked } from '@alongside/search/why.js';
import type { Meant } from './dictionary.js';

/** One word of what was typed: its spellings, and words of the index that may have been meant. */
export interface AskedWord extends WordAsked {
  readonly meant: readonly Meant[];
}

/** The words of what was typed, folded as the words of the index are. */
export const wordsOf = (text: string): readonly string[] => foldedWords(text.slice(0, TEXT_LIMIT_CHARACTERS)).slice(0, TEXT_LIMIT_WORDS);

/** A word that is looked for as it was typed. */
export const asTyped = (typed: string): AskedWord => ({ typed, spellings: spellingsOf(typed), meant: [] });

/** Every word, or the beginning of one, or one that was meant by it at no more than `cost`. Words are quoted, so nothing typed is ever syntax. */
export const anywhere = (words: readonly AskedWord[], cost = Infinity): string =>
  words.map(({ spellings, meant }) => anyOf([...spellings.map((word) => `"${word}"*`), ...within(meant, cost)])).join(' AND ');

/** As `anywhere`, but a whole word weighs more than the beginning of one. */
export const anywhereRanked = (words: readonly AskedWord[]): string =>
  words
    .map(({ spellings, meant }) => anyOf([...spellings.flatMap((word) => [`"${word}"`, `"${word}"*`]), ...within(meant, Infinity)]))
    .join(' AND ');

/** One word, whole, in any of its spellings. */
export const whole = (spellings: readonly string[]): string => anyOf(spellings.map((word) => `"${word}"`));

/** A query in some columns alone. */
export const inColumns = (columns: readonly string[], query: string): string => `{${columns.join(' ')}} : (${query})`;

const within = (meant: readonly Meant[], most: number): readonly string[] =>
  meant.flatMap(({ word, cost }) => (cost <= most ? [`"${word}"`] : []));
const anyOf = (words: readonly string[]): string => (words.length === 1 ? (words[0] ?? '') : `(${words.join(' OR ')})`);
