import { once } from '../../kernel/once.js';
import { JOBS_SHORTENED, TOPICS_SHORTENED, type ShortForm } from './short-forms.data.js';
import { isSmallWord, spokenWords } from './spoken-words.js';

const ALL: readonly ShortForm[] = [...JOBS_SHORTENED, ...TOPICS_SHORTENED];

/** Words as entries are named by them: without small ones, and in the singular. */
export const keyOf = (words: readonly string[]): string =>
  words
    .filter((word) => !isSmallWord(word))
    .join(' ')
    .replace(/(?<=[a-z0-9]{3})(?<!s)s$/, '');

const byKey = once(
  (): ReadonlyMap<string, ShortForm> => new Map(ALL.flatMap((one) => one.forms.map((form) => [keyOf(spokenWords(form)), one] as const))),
);

/** What is said in short or in full, where it is known to be. Read by the key of its words. */
export const shortFormOf = (key: string): ShortForm | undefined => byKey().get(key);

/** With each name that is short for something, or is what something is short for, all other forms of it. */
export const inEveryForm = (names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => [name, ...(shortFormOf(keyOf(spokenWords(name)))?.forms ?? [])])),
];

/** A form in the words of a title, and not beside words that make another job of it. */
function patternOf({ forms, notAfter = [], notBefore = [] }: ShortForm): RegExp {
  const before = notAfter.map((words) => `(?<! ${words})`).join('');
  const after = notBefore.map((word) => `(?! ${word} )`).join('');
  return new RegExp(`${before} (?:${forms.map((form) => spokenWords(form).join(' ')).join('|')})s?(?= )${after}`);
}
const patterns = once(() => ALL.map((one) => ({ pattern: patternOf(one), words: one.forms.join(' ') })));
/** The first words of all forms: most titles have none of them. */
const beginnings = once(
  () => new RegExp(` (?:${[...new Set(ALL.flatMap(({ forms }) => forms.map((form) => spokenWords(form)[0])))].join('|')})s? `),
);
const HEAD_OF = /(?<! deputy| assistant) head of ((?:\S+ ){1,4})/;

/** What else a job title is found by: every form of what it says in short or in full. `isSubject`: whose head is a head of department. */
export function otherFormsIn(title: string, isSubject: (words: readonly string[]) => boolean): readonly string[] {
  // Of which year, or key stage, says nothing here.
  const text = ` ${spokenWords(title).join(' ')} `.replace(/ (year|ks)\d+(?= )/g, ' $1');
  const found = beginnings().test(text) ? patterns().flatMap(({ pattern, words }) => (pattern.test(text) ? [words] : [])) : [];
  const what = HEAD_OF.exec(text)?.[1]?.trim().split(' ') ?? [];
  const leads = what.some((_, length) => isSubject(what.slice(0, length + 1)));
  const department = leads ? shortFormOf('hod') : undefined;
  return department ? [...found, department.forms.join(' ')] : found;
}
