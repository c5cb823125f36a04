import { isSmallWord, spokenWords, wordsEitherWay } from './spoken-words.js';

/** What an entry can be found by. */
export interface Findable {
  readonly name: string;
  readonly synonyms?: readonly string[] | undefined;
  readonly group?: string | undefined;
}

/** Entries that meet what was typed, likeliest first, or where none does, those that come nearest. */
export interface Found<T> {
  readonly matches: readonly T[];
  readonly nearest: readonly T[];
}

/** Finds in a list whose words were read once. Entries that meet a text equally well stay in the order of the list. */
export interface Finder<T> {
  find(typed: string): Found<T>;
}

const BY = { wholeName: 100, wholeSynonym: 90, nameStart: 60, wordStart: 30, synonymWord: 20, groupWord: 5 };
/** How many of those that come nearest are told. */
const NEAREST_LIMIT_ENTRIES = 5;
/** A whole word that is met tells more than letters that words have in common. */
const WHOLE_WORD_LETTERS = 10;

interface Read<T> {
  readonly entry: T;
  readonly name: readonly string[];
  /** Joined, as written and as said. */
  readonly joined: readonly string[];
  readonly synonyms: readonly string[];
  readonly synonymWords: readonly string[];
  readonly group: readonly string[];
}

/** A finder over a list; `describe` is asked once for each entry. */
export function finderOf<T>(entries: readonly T[], describe: (entry: T) => Findable): Finder<T> {
  const read = entries.map((entry): Read<T> => readOf(entry, describe(entry)));
  return {
    find(typed) {
      const asked = askedIn(typed);
      if (asked.length === 0) return { matches: [], nearest: [] };
      const scored = read.map((one) => ({ one, score: scoreOf(one, asked) })).filter(({ score }) => score > 0);
      if (scored.length === 0) return { matches: [], nearest: nearestOf(read, asked) };
      return { matches: scored.sort((a, b) => b.score - a.score).map(({ one }) => one.entry), nearest: [] };
    },
  };
}

/** Every word counts, unless only small ones were typed. */
function askedIn(typed: string): readonly string[] {
  const words = spokenWords(typed);
  const telling = words.filter((word) => !isSmallWord(word));
  return telling.length > 0 ? telling : words;
}

const joinedOf = (words: readonly string[]): string => words.filter((word) => !isSmallWord(word)).join(' ');

function readOf<T>(entry: T, { name, synonyms = [], group = '' }: Findable): Read<T> {
  return {
    entry,
    name: wordsEitherWay(name),
    joined: [...new Set([joinedOf(spokenWords(name)), joinedOf(wordsEitherWay(name))])],
    synonyms: synonyms.map((synonym) => joinedOf(spokenWords(synonym))),
    synonymWords: [...new Set(synonyms.flatMap(wordsEitherWay))],
    group: wordsEitherWay(group),
  };
}

function scoreOf<T>({ name, joined, synonyms, synonymWords, group }: Read<T>, asked: readonly string[]): number {
  const whole = asked.join(' ');
  if (joined.includes(whole)) return BY.wholeName;
  if (synonyms.includes(whole)) return BY.wholeSynonym;
  let sum = 0;
  for (const word of asked) {
    const score = starts(name, word) ? BY.wordStart : starts(synonymWords, word) ? BY.synonymWord : starts(group, word) ? BY.groupWord : 0;
    if (score === 0) return 0;
    sum += score;
  }
  return sum / asked.length + (joined.some((text) => text.startsWith(whole)) ? BY.nameStart - BY.wordStart : 0);
}

/** `GCSEs` begins as `GCSE` does. */
const starts = (words: readonly string[], start: string): boolean => {
  const one = start.length > 3 && start.endsWith('s') ? start.slice(0, -1) : start;
  return words.some((word) => word.startsWith(start) || word === one);
};

function nearestOf<T>(read: readonly Read<T>[], asked: readonly string[]): readonly T[] {
  const near = read.map(({ entry, name, synonymWords, group }) => {
    const words = [...name, ...synonymWords, ...group];
    return { entry, letters: asked.reduce((sum, word) => sum + lettersInCommon(words, word), 0) };
  });
  const inOrder = near.filter(({ letters }) => letters > 1).sort((a, b) => b.letters - a.letters);
  return (inOrder.length > 0 ? inOrder : near).slice(0, NEAREST_LIMIT_ENTRIES).map(({ entry }) => entry);
}

function lettersInCommon(words: readonly string[], asked: string): number {
  let most = 0;
  for (const word of words) {
    let same = 0;
    while (same < asked.length && word[same] === asked[same]) same += 1;
    if (same === asked.length) return WHOLE_WORD_LETTERS + same;
    most = Math.max(most, same);
  }
  return most;
}
