import { folded, foldedWords, plainKey } from '../text/folding.js';
import { hasLetter } from '../text/hygiene.js';
import { leadingTitleOf, type WrittenName } from '../text/names.js';
import { mayBeSameGiven } from '../text/nicknames.js';
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
/** Letters before a family name that may be initials in one piece. */
const INITIALS_LIMIT_LETTERS = 2;

const isInitialOf = (one: string, other: string): boolean => one.length === 1 && other.startsWith(one);
const isShortOf = (one: string, other: string): boolean => one.length >= SHORT_FROM_LETTERS && other.startsWith(one);

/** `Jones` beside a forename Zora is Zora Jones, and so is `Jones Z` beside both. `name` has a letter. */
export function heldBeside({ name, title }: WrittenName, { first, knownAs, family }: OtherColumns): Held {
  if (SEVERAL_PEOPLE.test(name)) return { name };
  const words = wordsOfName(name);
  const [firstWords, usedWords, familyWords] = [foldedWords(first), foldedWords(knownAs), foldedWords(family)];
  const given = knownAs || first;
  const both = given && family && `${given} ${family}`;
  const isGiven = (word: string) =>
    [...firstWords, ...usedWords].some((other) => mayBeSameGiven(word, other) || isInitialOf(other, word) || isShortOf(word, other));
  const isFamily = (word: string) => familyWords.includes(word);
  const isRunOn = plainKey(family) !== '' && plainKey(name).includes(plainKey(family));
  const hasFamily = isRunOn || words.some(isFamily);
  const hasGiven = words.some(isGiven);
  const own = ownOf(name);
  const doubtful = (other: string): Held => ({ name, other: title ? `${title} ${other}` : other });
  if (!own.includes(' ')) {
    if (words.every(isFamily)) {
      if (given && !isSame(given, own)) return { name: `${given} ${family}`, given, family };
      return given === '' && familyWords.length > words.length ? doubtful(family) : { name };
    }
    if (words.every(isGiven)) return family ? { name: `${own} ${family}`, given: own, family } : { name };
    if (both) return doubtful(both);
    // `Mrs Fox` beside another surname is no given name.
    if (family) return title ? doubtful(`${own} ${family}`) : { name: `${own} ${family}`, given: own, family };
    if (first) return { name: `${given} ${own}`, given, family: own };
    return knownAs ? doubtful(`${knownAs} ${own}`) : { name };
  }
  if ((family === '' || hasFamily) && (first === '' || hasGiven)) return { name };
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
