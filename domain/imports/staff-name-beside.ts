import { folded, foldedWords, plainKey } from '../text/folding.js';
import { hasLetter } from '../text/hygiene.js';
import { leadingTitleOf, type WrittenName } from '../text/names.js';
import { mayBeSameGiven } from '../text/nicknames.js';
import { upTo } from './columns.js';
import { wordsOfName } from './staff-likely.js';

/** The parts of a name as their own columns have them, without titles; empty where a column has nothing. */
export interface OtherColumns {
  readonly first: string;
  readonly knownAs: string;
  readonly family: string;
}

/** A whole name held against the columns of its parts. */
export interface Held {
  /** Whole: what the cell lacked is in the other columns. */
  readonly name: string;
  readonly given?: string;
  readonly family?: string;
  /** The name by the other columns, with its title, where it is not plain which is right: `name` is as it was written. */
  readonly other?: string;
}

/** What people and programs write where a part of a name is none. `Na` is a name. */
const NO_PARTS: ReadonlySet<string> = new Set('n/a;n.a;n\\a;none;nil;null;tbc;fnu;lnu;same;as above;ditto;not applicable;x'.split(';'));
const NO_PART_LIMIT_LETTERS = 20;
/** `Mr & Mrs Ray`: told by its row already. */
const SEVERAL_PEOPLE = /[/&+]| and /i;
/** So many letters of a longer given name are a short form of it. */
const SHORT_FROM_LETTERS = 4;
/** A longer cell holds no name. */
const NAME_LIMIT_LETTERS = 120;
/** Two names that begin with so many of the same letters may be one: Mohamad and Mohammed, McDonald and Mc Donald. */
const ALIKE_LETTERS = 3;
/** Letters before a family name that may be initials in one piece. */
const INITIALS_LIMIT_LETTERS = 2;

const isInitialOf = (one: string, other: string): boolean => one.length === 1 && other.startsWith(one);
const isShortOf = (one: string, other: string): boolean => one.length >= SHORT_FROM_LETTERS && other.startsWith(one);

/** `Jones` beside a forename Zora is Zora Jones, and so is `Jones Z` beside both. `name` has a letter. */
export function heldBeside({ name, title }: WrittenName, { first, knownAs, family }: OtherColumns): Held {
  const isLong = (text: string) => text.length > NAME_LIMIT_LETTERS;
  if (isLong(name) || SEVERAL_PEOPLE.test(name)) return { name };
  if ([first, knownAs, family].some(isLong)) return { name, other: upTo(NAME_LIMIT_LETTERS, `${knownAs || first} ${family}`.trim()) };
  const words = wordsOfName(name);
  const [firstWords, usedWords, familyWords] = [foldedWords(first), foldedWords(knownAs), foldedWords(family)];
  const given = knownAs || first;
  const both = given && family && `${given} ${family}`;
  const isGiven = (word: string) =>
    [...firstWords, ...usedWords].some(
      (other) => mayBeSameGiven(word, other) || spelt(word) === spelt(other) || isInitialOf(other, word) || isShortOf(word, other),
    );
  const isFamily = (word: string) => familyWords.some((other) => spelt(word) === spelt(other));
  const isRunOn = plainKey(family) !== '' && keyOf(name).includes(keyOf(family));
  const hasFamily = isRunOn || words.some(isFamily);
  const hasGiven = words.some(isGiven);
  const own = ownOf(name);
  const doubtful = (other: string): Held => ({ name, other: title ? `${title} ${other}` : other });
  // `Wang Xiaoming` beside Xiao Ming, `AnnFox` and `ann.fox` beside both.
  const isTogether =
    both !== '' &&
    [first, knownAs].filter(Boolean).some((one) => [`${one}${family}`, `${family}${one}`].some((two) => keyOf(two) === keyOf(own)));
  if (!own.includes(' ')) {
    const isAccount = isUserName(own, `${given} ${family}`);
    if (both && (isTogether || (isAccount && !words.every(isGiven)) || (isRunOn && isAccount)))
      return HAS_CASE.test(own) ? { name: both, given, family } : { name };
    if (words.every(isFamily)) {
      if (given && !isSame(given, own)) return { name: `${given} ${family}`, given, family };
      return given === '' && familyWords.length > words.length ? doubtful(family) : { name };
    }
    if (words.every(isGiven)) return family ? { name: `${own} ${family}`, given: own, family } : { name };
    if (both) return doubtful(both);
    // `Mrs Fox` beside another surname is no given name.
    if (isAccount) return doubtful(family || given);
    const isDoubtful = isAlike(own, family || first);
    if (family) return title || isDoubtful ? doubtful(`${own} ${family}`) : { name: `${own} ${family}`, given: own, family };
    if (first) return isDoubtful ? doubtful(`${given} ${own}`) : { name: `${given} ${own}`, given, family: own };
    return knownAs ? doubtful(`${knownAs} ${own}`) : { name };
  }
  if (isTogether || ((family === '' || hasFamily) && (first === '' || hasGiven))) return { name };
  const anyInitial = (word: string) => [...firstWords, ...usedWords, ...familyWords].some((other) => isInitialOf(word, other));
  if (both && words.every((word) => isGiven(word) || isFamily(word) || anyInitial(word))) {
    // More of the given names may stand here than in their own column, and of the family name as well.
    const [hasNoFamily, hasNoGiven] = [!words.some(isFamily) && words.every(isGiven), !hasGiven && words.every(isFamily)];
    return { name: hasNoFamily ? `${own} ${family}` : hasNoGiven ? `${given} ${own}` : both, given, family };
  }
  const [start = ''] = words;
  // `JR Smith` may be John Smith, and goes by it.
  if (hasFamily && start.length <= INITIALS_LIMIT_LETTERS && firstWords[0]?.startsWith(start.charAt(0))) return { name };
  return doubtful(both || (family ? `${own} ${family}` : `${given} ${own}`));
}

