import type { AskedWord } from '@alongside/search/asked-words.js';
import type { Meant } from '@alongside/search/slips.js';

/** Every word, or the beginning of one, or one that was meant by it at no more than `cost`. Words are quoted, so nothing typed is ever syntax. */
export const anywhere = (words: readonly AskedWord[], cost = Infinity): string =>
  words.map(({ spellings, meant }) => anyOf([...spellings.map((word) => `"${word}"*`), ...within(meant, cost)])).join(' AND ');

/** As `anywhere`, whole words alone. */
export const wholeAnywhere = (words: readonly AskedWord[], cost: number): string =>
  words.map(({ spellings, meant }) => anyOf([...spellings.map((word) => `"${word}"`), ...within(meant, cost)])).join(' AND ');

/** One word, whole, in any of its spellings. */
export const whole = (spellings: readonly string[]): string => anyOf(spellings.map((word) => `"${word}"`));

/** A query in some columns alone. */
export const inColumns = (columns: readonly string[], query: string): string => `{${columns.join(' ')}} : (${query})`;

const within = (meant: readonly Meant[], most: number): readonly string[] =>
  meant.flatMap(({ word, cost }) => (cost <= most ? [`"${word}"`] : []));
const anyOf = (words: readonly string[]): string => (words.length === 1 ? (words[0] ?? '') : `(${words.join(' OR ')})`);
