import { spokenWords } from '@alongside/domain/uk/taxonomy/spoken-words.js';
import {
  isIdleWord,
  namedAs,
  namedExactly,
  namesAnything,
  namingWords,
  understandEither,
  type Either,
  type KindNamed,
  type Understanding,
  type Understood,
} from '@alongside/domain/uk/taxonomy/understand.js';
import { DOUBTED_FROM_LETTERS, isForgiven, nearness, slipsForgiven, surestFirst, type Near } from './slips.js';

/** Shorter words that say nothing by themselves are meant by no slip. */
const IDLE_FROM_LETTERS = 6;

/** Words of the taxonomy that may have been meant by a word with a slip, the surest alone. None for one that is known, or begins one. */
function meantBy(typed: string): readonly string[] {
  if (!isForgiven(typed) || namingWords().has(typed)) return [];
  const found: Near[] = [];
  for (const word of namingWords()) {
    if (word.startsWith(typed)) return [];
    if (Math.abs(word.length - typed.length) > slipsForgiven(typed) || !isForgiven(word)) continue;
    // It would leave the word out, and `leeds` is as near to `leads` as anything.
    if (isIdleWord(word) && word.length < IDLE_FROM_LETTERS) continue;
    const near = nearness(typed, word, slipsForgiven(typed), false);
    if (near && (near.cost === 1 || typed.length >= DOUBTED_FROM_LETTERS)) found.push(near);
  }
  const [best, ...others] = found.toSorted(surestFirst);
  if (!best) return [];
  const surest = [best, ...others].filter(({ cost, slips }) => cost === best.cost && slips === best.slips).map(({ word }) => word);
  // One that names something by itself before one that is a part of a longer name.
  return surest.toSorted((a, b) => Number(namesAnything(b)) - Number(namesAnything(a)));
}

/** By words with slips that were left as text, the word of the taxonomy that was meant by each. */
export function slipsIn({ understood, rest }: Understanding): ReadonlyMap<string, string> {
  const plain = understood.flatMap(({ either = [] }) => either.flatMap(({ isNamed, words }) => (isNamed ? [] : [words])));
  return new Map(
    [rest, ...plain].flatMap(spokenWords).flatMap((typed) => {
      const [meant] = meantBy(typed);
      return meant === undefined ? [] : [[typed, meant] as const];
    }),
  );
}

/** As `understandEither`, with some words read as those that were meant. What names nothing even so stays as it was typed. */
export function understandMeant(text: string, meant: ReadonlyMap<string, string>): Understanding {
  const asTyped = new Map([...meant].map(([typed, word]) => [word, typed] as const));
  const back = (words: string) => words.replace(/\S+/g, (word) => asTyped.get(word) ?? word);
  const corrected = spokenWords(text).map((word) => meant.get(word) ?? word);
  const { understood, rest } = understandEither(corrected.join(' '));
  if (understood.length === 0) return understandEither(text);
  const typed = <One extends Either | Understood>(one: One, isNamed: boolean): One => {
    const words = back(one.words);
    return isNamed && words !== one.words ? { ...one, words, inTitles: one.inTitles ?? one.words } : { ...one, words };
  };
  return {
    understood: understood.map((one) => {
      const { either } = one;
      return either ? { ...one, words: back(one.words), either: either.map((each) => typed(each, each.isNamed)) } : typed(one, true);
    }),
    rest: back(rest),
  };
}

/** As `namedAs`, with slips where nothing is called so. `whole`: no beginnings of names. */
export function namedNear(kind: KindNamed, value: string, whole = false): readonly string[] {
  const named = namedAs(kind, value);
  if (named.length > 0) return named;
  const words = spokenWords(value);
  const meant = words.map(meantBy);
  if (meant.every((some) => some.length === 0)) return [];
  for (let at = 0; at < Math.max(...meant.map((some) => some.length)); at += 1) {
    const said = words.map((word, place) => meant[place]?.[at] ?? meant[place]?.[0] ?? word).join(' ');
    const found = whole ? namedExactly(kind, said) : namedAs(kind, said);
    if (found.length > 0) return found;
  }
  return [];
}
