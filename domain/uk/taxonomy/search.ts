/** What an entry can be found by. */
export interface Findable {
  readonly name: string;
  readonly synonyms?: readonly string[];
  readonly group: string;
}

const BY = { wholeName: 100, wholeSynonym: 90, nameStart: 60, wordStart: 30, synonymWord: 20, groupWord: 5 };
const SPACED = /[^\p{L}\p{N}]+/u;

/** Lower case, without accents and apostrophes, as words. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .toLowerCase()
    .split(SPACED)
    .filter((word) => word !== '');

/** Entries that meet every word of the text, likeliest first, at most `limit`; none for an empty text. */
export function search<T>(entries: readonly T[], text: string, describe: (entry: T) => Findable, limit: number): readonly T[] {
  const asked = wordsOf(text);
  if (asked.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: scoreOf(describe(entry), asked) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

function scoreOf(found: Findable, asked: readonly string[]): number {
  const whole = asked.join(' ');
  const name = wordsOf(found.name);
  const synonyms = (found.synonyms ?? []).map(wordsOf);
  const joined = name.join(' ');
  if (joined === whole) return BY.wholeName;
  if (synonyms.some((words) => words.join(' ') === whole)) return BY.wholeSynonym;
  const perWord = asked.map((word) => {
    if (starts(name, word)) return BY.wordStart;
    if (synonyms.some((words) => starts(words, word))) return BY.synonymWord;
    return starts(wordsOf(found.group), word) ? BY.groupWord : 0;
  });
  if (perWord.includes(0)) return 0;
  return perWord.reduce((sum, score) => sum + score, 0) / asked.length + (joined.startsWith(whole) ? BY.nameStart - BY.wordStart : 0);
}

const starts = (words: readonly string[], start: string): boolean => words.some((word) => word.startsWith(start));
