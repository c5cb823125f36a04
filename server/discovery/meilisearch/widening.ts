import { asTyped, MEANT_LIMIT_WORDS, RANK_LIMIT_DOCUMENTS, type AskedWord } from '@alongside/search/asked-words.js';
import { DOUBTED_FROM_LETTERS, isForgiven, mayBeMeant, nearness, slipsForgiven, surestFirst, type Meant } from '@alongside/search/slips.js';
import { allOf, hasWord, type Filter } from './filters.js';
import { hasAll, hasIt } from './ladder.js';
import { WORDS } from './record.js';
import type { ServerIndex } from './server-index.js';

/** A word that was typed, and whether documents that may be seen have it whole, or as a beginning. */
interface Probed {
  readonly word: AskedWord;
  readonly isThere: boolean;
  readonly begins: boolean;
}

/** The words that were typed, each with what may have been meant by it (SI14), as far as documents that may be seen tell (SI16). */
export async function widened(words: readonly string[], index: ServerIndex, seen: Filter): Promise<readonly AskedWord[]> {
  const typed = words.map(asTyped);
  const [exact = 0, ...counts] = await index.count([
    allOf([seen, hasAll(typed)]),
    ...typed.flatMap((word) => [allOf([seen, hasWord(WORDS, word.spellings)]), allOf([seen, hasIt(word)])]),
  ]);
  if (exact > RANK_LIMIT_DOCUMENTS) return typed;
  const probed = typed.map((word, at): Probed => ({
    word,
    isThere: (counts[at * 2] ?? 0) > 0,
    begins: (counts[at * 2 + 1] ?? 0) > 0,
  }));
  const first = await withMeant(probed, index, seen, ({ isThere }) => !isThere);
  const isEnough = exact > 0 || (isWidened(first) && (await index.count([allOf([seen, hasAll(first)])]))[0] !== 0);
  return isEnough ? first : withMeant(probed, index, seen, () => true);
}

const isWidened = (words: readonly AskedWord[]) => words.some(({ meant }) => meant.length > 0);

const withMeant = (probed: readonly Probed[], index: ServerIndex, seen: Filter, which: (one: Probed) => boolean) =>
  Promise.all(
    probed.map(async (one) =>
      isForgiven(one.word.typed) && which(one) ? { ...one.word, meant: await meantBy(one, index, seen) } : one.word,
    ),
  );

/** Meilisearch finds what is near, and a little more: which of it is forgiven is one rule for every index. */
async function meantBy({ word: { typed, spellings }, begins }: Probed, index: ServerIndex, seen: Filter): Promise<readonly Meant[]> {
  const most = slipsForgiven(typed);
  return (await index.wordsNear(typed, seen))
    .filter((word) => mayBeMeant(word) && !spellings.includes(word))
    .flatMap((word) => nearness(typed, word, most, !begins && typed.length >= DOUBTED_FROM_LETTERS) ?? [])
    .toSorted(surestFirst)
    .slice(0, MEANT_LIMIT_WORDS);
}
