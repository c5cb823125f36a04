import { EXPERTISE_TAGS } from './expertise.js';
import { CAREER_STAGES, PHASES, SETTINGS } from './lists.js';
import { isSmallWord, spokenWords } from './spoken-words.js';
import { wordsTypedFor } from './spoken.js';
import { SUBJECTS } from './subjects.js';
import type { Entry } from './types.js';

/** What words can name. */
export const KINDS_NAMED = ['phase', 'subject', 'expertise', 'setting', 'stage'] as const;
export type KindNamed = (typeof KINDS_NAMED)[number];

/** Words that were understood: any of these entries will do. */
export interface Understood {
  /** As they are compared, such as `ks2`. */
  readonly words: string;
  readonly named: Readonly<Partial<Record<KindNamed, readonly string[]>>>;
}
export interface Understanding {
  readonly understood: readonly Understood[];
  /** What is left to be searched as text. */
  readonly rest: string;
}

const LISTS: Readonly<Record<KindNamed, readonly (Entry & { readonly synonyms?: readonly string[] })[]>> = {
  phase: PHASES,
  subject: SUBJECTS,
  expertise: EXPERTISE_TAGS,
  setting: SETTINGS,
  stage: CAREER_STAGES,
};
/** Longer names are cut off here, in words: people do not type them in full. */
const NAME_LIMIT_WORDS = 6;
/** How much of a question is read. */
const QUESTION_LIMIT_WORDS = 12;
/** Words of everyday English that name something only where they stand alone. */
const EVERYDAY: ReadonlySet<string> = new Set('it head unit special play change impact support none higher prep talk he la'.split(' '));
/** What everybody in a list of mentors is or does: it narrows nothing once something else was understood. */
const IDLE: ReadonlySet<string> = new Set(
  'teacher teachers teaching teach teaches mentor mentors mentoring who help helps someone lead leads'.split(' '),
);

const telling = (text: string): readonly string[] => spokenWords(text).filter((word) => !isSmallWord(word));

/** `ECTs` and `A levels` name what `ECT` and `A level` do. */
const keyOf = (words: readonly string[]): string => words.join(' ').replace(/(?<=[a-z0-9]{3})(?<!s)s$/, '');

/** By the words that name them, joined: what each of them names. Made once; a question is answered by looking up. */
const names = ((): ReadonlyMap<string, Understood['named']> => {
  const found = new Map<string, Partial<Record<KindNamed, readonly string[]>>>();
  for (const kind of KINDS_NAMED)
    for (const entry of LISTS[kind])
      for (const words of new Set([entry.name, ...wordsTypedFor(entry)].map((text) => telling(text)).map(keyOf))) {
        if (words === '' || words.split(' ').length > NAME_LIMIT_WORDS) continue;
        const before = found.get(words) ?? {};
        found.set(words, { ...before, [kind]: [...(before[kind] ?? []), entry.id] });
      }
  return found;
})();

/** Finds names in what a person typed: the longest first, from the left. Other words are left as text. */
export function understand(typed: string): Understanding {
  const words = telling(typed).slice(0, QUESTION_LIMIT_WORDS);
  const understood: Understood[] = [];
  const rest: string[] = [];
  for (let from = 0; from < words.length;) {
    const found = longestFrom(words, from);
    if (found) understood.push(found);
    else rest.push(words[from] ?? '');
    from += found ? found.words.split(' ').length : 1;
  }
  if (understood.length === 0) return { understood, rest: typed };
  return { understood, rest: rest.filter((word) => !IDLE.has(word)).join(' ') };
}

function longestFrom(words: readonly string[], from: number): Understood | undefined {
  for (let length = Math.min(NAME_LIMIT_WORDS, words.length - from); length > 0; length -= 1) {
    const joined = words.slice(from, from + length).join(' ');
    const named = names.get(keyOf(words.slice(from, from + length)));
    if (named && !(EVERYDAY.has(joined) && words.length > length)) return { words: joined, named };
  }
  return undefined;
}
