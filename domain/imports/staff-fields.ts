import { fieldsByHeading, letterOf, sayLetters } from './columns.js';

/** What a column of a staff list may hold, and the headings it goes by, best first. Case, spaces and hyphens play no part. */
export const STAFF_HEADINGS = {
  name: ['Name', 'Full name', 'Staff name'],
  firstName: ['First name', 'Forename', 'Forenames', 'Given name', 'Legal forename', 'Legal first name'],
  lastName: ['Last name', 'Surname', 'Family name', 'Legal surname', 'Legal last name'],
  /** What somebody is called where that is not their first name. */
  knownAs: ['Known as', 'Preferred name', 'Preferred first name', 'Preferred forename', 'Chosen name'],
  title: ['Title', 'Salutation', 'Honorific'],
  email: ['Email', 'Email address', 'Work email'],
  role: ['Job title', 'Role', 'Job', 'Post', 'Position', 'Job role', 'Current role', 'Occupation'],
  subjects: ['Subjects', 'Subject', 'Teaches'],
  phase: ['Phase', 'Phases', 'Key stage', 'Key stages'],
  start: ['Start date', 'Started', 'Start', 'Date started'],
  lineManager: ['Line manager', 'Manager', 'Line manager email', 'Reports to'],
  // A column headed “Tutor” alone mostly holds a form group.
  inductionTutor: ['Induction tutor', 'Induction tutor email'],
} as const;
export type StaffField = keyof typeof STAFF_HEADINGS;

/** What each is called where somebody chooses what a column holds. */
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
};
export const STAFF_FIELDS = Object.keys(STAFF_HEADINGS) as readonly StaffField[];

/** What more than one column may hold: each of them adds to it. */
const MAY_REPEAT: ReadonlySet<StaffField> = new Set(['subjects', 'phase']);

/** What somebody said of columns: the letter of each and what it holds, or null where it is left out. */
export type ChosenColumns = Readonly<Record<string, StaffField | null>>;

/** A column of a staff list, what its heading says that it holds, and what is read from it. */
export interface StaffColumn {
  readonly letter: string;
  /** As the file has it; empty where there is none. */
  readonly heading: string;
  readonly byHeading: StaffField | null;
  /** What it holds now: as somebody said, or else as its heading says. */
  readonly as: StaffField | null;
}

/** Every column of a file, in its order. */
export function staffColumns(headers: readonly string[], chosen: ChosenColumns = {}): readonly StaffColumn[] {
  const byHeading = fieldsByHeading<StaffField>(headers, STAFF_HEADINGS);
  return headers.map((heading, index) => {
    const [letter, said] = [letterOf(index), byHeading[index] ?? null];
    return { letter, heading, byHeading: said, as: chosen[letter] === undefined ? said : chosen[letter] };
  });
}

/** What is wrong with a column’s choice beside those of the others, in a sentence; undefined where nothing is. */
export function columnProblem({ letter, as }: StaffColumn, all: readonly StaffColumn[]): string | undefined {
  if (as === null || MAY_REPEAT.has(as)) return undefined;
  const others = all.filter((one) => one.as === as && one.letter !== letter).map((one) => one.letter);
  if (others.length === 0) return undefined;
  const which = others.length === 1 ? `Column ${sayLetters(others)} has` : `Columns ${sayLetters(others)} have`;
  return `${which} the same choice. Only one column can hold “${STAFF_FIELD_NAMES[as]}”, so leave out the ${others.length === 1 ? 'other' : 'others'}.`;
}
