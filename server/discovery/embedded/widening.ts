import { asTyped, MEANT_LIMIT_WORDS, type AskedWord } from '@alongside/search/asked-words.js';
import { isForgiven, type Meant } from '@alongside/search/slips.js';
import type { Bitmap } from './bitmap.js';
import type { ColumnChange } from './columns.js';
import { Dictionary } from './dictionary.js';

/** From this many at once, reading the words of the index anew is quicker than following each. */
const REREAD_DOCUMENTS = 200;

/** What widening needs of the words on disk. */
export interface WordsOnDisk {
  /** Every word that some document has. */
  terms(): Iterable<string>;
  /** Whether one of these documents has one of the words, whole; of any document where none are named. */
  hasWhole(words: readonly string[], among?: Bitmap): boolean;
  /** Whether one of these documents has a word that begins so. */
  hasBeginning(words: readonly string[], among: Bitmap): boolean;
}

/** Finds what may have been meant by words with slips. Keeps the words of the index in memory from the first time that they are needed. */
export class Widening {
  #dictionary: Dictionary | undefined;

  constructor(private readonly disk: WordsOnDisk) {}

  /** To be told of every write: a word that no document has any more is forgotten. */
  heed(changes: readonly ColumnChange<unknown>[]): void {
    const dictionary = this.#dictionary;
    if (!dictionary) return;
    if (changes.length >= REREAD_DOCUMENTS) return this.forget();
    for (const { textBefore = [], textAfter = [] } of changes) {
      for (const word of wordsIn(textAfter)) dictionary.add(word);
      for (const word of wordsIn(textBefore)) if (dictionary.has(word) && !this.disk.hasWhole([word])) dictionary.delete(word);
    }
  }

  /** Takes every word out of memory; they are read again when they are needed. */
  forget(): void {
    this.#dictionary = undefined;
  }

  /** Each word with what may have been meant. One that `among` has whole stays as typed, unless nothing else is found (`needed`). Other documents do not show. */
  widened(words: readonly string[], among: Bitmap, needed: boolean): readonly AskedWord[] {
    return words.map(asTyped).map((word) => {
      if (!isForgiven(word.typed) || (!needed && this.disk.hasWhole(word.spellings, among))) return word;
      return { ...word, meant: this.#meant(word, among) };
    });
  }

  #meant({ typed, spellings }: AskedWord, among: Bitmap): readonly Meant[] {
    this.#dictionary ??= new Dictionary(this.disk.terms());
    const meant = this.#dictionary.meant(typed, !this.disk.hasBeginning(spellings, among)).filter(({ word }) => !spellings.includes(word));
    if (meant.length <= MEANT_LIMIT_WORDS) return meant;
    const seen: Meant[] = [];
    for (const one of meant) if (seen.length < MEANT_LIMIT_WORDS && this.disk.hasWhole([one.word], among)) seen.push(one);
    return seen;
  }
}

const wordsIn = (text: readonly string[]): ReadonlySet<string> => new Set(text.flatMap((column) => column.split(' ')));
