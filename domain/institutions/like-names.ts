import { foldedWords } from '../text/folding.js';

/** Whom a school teaches, as far as its name says it. */
type Stage = 'nursery' | 'infant' | 'junior' | 'middle' | 'secondary';
/** Of which church it is, as far as its name says it. */
type Faith = 'anglican' | 'catholic' | 'methodist';
/** For whom alone it is, as far as its name says it. */
type Sex = 'boys' | 'girls';

/** What of the name of a school, college or trust tells it from others. */
export interface NameRead {
  /** All of its own words, in one order: the same of names that differ in words of kind alone. A name without an own word is its whole self. */
  readonly key: string;
  /** Its own words, folded and without an “s” at their end. */
  readonly own: ReadonlySet<string>;
  readonly stages: ReadonlySet<Stage>;
  readonly faiths: ReadonlySet<Faith>;
  readonly sexes: ReadonlySet<Sex>;
}

/** What is written in several words, of folded words with a space on either side, and the one word that it is read as. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/ (?:church of england|c of e|c o e|c e|yr eglwys yng nghymru|eglwys yng nghymru|church in wales|c i w) /g, ' ce '],
  [/ (?:roman catholic|r c) /g, ' rc '],
  [/ (?:j ?m ?i|j and i) /g, ' primary '],
  [/ (?:all through|sixth form|early years) /g, ' '],
  [/ bun sgoil /g, ' primary '],
  [/ ard sgoil /g, ' secondary '],
];

/** Mutations of Welsh words are listed as they are written. */
const STAGES: Readonly<Record<Stage, string>> = {
  nursery: 'nursery nurseries meithrin feithrin kindergarten naiscoil eyfs',
  infant: 'infant infants inf babanod fabanod',
  junior: 'junior juniors jnr jun iau',
  middle: 'middle canol ganol',
  secondary: 'secondary sec high upper grammar comprehensive uwchradd cyfun gyfun ardsgoil',
};
/** Those who teach all of two stages. */
const BOTH = 'primary prim pri first lower cynradd gynradd bunscoil prep preparatory ps bunsgoil gaelscoil';
const FAITHS: Readonly<Record<Faith, string>> = {
  anglican: 'ce cofe coe ciw anglican',
  catholic: 'rc catholic catholics gatholig catholig pabyddol babyddol',
  methodist: 'methodist',
};

const SEXES: Readonly<Record<Sex, string>> = { boys: 'boys boy bechgyn fechgyn', girls: 'girls girl merched ferched' };

/** Of a place rather than of a stage where a name begins with them: “High Moor Primary School”. */
const OF_PLACES: ReadonlySet<string> = new Set('high upper lower first middle'.split(' '));

/** Words that schools share: they tell none from another. Saints are known by their names, which come after. */
const OF_KIND = [
  'school schools sch academy academies acad college colleges centre center unit campus free studio technical technology special specialist',
  'community foundation voluntary aided controlled maintained integrated independent va vc vap cp mixed day boarding form pupil referral pru',
  'st saint saints sts ss the and of a at in for with on by under upon',
  'ysgol ysgolion sgoil coleg academi canolfan arbennig gymunedol cymunedol gymraeg cymraeg wirfoddol gwirfoddol',
  'gymorthedig cymorthedig sant santes y yr r ac',
].flatMap((words) => words.split(' '));
/** Of trusts as well; “learning” and “education” are what many are told apart by. */
const OF_TRUSTS = 'trust mat multi limited ltd company group'.split(' ');

const tableOf = <Mark extends string>(words: Readonly<Record<Mark, string>>): ReadonlyMap<string, readonly Mark[]> =>
  new Map((Object.entries(words) as [Mark, string][]).flatMap(([mark, some]) => some.split(' ').map((word) => [word, [mark]] as const)));
const STAGE_OF: ReadonlyMap<string, readonly Stage[]> = new Map([
  ...tableOf(STAGES),
  ...BOTH.split(' ').map((word) => [word, ['infant', 'junior']] as const),
]);
const FAITH_OF = tableOf(FAITHS);
const SEX_OF = tableOf(SEXES);
const SHARED: ReadonlySet<string> = new Set([...OF_KIND, ...OF_TRUSTS]);

/** “Beeches” and “Beech’s” are one word; “St Mary” is written with an “s” and without. */
const stem = (word: string): string => (word.length > 3 ? word.replace(/s+$/, '') : word);

/** A name as it is compared: without words of kind, such as “Primary School”, “C of E” or “Ysgol”, and with what they say of it. */
export function readName(name: string): NameRead {
  const words = foldedWords(name);
  let text = ` ${words.join(' ')} `;
  for (const [phrase, word] of PHRASES) text = text.replace(phrase, word);
  const [own, stages, faiths, sexes] = [new Set<string>(), new Set<Stage>(), new Set<Faith>(), new Set<Sex>()];
  for (const word of text.split(' ')) {
    if (word === '' || SHARED.has(word)) continue;
    const stage = own.size === 0 && OF_PLACES.has(word) ? undefined : STAGE_OF.get(word);
    const faith = FAITH_OF.get(word);
    const sex = SEX_OF.get(word);
    for (const one of stage ?? []) stages.add(one);
    for (const one of faith ?? []) faiths.add(one);
    for (const one of sex ?? []) sexes.add(one);
    if (!stage && !faith && !sex) own.add(stem(word));
  }
  // A name of words of kind alone is told by all of them: no own word begins with this sign.
  return { key: own.size > 0 ? [...own].toSorted().join(' ') : `=${words.join('')}`, own, stages, faiths, sexes };
}

const agree = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === 0 || other.size === 0 || [...one].some((mark) => other.has(mark));
const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === 0 || other.size === 0 || (one.size === other.size && [...one].every((mark) => other.has(mark)));

/** Whether two names may be one school’s, which is written with and without words of its kind: never an infant and a junior school. */
export const isLikeName = (one: NameRead, other: NameRead): boolean =>
  one.key === other.key && isSame(one.stages, other.stages) && isSame(one.faiths, other.faiths) && isSame(one.sexes, other.sexes);

/** Whether two names say the same in full, though in other words. */
export const isSameName = (one: NameRead, other: NameRead): boolean =>
  isLikeName(one, other) &&
  one.stages.size === other.stages.size &&
  one.faiths.size === other.faiths.size &&
  one.sexes.size === other.sexes.size;

/** Whether two at one address may be one: a word is common, of the `place` only where one has no other, and they teach one stage. */
export function shareWord(one: NameRead, other: NameRead, place = ''): boolean {
  if (!agree(one.stages, other.stages) || !agree(one.sexes, other.sexes)) return false;
  if (one.key === other.key) return true;
  const ofPlace = new Set(foldedWords(place).map(stem));
  const isOwn = (word: string) => !ofPlace.has(word);
  const common = [...one.own].filter((word) => other.own.has(word));
  return common.some(isOwn) || (common.length > 0 && ![one, other].every(({ own }) => [...own].some(isOwn)));
}
