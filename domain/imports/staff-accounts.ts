import { foldedWords } from '../text/folding.js';
import { cell, columnName, headingKey, letterOf, upTo, type RawRow } from './columns.js';

/** Where an account belongs, what it may use, and which kind it is: columns of directories that nobody chooses. */
type AccountKind = 'unit' | 'department' | 'licence';
export interface AccountColumn {
  readonly letter: string;
  readonly column: string;
  readonly kind: AccountKind;
}

const KINDS: Readonly<Record<AccountKind, RegExp>> = {
  unit: /^(?:org(?:ani[sz]ation(?:al)?)?unit(?:path|name)?s?|ou|oupath|(?:onpremises)?distinguishedname)$/,
  department:
    /^(?:departments?|dept|departmentname|(?:employee|user|person|account|member)(?:type|category)|usertypes?|primaryaffiliation)$/,
  licence: /^(?:assigned|product)?(?:licen[sc]es?|products?)(?:assigned)?$|^skus?$|^skupartnumber$/,
};

export const accountColumns = (headers: readonly string[]): readonly AccountColumn[] =>
  headers.flatMap((heading, index) => {
    const key = headingKey(heading);
    const kind = (Object.keys(KINDS) as AccountKind[]).find((one) => KINDS[one].test(key));
    const letter = letterOf(index);
    return kind ? [{ letter, kind, column: columnName(headers, letter) }] : [];
  });

const STUDENTS: ReadonlySet<string> = new Set('student students pupil pupils learner learners'.split(' '));
/** What may stand beside them. With any other word, as in “Student Services”, it is the work of staff. */
const BESIDE = new Set(
  'account accounts user users all current year years yr group groups cohort intake entry class of in the ks sixth form primary secondary school academy college junior senior ou dc local'.split(
    ' ',
  ),
);
/** `STANDARDWOFFPACK_FACULTY` too. */
const STAFF = /(?:^|[^a-z])(?:staff|faculty|teachers?|teaching|employees?|colleagues?)(?![a-z])/i;
/** `Microsoft 365 A3 for students`, `STANDARDWOFFPACK_STUDENT`, `M365EDU_A3_STUUSEBNFT`. */
const LICENCE_OF_STUDENTS = /(?:^|[^a-z])students?(?![a-z])|_stuuse/i;

/** “Year 9 students”, “2022”, “y7”: whether these words, figures aside, name students alone. */
function namesStudents(text: string): boolean {
  const words = foldedWords(text).flatMap((word) => word.match(/[a-z]+/g) ?? []);
  return words.some((word) => STUDENTS.has(word)) && words.every((word) => STUDENTS.has(word) || BESIDE.has(word) || word.length === 1);
}

/** Whether a cell says that its account is a student’s. A path says so with any of its parts, unless another is of staff; “Deputy Head, Pupils” is a job. */
function isOfStudents(text: string, kind: AccountKind): boolean {
  if (STAFF.test(text)) return false;
  if (kind === 'licence') return LICENCE_OF_STUDENTS.test(text);
  return kind === 'unit' ? text.split(PARTS).some(namesStudents) : namesStudents(text);
}

/** Between the parts of a path or of a distinguished name. */
const PARTS = /[/\\,;>=]/;
/** A part of a directory for accounts that no person has of their own. */
const NO_PEOPLE =
  /^\s*(?:shared|generic|service|kiosks?|rooms?|devices?|resources?|equipment|printers?|(?:shared )?mailbox(?:es)?|test)(?: (?:users?|accounts?|mailbox(?:es)?))?\s*$/i;

interface Said {
  readonly letter: string;
  readonly column: string;
  readonly text: string;
  readonly message: string;
  readonly choices?: readonly string[];
}

/** What a cell may be corrected to where its account is one of staff. */
const OF_STAFF = ['Staff'];

/** The cell by which a row is a student’s or a pupil’s; undefined where it is not. `job` is where it says what they do. */
export function whyOfStudents(
  raw: RawRow,
  columns: readonly AccountColumn[],
  job: Omit<AccountColumn, 'kind'> | undefined,
): Said | undefined {
  const all = [...columns, ...(job ? [{ ...job, kind: 'department' as const }] : [])];
  const found = all.find(({ letter, kind }) => isOfStudents(cell(raw, letter), kind));
  if (!found) return undefined;
  const { letter, column, kind } = found;
  const text = upTo(200, cell(raw, letter));
  const message = `“${upTo(60, text)}” is for pupils or students, so we do not import this person.`;
  // A job is never written over with a word that is none.
  return { letter, column, text, message, ...((letter !== job?.letter || kind !== 'department') && { choices: OF_STAFF }) };
}

/** Why an account may be no person’s, where its place or its licence says it. It is imported all the same. */
export function whyNoPerson(raw: RawRow, columns: readonly AccountColumn[]): Said | undefined {
  for (const { letter, column, kind } of columns) {
    const text = upTo(200, cell(raw, letter));
    const place = { letter, column, text };
    if (kind === 'licence' && /^(?:unlicen[sc]ed|none)$/i.test(text))
      return {
        ...place,
        message: 'This account has no licence. It may be a shared mailbox, or of a person who has left. If so, leave it out.',
      };
    if (kind === 'unit' && text.split(PARTS).some((part) => NO_PEOPLE.test(part)))
      return {
        ...place,
        message: `“${upTo(60, text)}” may be for rooms, devices or shared mailboxes. If this is not a person, leave it out.`,
      };
  }
  return undefined;
}
