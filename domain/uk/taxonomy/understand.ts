import { once } from '../../kernel/once.js';
import { folded, startsWords } from '../../text/folding.js';
import { leadingTitleOf } from '../../text/names.js';
import { EXPERTISE_TAGS } from './expertise.js';
import { CAREER_STAGES, PHASES, ROLES, SETTINGS } from './lists.js';
import { keyOf, shortFormOf } from './short-forms.js';
import { isFiller, isSmallWord, spokenWords, writtenAsOne } from './spoken-words.js';
import { wordsTypedFor } from './spoken.js';
import { SUBJECT_AREAS, SUBJECTS } from './subjects.js';
import type { Entry } from './types.js';

/** What words can name. */
export const KINDS_NAMED = ['phase', 'subject', 'expertise', 'setting', 'stage'] as const;
export type KindNamed = (typeof KINDS_NAMED)[number];

/** Words that were understood: any of these entries will do. */
export interface Understood {
  /** As they are compared, such as `ks2`. */
  readonly words: string;
  /** As job titles say it, where that is otherwise: `senco` for `sencos`. */
  readonly inTitles?: string;
  readonly named: Readonly<Partial<Record<KindNamed, readonly string[]>>>;
  /** What was typed with “or” between, of which any will do; those that name nothing are words to be found. `named` is of all. */
  readonly either?: readonly Either[];
}
/** One of several that were typed with “or” between. */
export interface Either {
  readonly words: string;
  readonly inTitles?: string;
  /** It names something. */
  readonly isNamed: boolean;
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
export const isIdleWord = (word: string): boolean => IDLE.has(word);
/** Beside a name these ask for a mentor, whom this is a list of: `ECT mentor` is a person who mentors or would like to help ECTs. */
const MENTORS: ReadonlySet<string> = new Set(['mentor', 'mentors', 'mentoring']);
const telling = (text: string): readonly string[] => spokenWords(text).filter((word) => !isSmallWord(word));

type Named = Understood['named'];

/** Jobs in several words: looked for in job titles, not taken for the career stage of those whom a mentor would like to help. */
const jobs = once(
  (): ReadonlySet<string> =>
    new Set(
      ROLES.flatMap((role) => [role.name, ...wordsTypedFor(role)])
        .map((text) => telling(text))
        .filter((words) => words.length > 1)
        .map(keyOf),
    ),
);
function isJob(words: string): boolean {
  const form = shortFormOf(words);
  return form ? form.isJob === true : jobs().has(words);
}

/** By the words that name them, joined: what each of them names. Made once; a question is answered by looking up. */
const names = once((): ReadonlyMap<string, Named> => {
  const found = new Map<string, Partial<Record<KindNamed, readonly string[]>>>();
  for (const kind of KINDS_NAMED)
    for (const entry of LISTS[kind])
      for (const words of new Set([entry.name, ...wordsTypedFor(entry)].map((text) => telling(text)).map(keyOf))) {
        if (words === '' || words.split(' ').length > NAME_LIMIT_WORDS || (kind === 'stage' && isJob(words))) continue;
        const before = found.get(words) ?? {};
        found.set(words, { ...before, [kind]: [...(before[kind] ?? []), entry.id] });
      }
  // `STEM` is no subject, but all of its area.
  for (const area of SUBJECT_AREAS) {
    const key = keyOf(telling(area));
    found.set(key, { ...found.get(key), subject: SUBJECTS.filter(({ group }) => group === area).map(({ id }) => id) });
  }
  return found;
});

/** What a value of one kind names exactly, by name or by what teachers call it. Longer names than people type are not among them. */
export const namedExactly = (kind: KindNamed, value: string): readonly string[] => names().get(keyOf(telling(value)))?.[kind] ?? [];

/** Whether words name a subject, and no phase beside it: `Head of primary` leads a phase. */
export function namesSubject(words: readonly string[]): boolean {
  const named = names().get(keyOf(words));
  return named?.subject !== undefined && named.phase === undefined;
}

/** What a value of one kind names: exactly, by name or by what teachers call it, else by the beginnings of its words. */
export function namedAs(kind: KindNamed, value: string): readonly string[] {
  const exact = namedExactly(kind, value);
  if (exact.length > 0) return exact;
  const entries = LISTS[kind].filter((entry) => [entry.name, ...wordsTypedFor(entry)].some((text) => startsWords(text, value)));
  return entries.map(({ id }) => id);
}

/** Whether words name something of any kind, as they stand. */
export const namesAnything = (words: string): boolean => names().has(keyOf(telling(words)));

/** Whether words are a job in several words, or as people shorten it. */
export const namesJob = (words: string): boolean => isJob(keyOf(telling(words)));

/** Every word by which something is named, and those that people type beside: none of them is a slip for another. */
export const namingWords = once(
  (): ReadonlySet<string> =>
    new Set([
      ...KINDS_NAMED.flatMap((kind) => LISTS[kind].flatMap((entry) => [entry.name, ...wordsTypedFor(entry)])).flatMap((text) =>
        telling(text),
      ),
      ...ROLES.flatMap((role) => [role.name, ...wordsTypedFor(role)]).flatMap((text) => telling(text)),
      ...EVERYDAY,
      ...IDLE,
    ]),
);

/**
 * Finds names in what a person typed: the longest first, from the left, in its first `limitWords`. Other words are left as text, titles of
 * people aside.
 */
export function understand(typed: string, limitWords = QUESTION_LIMIT_WORDS): Understanding {
  const asked = withoutTitles(typed);
  return asUnderstood(asked, piecesOf(telling(asked.join(' ')).slice(0, limitWords)));
}

/** As `understand`; `maths or physics` is either of them. */
export function understandEither(typed: string): Understanding {
  const asked = withoutTitles(typed);
  const spoken = spokenWords(asked.join(' ')).filter((word) => word === OR || !isSmallWord(word));
  const words = spoken.filter((word) => word !== OR).slice(0, QUESTION_LIMIT_WORDS);
  /** Before which of the words an “or” stands, with a word before it. */
  const joins = new Set<number>();
  let at = 0;
  for (const word of spoken)
    if (word !== OR) at += 1;
    else if (at > 0) joins.add(at);
  let [from, isJoined] = [0, false];
  const pieces: Piece[] = [];
  const all = piecesOf(words);
  for (const [place, piece] of all.entries()) {
    isJoined ||= joins.has(from);
    from += piece.length;
    // `Maths teacher or teacher of physics` is either subject.
    if (isJoined && isIdle(piece) && place < all.length - 1) continue;
    while (isJoined && pieces.length > 1 && isIdle(pieces.at(-1))) pieces.pop();
    const before = isJoined ? pieces.pop() : undefined;
    pieces.push(before ? eitherOf(before, piece) : piece);
    isJoined = false;
  }
  return asUnderstood(asked, pieces);
}

const isIdle = (piece: Piece | undefined): boolean => piece?.found === undefined && IDLE.has(piece?.words.join(' ') ?? '');

const OR = 'or';

/** Words that were understood, or one that was not. */
interface Piece {
  readonly words: readonly string[];
  readonly length: number;
  readonly found?: Understood;
}

function piecesOf(words: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < words.length;) {
    const found = longestFrom(words, from);
    const taken = found ? found.words.split(' ').length : 1;
    // `Deputy headteacher` names nothing, and is no headteacher who is a deputy.
    const asText = formFrom(words, from, taken);
    const length = asText ?? taken;
    pieces.push({ words: words.slice(from, from + length), length, ...(asText === undefined && found && { found }) });
    from += length;
  }
  return pieces;
}

