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
  inductionTutor: ['Induction tutor', 'Induction tutor email', 'Tutor'],
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
export const isStaffField = (text: unknown): text is StaffField => typeof text === 'string' && Object.hasOwn(STAFF_HEADINGS, text);

/** What somebody said of columns that were not recognised: the place of each in the file, from 1, and what it holds. */
export type ChosenColumns = Readonly<Record<number, StaffField>>;

/** A column whose heading stands for nothing that is imported, and what somebody said it holds. */
export interface UnknownColumn {
  /** Its place in the file, from 1. */
  readonly at: number;
  readonly name: string;
  readonly as: StaffField | null;
}
