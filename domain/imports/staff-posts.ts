import { SUBJECTS } from '../uk/taxonomy/subjects.js';
import { folded, foldedWords } from '../text/folding.js';
import { titleOf } from '../text/names.js';
import { upTo } from './columns.js';
import { subjectAsWritten } from './lookups.js';
import { isNoName } from './staff-address.js';
import { nameIn } from './staff-name.js';
import type { StaffField } from './staff-fields.js';

const NOT_YET = 'to be (?:appointed|confirmed|advised|announced|decided|filled)';
/** That nobody has a post. Beside a name it is doubtful whose row it is. */
const OPEN = `(?:(?:post|position|role) (?:is )?(?:vacant|unfilled|open)|vacanc(?:y|ies)|vacant|unfilled|unstaffed|${NOT_YET}|not (?:yet )?(?:appointed|in post)|awaiting appointment|no one in post)(?: posts?| positions?)?`;
/** Why a person has a post. `Pat Cover` and `Mat Cover` are people. */
const TAKEN =
  '(?:(?:maternity|paternity|parental|adoption|long[ -]term|sick(?:ness)?|supply)(?: leave)?|mat(?:\\.| leave)) cover|new (?:appointment|starter|post ?holder)';
const BOUND = ['(?<![\\p{L}\\p{N}])(?:', ')(?![\\p{L}\\p{N}])'] as const;
const ABOUT_POST = new RegExp(BOUND.join(`${OPEN}|${TAKEN}`), 'giu');
const IS_OPEN = new RegExp(BOUND.join(OPEN), 'iu');
/** Of a post only where no name stands beside it: `Tba` is a name. */
const NOT_KNOWN = new RegExp(BOUND.join('t\\.?b\\.?[acd]'), 'giu');
const SEPARATORS = /\u0000|[()[\]{}:;]|\s[-–—|/]+\s|[–—]/;

/** Words of jobs, times and hours, by which nobody is told from others. */
const OF_POSTS: ReadonlySet<string> = new Set(
  [
    'post posts position positions role job teacher teachers teaching tutor lecturer of for the an in from to until till and at on with is now new',
    'head deputy assistant lead leader subject coordinator ordinator co director manager technician ta hlta lsa cover supervisor officer admin',
    'administrator receptionist caretaker cleaner midday year yr key stage ks eyfs reception nursery class form department dept faculty term',
    'autumn spring summer easter christmas january february march april may june july august september october november december jan feb mar apr',
    'jun jul aug sep sept oct nov dec full part time ft pt fte days hours hrs temporary temp permanent perm fixed maternity paternity leave supply',
    'starter starts starting start ect nqt trainee sen senco send support staff pastoral learning mentor primary secondary sixth group tbc tba tbd',
    'vacant vacancy unfilled currently one two three mr mrs ms miss mx dr hons date dates due asap agency advert advertised advertising interview',
    'interviews recruiting pending frozen hold unknown name none vice executive librarian counsellor nurse chaplain cook driver sendco',
    'house academy classroom graduate apprentice intern phase charge early years higher level',
  ].flatMap((line) => line.split(' ')),
);
const OF_SUBJECTS: ReadonlySet<string> = new Set(
  SUBJECTS.flatMap(({ name, synonyms }) => [name, ...(synonyms ?? [])].flatMap((words) => foldedWords(words))),
);

/** Months and subjects that are given names as well: before a whole name they are part of it. */
const ALSO_GIVEN: ReadonlySet<string> = new Set('april may june jan august art'.split(' '));

const isOfPost = (word: string): boolean =>
  OF_POSTS.has(word) || isNoName(word) || OF_SUBJECTS.has(word) || subjectAsWritten(word) !== undefined;
/** A letter alone and a word with a figure are part of no name that can be told: `2B`, `KS3`. */
const isNameLike = (word: string): boolean => !/\d/.test(word) && !/^[a-z]$/.test(word) && !isOfPost(word);
/** Whether a word of a text may be one of a name: none of jobs, subjects and rooms. */
export const hasName = (text: string): boolean => foldedWords(text).some(isNameLike);

/** A longer cell holds no name. */
const NAME_CELL_LIMIT_LETTERS = 200;
/** Who is covered, or since when: `for Ann Ray`, `from September`. */
const FURTHER = /(?:^|\s)(?:for|of|from|until|till|since|starting|starts|covering|replacing|instead of|née|nee)(?:\s.*)?$/iu;
const trimmed = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}.’']+$/gu, '');

