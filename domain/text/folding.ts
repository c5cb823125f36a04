/** Marks that change how a letter is written and not which it is: accents, points of Arabic and Hebrew. Vowel signs of Hindi stay. */
const MARKS =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/g;
/** Straight, curly and modifier apostrophes, grave and acute accents typed alone, primes. */
const APOSTROPHES = /['\u0060\u00b4\u02b9-\u02bf\u02c8\u055a\u05f3\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07]/g;
/** Letters that Unicode does not take apart, as people without them on the keyboard type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ĸ: 'k',
  ſ: 's',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ɛ: 'e',
  ɔ: 'o',
  ə: 'e',
  ƒ: 'f',
  ȷ: 'j',
  ς: 'σ',
  ټ: 'ت',
  ى: 'ي',
  ک: 'ك',
  ی: 'ي',
  ة: 'ه',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
/** Characters that direct the text around them or show nothing. */
const UNSEEN = /\p{Cf}|\u034f|\u115f|\u1160|\u2800|\u3164|\uffa0|[\ufe00-\ufe0f]/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
/** `O’Brien`, `Smith-Jones`: one word to some, two to others. Looked for from the start of a word alone: from each letter of a long one takes for ever. */
const JOINED = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:['\u2018\u2019\u02bc\u2010\u2011-][\p{L}\p{N}\p{M}]+)+/gu;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Text for comparing: without case, accents or apostrophes; ł ø đ ß æ become l o d ss ae. Runs of white space become one space; other
 * punctuation stays.
 */
export function folded(text: string): string {
  if (ASCII.test(text)) return spaced(text.toLowerCase().replace(/['`]/g, ''));
  return spaced(
    text
      .replace(/\p{Cc}/gu, ' ')
      .replace(UNSEEN, '')
      .normalize('NFKD')
      .toLowerCase()
      .replace(MARKS, '')
      .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
      .replace(APOSTROPHES, '')
      .normalize('NFC'),
  );
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of a text as they are compared: `O’Brien-Łuczak` is `obrien`, `luczak`. */
export const foldedWords = (text: string): readonly string[] => folded(text).match(LETTER_OR_DIGIT) ?? [];

/** What an index keeps of a text: its words, and the other ways to write those with an apostrophe or a hyphen (`obrien`, `o`, `brien`). */
export function wordsToFind(text: string): readonly string[] {
  const others = (text.match(JOINED) ?? []).flatMap((word) => {
    const parts = word.split(/['\u2018\u2019\u02bc\u2010\u2011-]/).map(folded);
    return [...parts, parts.join('')];
  });
  return others.length === 0 ? foldedWords(text) : [...foldedWords(text), ...others.filter((word) => word !== '')];
}

/** Whether two texts are the same to a reader. */
export const sameText = (one: string, other: string): boolean => folded(one) === folded(other);

/** Letters and digits alone: how headers of columns and names in lists are looked up. */
export const plainKey = (text: string): string => foldedWords(text).join('');

/** Whether every word that was typed begins a word of the text. */
export const startsWords = (text: string, typed: string): boolean => meetsAll(padded(text), foldedWords(typed));

/**
 * `startsWords` for many entries and each keypress: caches the folded words of an entry object. `textOf` must return the same text for it
 * each time.
 */
export function wordMatcher<T extends object>(textOf: (entry: T) => string): (typed: string) => (entry: T) => boolean {
  const texts = new WeakMap<T, string>();
  const textIn = (entry: T) => {
    const text = texts.get(entry) ?? padded(textOf(entry));
    texts.set(entry, text);
    return text;
  };
  return (typed) => {
    const starts = foldedWords(typed);
    return (entry) => starts.length === 0 || meetsAll(textIn(entry), starts);
  };
}

const padded = (text: string): string => ` ${wordsToFind(text).join(' ')}`;
const meetsAll = (text: string, starts: readonly string[]): boolean => starts.every((start) => text.includes(` ${start}`));

/** By name, as a reader looks for one; the same folded name in the order in which it came. Each name is folded once. */
export function sortedByName<T>(entries: readonly T[], nameOf: (entry: T) => string): T[] {
  return entries
    .map((entry) => ({ entry, key: folded(nameOf(entry)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}

/** Addresses are compared without regard to case, as every mail service in use does. Letters with and without accents differ. */
export const comparableEmail = (email: string): string => email.replace(UNSEEN, '').trim().normalize('NFC').toLowerCase();