/** ä, ö and ü as German is typed without them. */
const spelt = (word: string): string => word.replace(/([aou])e/g, '$1');
const keyOf = (text: string): string => spelt(plainKey(text));
const HAS_CASE = /[\p{Lu}\p{Ll}]/u;

/** `jsmith`, `ann.fox`, `AFO` beside a name that is written otherwise: what a program calls a person. */
function isUserName(own: string, others: string): boolean {
  if (/[\d@_]|\p{L}\.\p{L}{2}/u.test(own)) return true;
  if (/^\p{Ll}+$/u.test(own)) return /\p{Lu}/u.test(others);
  // The first letter of the given name and more of the family name, also in a list in capitals.
  const isOfBoth = own.length > 2 && foldedWords(others).some((word) => word.startsWith(folded(own).slice(1)));
  return /^\p{Lu}{2,4}$/u.test(own) && (isOfBoth || /\p{Ll}/u.test(others));
}

/** Whether one part of a name may be the other once more, written otherwise, or hold it: Annabelle and Ann, Fox-Lee and Fox. */
function isAlike(one: string, other: string): boolean {
  const [words, others] = [foldedWords(one), foldedWords(other)];
  const [key, otherKey] = [keyOf(one), keyOf(other)];
  const isWithin = (short: string, long: string) => short.length >= ALIKE_LETTERS && long.includes(short);
  if (isWithin(key, otherKey) || isWithin(otherKey, key) || words.some((word) => others.includes(word))) return true;
  return key.length >= ALIKE_LETTERS && [otherKey, ...others].some((word) => word.startsWith(key.slice(0, ALIKE_LETTERS)));
}

/** Whether a cell of a part of a name says that there is none; an empty one says nothing. */
export const isNoPart = (text: string): boolean =>
  text !== '' &&
  (!hasLetter(text) || (text.length <= NO_PART_LIMIT_LETTERS && NO_PARTS.has(folded(text).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))));

/** `Bob` of `Bob Jones` beside a family name Jones; `called` where nothing would be left. */
export function withoutFamily(called: string, family: string): string {
  const [words, last] = [called.split(' '), family.split(' ')];
  const rest = words.slice(0, -last.length);
  return rest.length > 0 && isSame(words.slice(-last.length).join(' '), family) ? rest.join(' ') : called;
}

const isSame = (one: string, other: string): boolean => folded(one) === folded(other);

/** `Fox` of `Mrs Fox`: a name without the title that stayed with it. */
export function ownOf(name: string): string {
  const words = name.split(' ');
  const at = words.findIndex((word, index) => index === words.length - 1 || leadingTitleOf(word) === undefined);
  return words.slice(Math.max(0, at)).join(' ');
}
