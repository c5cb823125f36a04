import { plainKey } from '../text/folding.js';
import { fieldsByHeading, letterOf, sayLetters } from './columns.js';

const listed = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/** What a column of a staff list may hold, and the headings it goes by, best first. Case, spaces and hyphens play no part. */
export const STAFF_HEADINGS = {
  name: listed(
    'Name, Full name, Staff name, Display name, Employee name, Staff member, Employee, Surname Title Forename, Surname Forename',
    'Surname First name, Last name First name, Family name Given name, Title Forename Surname, Forename Surname',
    'Surname Forename Title, Name Surname Forename, Name Surname First, Teacher name',
  ),
  firstName: listed(
    'First name, Forename, Forenames, Given name, First names, Given names, Legal forename, Legal first name, Legal given name',
    'Legal forenames, Legal first names, Legal given names',
  ),
  lastName: listed(
    'Last name, Surname, Family name, Legal surname, Legal last name, Legal family name, Preferred last name',
    'Preferred surname, Preferred family name, Chosen surname, Chosen last name, Chosen family name',
    'Known as surname, Known as last name, Known as family name',
  ),
  /** What a person is called where that is not their first name. */
  knownAs: listed(
    'Known as, Preferred name, Preferred first name, Preferred forename, Preferred given name, Chosen name, Chosen first name',
    'Chosen forename, Chosen given name, Known as first name, Known as forename, Known as given name, Known as name',
  ),
  title: ['Title', 'Salutation', 'Honorific'],
  email: listed(
    'Email, Email address, Work email, Work email address, Email (work), School email, Primary email, Main email',
    'Primary email address, Main email address, Default email, Email 1, Mail, User principal name',
  ),
  role: listed(
    'Job title, Role, Job, Post, Position, Job role, Current role, Occupation, Main role, Business role',
    'Business roles, Job titles, Employee title, Post title, Staff role',
  ),
  subjects: ['Subjects', 'Subject', 'Teaches'],
  phase: ['Phase', 'Phases', 'Key stage', 'Key stages'],
  start: listed(
    'Start date, Started, Start, Date started, Employment start date, Date of joining, Date joined, Joined',
    'Joining date, Date of arrival, Contract start date',
  ),
  lineManager: ['Line manager', 'Manager', 'Line manager email', 'Manager email', 'Line manager name', 'Manager name', 'Reports to'],
  // A column headed “Tutor” alone mostly holds a form group.
  inductionTutor: ['Induction tutor', 'Induction tutor email'],
  /** Those who have left are in the export of a personnel system as well. */
  leaving: ['Leaving date', 'Date of leaving', 'Date left', 'Left', 'Employment end date', 'Leave date'],
  /** What an account or a post is, such as `Suspended`. */
  status: ['Status', 'Employment status', 'Staff status', 'Account status', 'Account enabled'],
  blocked: ['Block credential', 'Sign-in blocked', 'Suspended'],
} as const;
export type StaffField = keyof typeof STAFF_HEADINGS;

/** What each is called where a person chooses what a column holds. */
export const STAFF_FIELD_NAMES: { readonly [Field in StaffField]: string } = {
  name: 'Full name',
  firstName: 'Given name',
  lastName: 'Family name',
  knownAs: 'Known as',
  title: 'Title',
  email: 'Email',
  role: 'Job',
  subjects: 'Subjects',
  phase: 'Phase',
  start: 'Start date',
  lineManager: 'Line manager',
  inductionTutor: 'Induction tutor',
  leaving: 'Leaving date',
  status: 'Status',
  blocked: 'Sign-in blocked',
};
export const STAFF_FIELDS = Object.keys(STAFF_HEADINGS) as readonly StaffField[];

/** What more than one column may hold: each of them adds to it. */
const MAY_REPEAT: ReadonlySet<StaffField> = new Set(['subjects', 'phase', 'leaving', 'status', 'blocked']);

/** What a column of any list may hold: a `StaffField` or a `SchoolField`, by name. Each list takes those of its own. */
export type ListField = string;
/** What a person said of columns: the letter of each and what it holds, or null where it is left out. */
export type ChosenColumns = Readonly<Record<string, ListField | null>>;

/** A column of a list, what its heading says that it holds, and what is read from it. */
export interface Column<Field extends ListField = ListField> {
  readonly letter: string;
  /** As the file has it; empty where there is none. */
  readonly heading: string;
  readonly byHeading: Field | null;
  /** What it holds now: as a person said, or else as its heading says. */
  readonly as: Field | null;
}
export type StaffColumn = Column<StaffField>;
export const isStaffField = (field: string): field is StaffField => field in STAFF_HEADINGS;

/** What the accounts of Microsoft 365 are known by. */
const MICROSOFT_ACCOUNT = plainKey('User principal name');

/** In the accounts of Microsoft 365 “Title” is a job; in a personnel system it is “Mrs”. */
function fieldsOf(headers: readonly string[]): readonly (StaffField | null)[] {
  const fields = fieldsByHeading<StaffField>(headers, STAFF_HEADINGS);
  if (fields.includes('role') || !headers.some((heading) => plainKey(heading) === MICROSOFT_ACCOUNT)) return fields;
  return fields.map((field) => (field === 'title' ? 'role' : field));
}

/** Every column of a file, in its order. */
export const staffColumns = (headers: readonly string[], chosen: ChosenColumns = {}): readonly StaffColumn[] =>
  withChosen<StaffField>(
    headers,
    fieldsOf(headers),
    Object.fromEntries(Object.entries(chosen).map(([letter, as]) => [letter, as !== null && isStaffField(as) ? as : null])),
  );

/** Columns by their headings, and by what a person said of them. */
export function withChosen<Field extends ListField>(
  headers: readonly string[],
  byHeading: readonly (Field | null)[],
  chosen: Readonly<Record<string, Field | null>>,
): readonly Column<Field>[] {
  return headers.map((heading, index) => {
    const letter = letterOf(index);
    const said = byHeading[index] ?? null;
    const as = chosen[letter];
    return { letter, heading, byHeading: said, as: as === undefined ? said : as };
  });
}

/** What is wrong with a column’s choice beside those of the others, in a sentence; undefined where nothing is. */
export function columnProblem(
  { letter, as }: Column,
  all: readonly Column[],
  nameOf: (field: ListField) => string = (field) => (isStaffField(field) ? STAFF_FIELD_NAMES[field] : field),
  mayRepeat: (field: ListField) => boolean = (field) => isStaffField(field) && MAY_REPEAT.has(field),
): string | undefined {
  if (as === null || mayRepeat(as)) return undefined;
  const others = all.filter((one) => one.as === as && one.letter !== letter).map((one) => one.letter);
  if (others.length === 0) return undefined;
  const which = others.length === 1 ? `Column ${sayLetters(others)} has` : `Columns ${sayLetters(others)} have`;
  return `${which} the same choice. Only one column can hold “${nameOf(as)}”, so leave out the ${others.length === 1 ? 'other' : 'others'}.`;
}
