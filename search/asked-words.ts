import { foldedWords } from '@alongside/domain/text/folding.js';
import { spellingsOf } from '@alongside/domain/text/spelling.js';
import { TEXT_LIMIT_CHARACTERS, TEXT_LIMIT_WORDS } from './search-index.js';
import type { Meant } from './slips.js';
import type { WordAsked } from './why.js';

/** How many words one typed word may stand for. */
export const MEANT_LIMIT_WORDS = 64;
/** From so many matches on, nothing is widened (SI14): a page is full of what was typed. */
export const RANK_LIMIT_DOCUMENTS = 2_000;

/** One word of what was typed: its spellings, and words of the index that may have been meant. */
export interface AskedWord extends WordAsked {
  readonly meant: readonly Meant[];
}

/** The words of what was typed, folded as the words of the index are. */
export const wordsOf = (text: string): readonly string[] => foldedWords(text.slice(0, TEXT_LIMIT_CHARACTERS)).slice(0, TEXT_LIMIT_WORDS);

/** A word that is looked for as it was typed. */
export const asTyped = (typed: string): AskedWord => ({ typed, spellings: spellingsOf(typed), meant: [] });
