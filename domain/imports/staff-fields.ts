import { plainKey } from '../text/folding.js';
import { fieldsByHeading, letterOf, sayLetters } from './columns.js';

const listed = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));
/** The family name that a person uses, beside another that is on their papers. */
const USED_FAMILY_NAMES = listed(
  'Preferred last name, Preferred surname, Preferred family name, Chosen surname, Chosen last name, Chosen family name',
  'Known as surname, Known as last name, Known as family name',
);

/** What a column of a staff list may hold, and the headings it goes by, best first. Case, spaces and hyphens play no part. */
export const STAFF_HEADINGS = {
  name: listed(
    'Name, Full name, Staff name, Display name, Employee name, Staff member, Employee, Surname Title Forename, Surname Forename',
    'Surname First name, Last name First name, Family name Given name, Title Forename Surname, Forename Surname',
    'Surname Forename Title, Name Surname Forename, Name Surname First, Teacher name, Staff full name, Employee full name',
    'Name of staff member, Member of staff, Colleague, Colleague name, First name Last name, First name and surname',
    'Title First name Last name, Names',
  ),
  firstName: listed(
    'First name, Forename, Forenames, Given name, First names, Given names, Legal forename, Legal first name, Legal given name',
    'Legal forenames, Legal first names, Legal given names, Fore name, Staff first name, Staff forename, Employee first name',
  ),
  lastName: [
    ...listed('Last name, Surname, Family name, Legal surname, Legal last name, Legal family name'),
    ...USED_FAMILY_NAMES,
    ...listed('Last names, Surnames, Staff surname, Staff last name, Employee last name'),
  ],
  /** What a person is called where that is not their first name. */
  knownAs: listed(
    'Known as, Preferred name, Preferred first name, Preferred forename, Preferred given name, Chosen name, Chosen first name',
    'Chosen forename, Chosen given name, Known as first name, Known as forename, Known as given name, Known as name',
  ),
  /** The family name that they use where that is not the one in `lastName`. */
  knownAsFamily: USED_FAMILY_NAMES,
  title: ['Title', 'Salutation', 'Honorific', 'Name title', 'Title prefix'],
  email: listed(
    'Email, Email address, Work email, Work email address, Email (work), School email, Primary email, Main email',
    'Primary email address, Main email address, Default email, Email 1, Mail, User principal name',
    'Default email address, School email address, Staff email, Staff email address, Email address (work), Email (school), Email (main)',
    'Email (primary), Email (default), Emails, Email addresses, Business email, Business email address, Business email information email address',
    'Professional email, Official email, Organisation email, Employee email, Employee email address, Contact email, Primary SMTP address',
    'Email 1 address, Email address 1, Email ID, Login email, Work mail',
  ),
  role: listed(
    'Job title, Role, Job, Post, Position, Job role, Current role, Occupation, Main role, Business role',
    'Business roles, Job titles, Employee title, Post title, Staff role, Role title, Role titles, Roles, Jobs, Posts, Positions',
    'Position title, Main job title, Primary job title, Current job title, Current post, Current position, Post held, Posts held',
    'Main post, Main position, Primary role, Job name, Role name, Post name, Job role title, Staff position, Employee role',
    'Designation, Job description, Post description, Role description, Business role title, Contract post, Contract role',
  ),
  subjects: listed('Subjects, Subject, Teaches, Subject taught, Subjects taught, Teaching subject, Teaching subjects, Main subject'),
  phase: listed('Phase, Phases, Key stage, Key stages, Phase taught, Teaching phase, Phase of education'),
  start: listed(
    'Start date, Started, Start, Date started, Employment start date, Date of joining, Date joined, Joined',
    'Joining date, Date of arrival, Contract start date, Employment start, Start of employment, Date of employment, Employed from',
    'Date employed, Arrival date, Commencement date, Date of commencement, Hire date, Date of hire, Appointment date',
    'Date of appointment, Date appointed, School start date, First day, Join date, Contract start',
  ),
  lineManager: listed(
    'Line manager, Manager, Line manager email, Manager email, Line manager name, Manager name, Reports to, Line mgr, Line mngr',
    'Line managers, Managers, Line mgr email, Line mgr name, Line manager email address, Manager email address, Line managers name',
    'Line managers email, Managers name, Managers email, Line managed by, Managed by, Reports to name, Reports to email',
    'Line manager full name, Supervisor, Supervisor name, Supervisor email',
  ),
  // A column headed “Tutor” alone mostly holds a form group.
  inductionTutor: listed(
    'Induction tutor, Induction tutor email, Induction tutor name, Induction tutor email address, ECT induction tutor',
  ),
  /** Those who have left are in the export of a personnel system as well. “End date” alone is doubtful: see `isAnyEnd`. */
  leaving: listed(
    'Leaving date, Date of leaving, Date left, Left, Employment end date, Leave date, Leaver date, Left date',
    'Employment end, End of employment, Date employment ended, Employment ended, End date of employment, Termination date',
    'Date of termination, Employment termination date, Last day, Last working day, Last day of employment, Last day of service',
    'Date of departure, Departure date, Departed, Exit date, Employed to, Employed until, Leaver, Has left, Leaving, Service end date',
    'Date of exit, End date, Date ended, Ended, Finish date, Finished, Date finished, Ending date',
  ),
  /** When a contract ends: its person may have another. */
  contractEnd: listed(
    'Contract end date, Contract end, End of contract, Contract ends, Contract ended, Contract expiry date, Contract expiry',
    'Contract expires, Contract finish date, Contract to, Contract until, Fixed term end date, Fixed term contract end date, Post end date',
    'Position end date, Role end date, Assignment end date, Expected end date',
  ),
  /** What an account or a post is, such as `Suspended`. */
  status: listed(
    'Status, Employment status, Staff status, Account status, Account enabled, Employee status, Enabled, Current status, Active',
  ),
  // “Disabled” alone is said of people.
  blocked: listed('Block credential, Sign-in blocked, Suspended, Account disabled, Blocked, Account blocked, Is suspended'),
} as const;
export type StaffField = keyof typeof STAFF_HEADINGS;

