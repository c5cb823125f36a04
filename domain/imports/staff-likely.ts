import { foldedWords, plainKey } from '../text/folding.js';
import { mayBeSameGiven } from '../text/nicknames.js';
import { readName, titleOf } from '../text/names.js';

/** A person as others may write them. */
export interface Called {
  readonly name: string;
  /** What is known of the parts of the name. */
  readonly names?: { readonly given?: string | undefined; readonly family?: string | undefined };
}

/** By these, people are looked up where no whole name is written. No `nameKey` has a space. */
export const familyKey = (word: string): string => `family ${word}`;
export const initialsKey = (letters: string): string => `initials ${letters}`;
/** What may be initials: “KA”, “k.j.a”. Longer ones are words. */
export const lettersIn = (written: string): string | undefined => {
  const letters = plainKey(written);
  return /^(?:\p{L}{2,3}|(?:\p{L}[. ]){1,3}\p{L}?\.?)$/u.test(written.trim()) && letters.length <= 4 ? letters : undefined;
};
export const jobKey = (job: string): string => {
  const key = plainKey(job);
  return `job ${SAME_JOBS[key] ?? key}`;
};
const SAME_JOBS: Readonly<Record<string, string>> = {
  head: 'headteacher',
  ht: 'headteacher',
  deputyhead: 'deputyheadteacher',
  deputy: 'deputyheadteacher',
  dht: 'deputyheadteacher',
  assistanthead: 'assistantheadteacher',
  aht: 'assistantheadteacher',
  dh: 'deputyheadteacher',
  ah: 'assistantheadteacher',
  ta: 'teachingassistant',
  vp: 'viceprincipal',
};

/** What is written where there is nobody to name. */
const NOBODY = /^(?:na|none|nil|no|nobody|noone|null|tbc|tba|tobeconfirmed|tobeadvised|notapplicable|vacant|vacancy|unknown)?$/;
export const isNobody = (text: string): boolean => NOBODY.test(plainKey(text));

const JOB_WORDS: ReadonlySet<string> = new Set(
  [
    'head headteacher deputy assistant associate executive acting interim vice principal slt smt senco sendco hod hoy ht dht aht dh ah ta hlta hr pe vp ceo',
    'manager director leader lead coordinator supervisor bursar governor governors chair business office site department faculty senior',
    'subject phase year key stage line teacher teachers headmaster headmistress trust school',
  ].flatMap((line) => line.split(' ')),
);
const OF_SOMETHING =
  /^(?:(?:deputy|assistant|acting) )?(?:head|deputy|director|leader|lead|chair|manager|coordinator|teacher)(?: ?teacher)? (?:of|for) /i;
/** No family name is one of these. */
const ENDS_AS_JOB = / (?:leader|manager|coordinator|headteacher|senco|sendco)$/i;

/** “Head”, “Deputy Headteacher”, “Head of Maths”, “Maths Leader”. */
export function isJob(text: string): boolean {
  // “H.T.” is one word.
  const letters = lettersIn(text);
  const words = letters === undefined ? foldedWords(text) : [letters];
  if (words.length === 0 || titleOf(text.split(' ')[0] ?? '')) return false;
  return words.every((word) => JOB_WORDS.has(word)) || OF_SOMETHING.test(text) || ENDS_AS_JOB.test(text);
}

/** The words of a name without its titles. */
export function wordsOfName(written: string): readonly string[] {
  const words = foldedWords(readName(written).name);
  const first = words.findIndex((word, at) => at === words.length - 1 || titleOf(word) === undefined);
  return words.slice(Math.max(0, first));
}

/** A person’s given name, as it is compared; empty where there is none. */
export const givenKey = ({ name, names }: Called): string => foldedWords(names?.given ?? '')[0] ?? wordsOfName(name)[0] ?? '';

/** Whether two names have a given or a family name in common, in whatever place it stands. A lone initial is none. */
export function sharesName(one: Called, other: Called): boolean {
  const words = new Set(allWordsOf(other));
  const [given, otherGiven] = [givenKey(one), givenKey(other)];
  return allWordsOf(one).some((word) => word.length > 1 && words.has(word)) || (given.length > 1 && mayBeSameGiven(given, otherGiven));
}
const allWordsOf = (person: Called): readonly string[] => [
  ...wordsOfName(person.name),
  ...foldedWords(person.names?.given ?? ''),
  ...foldedWords(person.names?.family ?? ''),
];

/** The words of a family name: both of `Ahmed-Khan`. Where nobody has said which it is, it is the last. */
function familyWordsOf({ name, names }: Called): readonly string[] {
  return foldedWords(names?.family ?? readName(name).name.split(' ').at(-1) ?? '');
}

/** A name as it is compared with others: parsed once for each person, whom thousands of rows may name in other words. */
interface Parts {
  readonly family: ReadonlySet<string>;
  readonly given: readonly string[];
  /** “ka” and, of three names, “kja” as well. */
  readonly initials: readonly string[];
}
const parsed = new WeakMap<Called, Parts>();

function partsOf(person: Called): Parts {
  const known = parsed.get(person);
  if (known) return known;
  const family = new Set(familyWordsOf(person));
  const words = wordsOfName(person.name);
  const given = [...words, ...foldedWords(person.names?.given ?? '')].filter((word) => !family.has(word));
  const parts = { family, given, initials: initialsOf(words) };
  parsed.set(person, parts);
  return parts;
}

function initialsOf(words: readonly string[]): readonly string[] {
  if (words.length < 2) return [];
  const letters = words.map((word) => word.charAt(0));
  return [...new Set([letters.join(''), `${letters[0]}${letters.at(-1)}`])];
}

/** How well a person fits a name in another form: `fits` by family name, and by whatever initials or names are beside it; `alike` by the first letters of these. */
export function fitOf(written: readonly string[], person: Called): 'fits' | 'alike' | undefined {
  const { family, given, initials } = partsOf(person);
  // “KA”: the letters of nobody’s names but by intent.
  if (written.length === 1 && initials.includes(written[0] ?? '')) return 'fits';
  const rest = written.filter((word) => !family.has(word));
  if (rest.length === written.length) return undefined;
  const isInitial = (one: string, of: string) => one.length === 1 && of.startsWith(one);
  if (
    rest.every((word) =>
      given.some((other) => word === other || isInitial(word, other) || isInitial(other, word) || mayBeSameGiven(word, other)),
    )
  )
    return 'fits';
  return rest.every((word) => given.some((other) => word.charAt(0) === other.charAt(0))) ? 'alike' : undefined;
}

/** Entries by each of their keys. */
export function byKeys<Entry>(
  entries: Iterable<Entry>,
  keysOf: (entry: Entry) => readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const key of new Set(keysOf(entry))) {
      const others = found.get(key);
      if (others) others.push(entry);
      else found.set(key, [entry]);
    }
  return found;
}

/** The keys by which a person is found whose whole name is not written. */
export const likelyKeysOf = (person: Called, job: string | undefined): readonly string[] => [
  ...familyWordsOf(person).map(familyKey),
  ...initialsOf(wordsOfName(person.name)).map(initialsKey),
  ...(job ? [jobKey(job)] : []),
];
