import { waysOf, type AnyOf, type IndexSettings } from '@alongside/search/search-index.js';
import { asTyped, wordsOf, type AskedWord } from '@alongside/search/asked-words.js';
import { levelsOf } from '@alongside/search/levels.js';
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

/** Met by any of its values, or by every one of its words in one of its columns (SI13, SI23), in any of its ways. */
export function metBy(one: AnyOf, columns: Columns): Filter {
  const inColumns = waysOf(one).flatMap((way) => {
    const words = wordsOf(way.words).map(asTyped);
    const known = columns.filter(({ name }) => way.columns.includes(name)).map(({ name }) => wordsIn(name));
    const meets = (word: AskedWord, attribute: string) => anyOf([isWhole(word, attribute), ...(way.begun ? begins(word, attribute) : [])]);
    return words.length === 0 ? [] : known.map((attribute) => allOf(words.map((word) => meets(word, attribute))));
  });
  return anyOf([metByValue(one), ...inColumns]);
}
export const metByValue = (one: AnyOf): Filter =>
  anyOf(waysOf(one).flatMap(({ values }) => Object.entries(values).map(([facet, some]) => hasValue(valuesOf(facet), some ?? []))));

const within = (word: AskedWord, cost: number): AskedWord => ({ ...word, meant: word.meant.filter((one) => one.cost <= cost) });
const isWhole = ({ spellings, meant }: AskedWord, attribute: string): Filter =>
  hasWord(attribute, [...spellings, ...meant.map(({ word }) => word)]);
const begins = ({ spellings }: AskedWord, attribute: string): readonly Filter[] =>
  spellings.map((beginning) => hasBeginning(attribute, beginning));

/** Attributes from the most telling column on. The last is that of all columns. */
const attributesOf = (columns: Columns): readonly (readonly string[])[] =>
  levelsOf(columns).map((level) => (level.length === columns.length ? [WORDS] : level.map(wordsIn)));