/** What each is called where a person chooses what a column holds. */
export const STAFF_FIELD_NAMES: { readonly [Field in StaffField]: string } = {
  name: 'Full name',
  firstName: 'Given name',
  lastName: 'Family name',
  knownAs: 'Known as',
  knownAsFamily: 'Known as (family name)',
  title: 'Title',
  email: 'Email',
  role: 'Job',
  subjects: 'Subjects',
  phase: 'Phase',
  start: 'Start date',
  lineManager: 'Line manager',
  inductionTutor: 'Induction tutor',
  leaving: 'Leaving date',
  contractEnd: 'Contract end date',
  status: 'Status',
  blocked: 'Sign-in blocked',
};
export const STAFF_FIELDS = Object.keys(STAFF_HEADINGS) as readonly StaffField[];

/** What holds dates, with words around them or without. */
const OF_DATES = ['start', 'leaving', 'contractEnd', 'status'] as const satisfies readonly StaffField[];
/** The columns of dates. */
export const datesOfStaff = (letters: Partial<Record<StaffField, readonly string[]>>): readonly string[] =>
  OF_DATES.flatMap((field) => letters[field] ?? []);

/** What more than one column may hold: each of them adds to it. */
const MAY_REPEAT: ReadonlySet<StaffField> = new Set(['subjects', 'phase', 'leaving', 'contractEnd', 'status', 'blocked']);

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
  /** Not its heading says so, but its cells. */
  readonly byCells?: true;
  /** It has no heading, and its cells go on with what the column before it that holds the same says: one name over two columns. */
  readonly goesOn?: true;
  /** What it holds now: as a person said, or else as its heading says. */
  readonly as: Field | null;
}
export type StaffColumn = Column<StaffField>;
export const isStaffField = (field: string): field is StaffField => field in STAFF_HEADINGS;

/** What the accounts of Microsoft 365 are known by. */
const MICROSOFT_ACCOUNT = plainKey('User principal name');

/** In the accounts of Microsoft 365 “Title” is a job; in a personnel system it is “Mrs”. */
function fieldsOf(headers: readonly string[]): readonly (StaffField | null)[] {
  const found = fieldsByHeading<StaffField>(headers, STAFF_HEADINGS);
  // The only family name of a list is the family name.
  const fields = found.includes('lastName') ? found : found.map((field) => (field === 'knownAsFamily' ? 'lastName' : field));
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
  { letter, as, goesOn }: Column,
  all: readonly Column[],
  nameOf: (field: ListField) => string = (field) => (isStaffField(field) ? STAFF_FIELD_NAMES[field] : field),
  mayRepeat: (field: ListField) => boolean = (field) => isStaffField(field) && MAY_REPEAT.has(field),
): string | undefined {
  if (as === null || goesOn || mayRepeat(as)) return undefined;
  const others = all.filter((one) => one.as === as && one.letter !== letter && !one.goesOn).map((one) => one.letter);
  if (others.length === 0) return undefined;
  const which = others.length === 1 ? `Column ${sayLetters(others)} has` : `Columns ${sayLetters(others)} have`;
  return `${which} the same choice. Only one column can hold “${nameOf(as)}”, so leave out the ${others.length === 1 ? 'other' : 'others'}.`;
}
