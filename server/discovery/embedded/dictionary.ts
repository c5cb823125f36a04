import {
  DOUBTED_FROM_LETTERS,
  isForgiven,
  mayBeMeant,
  nearness,
  SLIPS_LIMIT_LETTERS,
  slipsForgiven,
  surestFirst,
  type Meant,
  type Near,
} from '@alongside/search/slips.js';
import { bitsOf } from './bitmap.js';

/** V8 keeps the whole text alive of which a longer word was cut. */
const CUT_FROM_LETTERS = 13;

/** Words of one length, with a bit for each letter that is in them. */
interface OfLength {
  readonly words: string[];
  letters: Int32Array<ArrayBuffer>;
}

/** The words of an index. What is a slip or two away is found by comparing those of nearly the same length and letters. */
export class Dictionary {
  readonly #places = new Map<string, number>();
  readonly #byLength: OfLength[] = Array.from({ length: SLIPS_LIMIT_LETTERS + 3 }, () => ({ words: [], letters: new Int32Array(16) }));

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word);
  }

  get size(): number {
    return this.#places.size;
  }

  has(word: string): boolean {
    return this.#places.has(word);
  }

  add(word: string): void {
    const of = this.#byLength[word.length];
    if (!of || this.#places.has(word) || !mayBeMeant(word)) return;
    const own = word.length < CUT_FROM_LETTERS ? word : Buffer.from(word, 'utf16le').toString('utf16le');
    this.#places.set(own, of.words.length);
    if (of.words.length >= of.letters.length) {
      const grown = new Int32Array(of.letters.length * 2);
      grown.set(of.letters);
      of.letters = grown;
    }
    of.letters[of.words.length] = lettersOf(own);
    of.words.push(own);
  }

  delete(word: string): void {
    const [of, place] = [this.#byLength[word.length], this.#places.get(word)];
    if (!of || place === undefined) return;
    this.#places.delete(word);
    const last = of.words.pop() ?? word;
    if (last === word) return;
    of.words[place] = last;
    of.letters[place] = of.letters[of.words.length] ?? 0;
    this.#places.set(last, place);
  }

  /** Words that may have been meant, those with the fewest slips first. `beginning`: what was typed may go on. */
  meant(typed: string, beginning: boolean): readonly Meant[] {
    if (!isForgiven(typed)) return [];
    const most = slipsForgiven(typed);
    const letters = lettersOf(typed);
    const goesOn = beginning && typed.length >= DOUBTED_FROM_LETTERS;
    const found: Near[] = [];
    const longest = goesOn ? this.#byLength.length - 1 : typed.length + most;
    for (let length = typed.length - most; length <= longest; length += 1) {
      const { words, letters: theirs } = this.#byLength[length] ?? NONE;
      for (let place = 0; place < words.length; place += 1) {
        const other = theirs[place] ?? 0;
        // A slip changes two letters at most, and leaves one at most of what was typed out.
        const mayBeWhole = length <= typed.length + most && bitsOf((letters ^ other) >>> 0) <= 2 * most;
        if (!mayBeWhole && !(goesOn && bitsOf((letters & ~other) >>> 0) <= 1)) continue;
        const near = nearness(typed, words[place] ?? '', most, goesOn);
        if (near) found.push(near);
      }
    }
    return found.sort(surestFirst);
  }
}

const NONE: OfLength = { words: [], letters: new Int32Array(0) };

/** One bit for each letter, the alphabet’s 26 apart; letters of other scripts share them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place += 1) letters |= 1 << (word.charCodeAt(place) & 31);
  return letters;
}
