import { folded, startsWords } from '../../text/folding.js';
import { leadingTitleOf } from '../../text/names.js';
import { EXPERTISE_TAGS } from './expertise.js';
import { CAREER_STAGES, PHASES, ROLES, SETTINGS } from './lists.js';
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
  /** As job titles say it, where that is otherwise: `head` for `hod`. */
  readonly inTitles?: string;
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
/** Beside a name these ask for a mentor, whom this is a list of: `ECT mentor` is a person who mentors or would like to help ECTs. */
const MENTORS: ReadonlySet<string> = new Set(['mentor', 'mentors', 'mentoring']);
/** Jobs as people shorten them, in the words that job titles begin with. */
const SHORT_JOBS: Readonly<Record<string, string>> = {
  hod: 'head',
  hof: 'head',
  hoy: 'head year',
  hos: 'head school',
  aht: 'assistant head',
  dht: 'deputy head',
};

const telling = (text: string): readonly string[] => spokenWords(text).filter((word) => !isSmallWord(word));

/** `ECTs` and `A levels` name what `ECT` and `A level` do. */
const keyOf = (words: readonly string[]): string => words.join(' ').replace(/(?<=[a-z0-9]{3})(?<!s)s$/, '');

type Named = Understood['named'];

/** Jobs in several words: looked for in job titles, not taken for the career stage of those whom a mentor would like to help. */
const JOBS: ReadonlySet<string> = new Set(
  ROLES.flatMap((role) => [role.name, ...wordsTypedFor(role)])
    .map((text) => telling(text))
    .filter((words) => words.length > 1)
    .map(keyOf),
);
const isJob = (words: string): boolean => JOBS.has(words) || Object.hasOwn(SHORT_JOBS, words);

/** By the words that name them, joined: what each of them names. Made once; a question is answered by looking up. */
const names = ((): ReadonlyMap<string, Named> => {
  const found = new Map<string, Partial<Record<KindNamed, readonly string[]>>>();
  for (const kind of KINDS_NAMED)
    for (const entry of LISTS[kind])
      for (const words of new Set([entry.name, ...wordsTypedFor(entry)].map((text) => telling(text)).map(keyOf))) {
        if (words === '' || words.split(' ').length > NAME_LIMIT_WORDS || (kind === 'stage' && isJob(words))) continue;
        const before = found.get(words) ?? {};
        found.set(words, { ...before, [kind]: [...(before[kind] ?? []), entry.id] });
      }
  return found;
})();

/** What a value of one kind names exactly, by name or by what teachers call it. Longer names than people type are not among them. */
export const namedExactly = (kind: KindNamed, value: string): readonly string[] => names.get(keyOf(telling(value)))?.[kind] ?? [];

/** What a value of one kind names: exactly, else by the beginnings of its words. */
export function namedAs(kind: KindNamed, value: string): readonly string[] {
  const exact = namedExactly(kind, value);
  if (exact.length > 0) return exact;
  const entries = LISTS[kind].filter((entry) => [entry.name, ...wordsTypedFor(entry)].some((text) => startsWords(text, value)));
  return entries.map(({ id }) => id);
}

/**
 * Finds names in what a person typed: the longest first, from the left, in its first `limitWords`. Other words are left as text, titles of
 * people aside.
 */
export function understand(typed: string, limitWords = QUESTION_LIMIT_WORDS): Understanding {
  const asked = withoutTitles(typed);
  const words = telling(asked.join(' ')).slice(0, limitWords);
  const understood: Understood[] = [];
  const rest: string[] = [];
  for (let from = 0; from < words.length;) {
    const found = longestFrom(words, from);
    if (found) understood.push(found);
    else rest.push(words[from] ?? '');
    from += found ? found.words.split(' ').length : 1;
  }
  const left = understood.length === 0 ? asked : rest.filter((word) => !IDLE.has(word));
  return { understood, rest: left.map((word) => SHORT_JOBS[folded(word)] ?? word).join(' ') };
}

/** `Ms Rahman` looks for Rahman; a title that stands alone is all there is. */
function withoutTitles(text: string): readonly string[] {
  const words = text.split(/\s+/).filter(Boolean);
  return words.filter((word, index) => index === words.length - 1 || leadingTitleOf(word) === undefined);
}

function longestFrom(words: readonly string[], from: number): Understood | undefined {
  for (let length = Math.min(NAME_LIMIT_WORDS, words.length - from); length > 0; length -= 1) {
    const some = words.slice(from, from + length);
    const joined = some.join(' ');
    const named = names.get(keyOf(some));
    if (!named || (EVERYDAY.has(joined) && words.length > length)) continue;
    const mentored = some.filter((word) => !MENTORS.has(word));
    const inTitles = SHORT_JOBS[joined];
    return {
      words: joined,
      ...(inTitles !== undefined && { inTitles }),
      named: mentored.length < some.length ? either(named, names.get(keyOf(mentored))) : named,
    };
  }
  return undefined;
}

const either = (one: Named, other: Named = {}): Named =>
  Object.fromEntries(
    KINDS_NAMED.map((kind) => [kind, [...new Set([...(one[kind] ?? []), ...(other[kind] ?? [])])]] as const).filter(
      ([, ids]) => ids.length > 0,
    ),
  );
