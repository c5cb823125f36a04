import type { AskedWord } from '@alongside/search/asked-words.js';
import type { AnyOf, IndexSettings } from '@alongside/search/search-index.js';
import { wordsOf } from '@alongside/search/asked-words.js';
import { levelsOf } from '@alongside/search/levels.js';
import { spellingsOf } from '@alongside/domain/text/spelling.js';
import { allOf, anyOf, hasBeginning, hasValue, hasWord, NOTHING, type Filter } from './filters.js';
import { valuesOf, WORDS, wordsIn } from './record.js';

type Columns = IndexSettings<never>['columns'];

/** Who comes before whom (SI7, SI15), from the best matches on: each filter holds those before it. */
export function laddered(words: readonly AskedWord[], columns: Columns): readonly Filter[] {
  const costs = [...new Set([0, ...words.flatMap(({ meant }) => meant.map(({ cost }) => cost))])].toSorted();
  const rungs: Filter[] = [];
  let asBefore = NOTHING;
  for (const cost of costs) {
    const asked = words.map((word) => within(word, cost));
    let higher = NOTHING;
    for (const attributes of attributesOf(columns)) {
      const whole = allOf(asked.map((word) => anyOf(attributes.map((attribute) => isWhole(word, attribute)))));
      const somehow = allOf(
        asked.map((word) => anyOf(attributes.flatMap((attribute) => [isWhole(word, attribute), ...begins(word, attribute)]))),
      );
      rungs.push(anyOf([asBefore, higher, whole]), anyOf([asBefore, somehow]));
      higher = somehow;
    }
    asBefore = anyOf([asBefore, higher]);
  }
  return rungs;
}

/** Has every word, or its beginning, or what was meant by it. */
export const hasAll = (words: readonly AskedWord[]): Filter => allOf(words.map(hasIt));
export const hasIt = (word: AskedWord): Filter => anyOf([isWhole(word, WORDS), ...begins(word, WORDS)]);

/** Met by any of its values, or by every one of its words, whole, in one of its columns (SI13). */
export function metBy(one: AnyOf, columns: Columns): Filter {
  const words = wordsOf(one.words).map(spellingsOf);
  const known = columns.filter(({ name }) => one.columns.includes(name));
  const inColumns = words.length === 0 ? [] : known.map(({ name }) => allOf(words.map((word) => hasWord(wordsIn(name), word))));
  return anyOf([metByValue(one), ...inColumns]);
}
export const metByValue = ({ values }: AnyOf): Filter =>
  anyOf(Object.entries(values).map(([facet, some]) => hasValue(valuesOf(facet), some ?? [])));

const within = (word: AskedWord, cost: number): AskedWord => ({ ...word, meant: word.meant.filter((one) => one.cost <= cost) });
const isWhole = ({ spellings, meant }: AskedWord, attribute: string): Filter =>
  hasWord(attribute, [...spellings, ...meant.map(({ word }) => word)]);
const begins = ({ spellings }: AskedWord, attribute: string): readonly Filter[] =>
  spellings.map((beginning) => hasBeginning(attribute, beginning));

/** Attributes from the most telling column on. The last is that of all columns. */
const attributesOf = (columns: Columns): readonly (readonly string[])[] =>
  levelsOf(columns).map((level) => (level.length === columns.length ? [WORDS] : level.map(wordsIn)));