function eitherOf(one: Piece, other: Piece): Piece {
  const each = [one, other].flatMap(({ words, found }): readonly Either[] => {
    if (found?.either) return found.either;
    const { inTitles } = found ?? {};
    return [{ words: words.join(' '), isNamed: found !== undefined, ...(inTitles !== undefined && { inTitles }) }];
  });
  const words = each.map((each) => each.words).join(` ${OR} `);
  return {
    words: [words],
    length: other.length,
    found: { words, named: either(one.found?.named ?? {}, other.found?.named), either: each },
  };
}

function asUnderstood(asked: readonly string[], pieces: readonly Piece[]): Understanding {
  const understood = pieces.flatMap(({ found }) => found ?? []);
  const rest = pieces.flatMap(({ words, found }) => (found ? [] : words));
  const left = understood.length === 0 ? telltale(asked) : rest.filter((word) => !IDLE.has(word) && !isFiller(word));
  return { understood, rest: left.join(' ') };
}

/** A shorter one of words that say nothing may be a name, as Can Do is. */
const SENTENCE_FROM_WORDS = 3;

/** A sentence without the words that say nothing; a few words that all say nothing stay. */
function telltale(asked: readonly string[]): readonly string[] {
  const saysNothing = (word: string) => spokenWords(word).every((one) => isFiller(one) || isSmallWord(one) || IDLE.has(one));
  const left = asked.filter((word) => !saysNothing(word));
  const isSentence = asked.some((word) => spokenWords(word).some(isFiller));
  return isSentence && (left.length > 0 || asked.length >= SENTENCE_FROM_WORDS) ? left : asked;
}

/** `Ms Rahman` looks for Rahman; a title that stands alone is all there is. */
function withoutTitles(text: string): readonly string[] {
  const words = writtenAsOne(text).split(/\s+/).filter(Boolean);
  return words.filter((word, index) => index === words.length - 1 || leadingTitleOf(word) === undefined);
}

function longestFrom(words: readonly string[], from: number): Understood | undefined {
  for (let length = Math.min(NAME_LIMIT_WORDS, words.length - from); length > 0; length -= 1) {
    const some = words.slice(from, from + length);
    const joined = some.join(' ');
    const key = keyOf(some);
    const named = names().get(key);
    if (!named || (EVERYDAY.has(joined) && words.length > length)) continue;
    const form = shortFormOf(key);
    const mentored = some.filter((word) => !MENTORS.has(word));
    return {
      words: joined,
      ...(key !== joined && form && { inTitles: folded(form.forms[0]) }),
      named: mentored.length < some.length ? either(named, names().get(keyOf(mentored))) : named,
    };
  }
  return undefined;
}

/** How many words from here are a job or a topic in full, where they are more than so many. */
function formFrom(words: readonly string[], from: number, than: number): number | undefined {
  for (let length = Math.min(NAME_LIMIT_WORDS, words.length - from); length > than; length -= 1)
    if (shortFormOf(keyOf(words.slice(from, from + length)))) return length;
  return undefined;
}

const either = (one: Named, other: Named = {}): Named =>
  Object.fromEntries(
    KINDS_NAMED.map((kind) => [kind, [...new Set([...(one[kind] ?? []), ...(other[kind] ?? [])])]] as const).filter(
      ([, ids]) => ids.length > 0,
    ),
  );