/** What stands in a cell beside the words of a post. */
interface Beside {
  /** As the cell has it without them; empty where nothing is left. */
  readonly rest: string;
  /** Whom the row may be about, where that is doubtful. */
  readonly choices: readonly string[];
}

function beside(written: string): Beside | undefined {
  const about = written.length > NAME_CELL_LIMIT_LETTERS ? null : written.match(ABOUT_POST);
  if (!about) return undefined;
  const parts = written.replace(ABOUT_POST, '\u0000').split(SEPARATORS).map(trimmed).filter(Boolean);
  const own = parts.map((part) => trimmed(part.replace(FURTHER, ''))).filter(Boolean);
  const names = own.filter(hasName);
  const others = parts.map((part) => trimmed(part.replace(/^(?:for|of|covering|replacing|instead of)\s/iu, ''))).filter(hasName);
  const whole = names[0] ?? others[0] ?? own[0] ?? '';
  const rest = withoutJobs(whole);
  const isSure = names.length === 1 && others.length === 1 && !IS_OPEN.test(written) && whole === withoutJobs(whole, true);
  return { rest, choices: isSure ? [] : [...new Set([rest, withoutJobs(whole, true), ...names, ...others, about[0]])].filter(Boolean) };
}

/** `Teacher of RE Jane Smith`: words of jobs before a whole name, and figures after it. Other words after it may be a surname, as `English`. */
function withoutJobs(text: string, isAlsoAfter = false): string {
  const words = text.split(' ');
  const isJob = (word = '') => !hasName(word) && !/^\p{L}\.?$/u.test(word);
  const isAfter = (word = '') => /\d/.test(word) || (isAlsoAfter && isJob(word));
  const isBefore = (word = '') => isJob(word) && titleOf(word) === undefined && !ALSO_GIVEN.has(folded(word));
  // A name of two words is whole.
  while (words.length > 2 && isBefore(words[0])) words.shift();
  while (words.length > 2 && isAfter(words.at(-1))) words.pop();
  return trimmed(words.join(' '));
}

/** Whether what stands where a name should is a post that nobody has, or has yet: words of posts, and nothing that may be a name. */
export function isPost(written: string): boolean {
  const rest = written.replace(ABOUT_POST, ' ').replace(NOT_KNOWN, ' ');
  return rest !== written && !hasName(rest);
}

const FIELDS = ['name', 'firstName', 'lastName', 'knownAs', 'knownAsFamily'] as const;

/** The name cells of a row without words of posts. `post`: the row is about nobody. `said`: what is told of the cell that had them. */
export interface BesidePosts {
  readonly read: (field: StaffField) => string;
  readonly post?: { readonly field: StaffField; readonly written: string };
  readonly said?: { readonly field: StaffField; readonly message: string; readonly choices?: readonly string[] };
}

/** Jane Smith in `Jane Smith (Maternity cover)`: a person who covers a post works here. */
export function besidePosts(read: (field: StaffField) => string): BesidePosts {
  const filled = FIELDS.filter((field) => read(field) !== '');
  const written = filled.map(read).join(' ');
  const [first] = filled;
  if (first !== undefined && (isPost(written) || isPost(nameIn(read).name)))
    return { read, post: { field: first, written: upTo(60, read(first)) } };
  const cells = new Map(filled.flatMap((field) => [[field, beside(read(field))] as const]));
  const found = filled.find((field) => cells.get(field));
  if (found === undefined) return { read };
  const without = (field: StaffField) => cells.get(field as (typeof FIELDS)[number])?.rest ?? read(field);
  const isOnly = filled.length === 1;
  // Only in a cell that is the whole name the post alone can be chosen, which leaves the row out.
  const choices = (cells.get(found)?.choices ?? []).filter((choice) => isOnly || !isPost(choice));
  const told = `“${upTo(60, read(found))}” names a post as well, so we write the name as “${upTo(60, nameIn(without).name)}”.`;
  const message = choices.length > 0 ? `${told} Check who this row is about.` : told;
  return { read: without, said: { field: found, message, ...(choices.length > 0 && { choices }) } };
}

/** Said of the row of such a post. */
export const sayPost = (written: string): string =>
  `“${written}” is a post and not a person, so we leave this row out. Import the person once they are appointed.`;
