import type { Day } from '../kernel/brand.js';
import { email as emailSchema, name as nameSchema } from '../people/person.events.js';
import { cell, dayFromCell, findColumns, type RawRow, type RowProblem, isBlank } from './columns.js';

/** A member of staff as a school's spreadsheet describes them. People are named by e-mail address. */
export interface StaffImport {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly subjects: readonly string[];
  readonly phases: readonly string[];
  readonly from: Day;
  readonly lineManager: string | null;
  readonly inductionTutor: string | null;
}

export interface StaffPlan {
  readonly staff: readonly StaffImport[];
  readonly problems: readonly RowProblem[];
}

/** What reading a staff file needs to know of the world. */
export interface StaffLookups {
  /** The taxonomy's id of a subject as a school writes it, or undefined. */
  readonly subject: (text: string) => string | undefined;
  readonly phase: (text: string) => string | undefined;
  /** E-mail addresses, in lower case, of those who are members already: they may be named as managers and tutors. */
  readonly isMember: (email: string) => boolean;
  /** The day from which people without a start date are members. */
  readonly today: Day;
}

const KNOWN = {
  name: ['Name', 'Full name', 'Staff name'],
  firstName: ['First name', 'Forename', 'Given name'],
  lastName: ['Last name', 'Surname', 'Family name'],
  email: ['E-mail', 'Email', 'Email address', 'Work email', 'E-mail address'],
  role: ['Role', 'Job title', 'Post', 'Position'],
  subjects: ['Subjects', 'Subject', 'Teaches'],
  phase: ['Phase', 'Phases', 'Key stage', 'Key stages'],
  start: ['Start date', 'Started', 'Start', 'Date started'],
  lineManager: ['Line manager', 'Manager', 'Line manager email', 'Reports to'],
  inductionTutor: ['Induction tutor', 'Induction tutor email', 'Tutor'],
} as const;
type Columns = Partial<Record<keyof typeof KNOWN, string>>;

/** Reads every row; never throws. A row with an error is kept out; a note says what was left out of a row that stays. */
export function planStaff(headers: readonly string[], rows: readonly RawRow[], look: StaffLookups): StaffPlan {
  const columns = findColumns(headers, KNOWN);
  const hasName = columns.name !== undefined || (columns.firstName !== undefined && columns.lastName !== undefined);
  if (!hasName || columns.email === undefined) {
    const wanted = [hasName ? '' : '“Name”', columns.email === undefined ? '“E-mail”' : ''].filter(Boolean).join(' and ');
    return {
      staff: [],
      problems: [{ row: 1, weight: 'error', message: `The file has no column ${wanted}. The first row must name the columns.` }],
    };
  }
  const problems: RowProblem[] = [];
  const byEmail = new Map<string, StaffImport>();
  const emailsByName = new Map<string, readonly string[]>();
  for (const raw of rows) {
    const read = readRow(raw, columns, look, problems);
    if (!read) continue;
    const key = read.email.toLowerCase();
    const earlier = byEmail.get(key);
    if (earlier) {
      problems.push({
        row: read.row,
        column: columns.email ?? 'E-mail',
        weight: 'error',
        message: `${read.email} is in row ${earlier.row} already. The first row is used.`,
      });
      continue;
    }
    byEmail.set(key, read);
    const byName = read.name.toLowerCase();
    emailsByName.set(byName, [...(emailsByName.get(byName) ?? []), key]);
  }
  const staff = [...byEmail.values()].map((person) => withManagers(person, { byEmail, emailsByName, columns, look, problems }));
  return { staff, problems: problems.toSorted((a, b) => a.row - b.row) };
}

function readRow(raw: RawRow, columns: Columns, look: StaffLookups, problems: RowProblem[]): StaffImport | undefined {
  const { row } = raw;
  const read = (field: keyof typeof KNOWN) => cell(raw, columns[field]);
  if (isBlank(raw)) return undefined;
  const fail = (column: string | undefined, message: string) =>
    void problems.push({ row, ...(column ? { column } : {}), weight: 'error', message });
  const note = (column: string | undefined, message: string) =>
    void problems.push({ row, ...(column ? { column } : {}), weight: 'note', message });

  const name = nameSchema.safeParse(columns.name ? read('name') : `${read('firstName')} ${read('lastName')}`);
  const address = emailSchema.safeParse(read('email'));
  if (!name.success) fail(columns.name ?? columns.lastName, name.error.issues[0]?.message ?? 'The name is missing.');
  if (!address.success)
    fail(columns.email, read('email') ? `“${read('email').slice(0, 80)}” is not an e-mail address.` : 'The e-mail address is missing.');
  const started = read('start');
  const from = started ? dayFromCell(started) : look.today;
  if (from === undefined) fail(columns.start, `“${started.slice(0, 40)}” is not a date. Write it as 01/09/2026.`);
  if (!name.success || !address.success || from === undefined) return undefined;

  return {
    row,
    name: name.data,
    email: address.data,
    jobTitle: read('role').slice(0, 80),
    subjects: known(read('subjects'), look.subject, (word) =>
      note(columns.subjects, `We do not know the subject “${word}”. It is left out; the person can add it to their profile.`),
    ),
    phases: known(read('phase'), look.phase, (word) => note(columns.phase, `We do not know the phase “${word}”. It is left out.`)),
    from: from as Day,
    lineManager: read('lineManager') || null,
    inductionTutor: read('inductionTutor') || null,
  };
}

function known(text: string, find: (word: string) => string | undefined, unknown: (word: string) => void): readonly string[] {
  const found = new Set<string>();
  for (const word of text.split(/[;,/|]/).map((part) => part.trim())) {
    if (!word) continue;
    const id = find(word);
    if (id) found.add(id);
    else unknown(word.slice(0, 60));
  }
  return [...found].slice(0, 8);
}

interface Names {
  readonly byEmail: ReadonlyMap<string, StaffImport>;
  readonly emailsByName: ReadonlyMap<string, readonly string[]>;
  readonly columns: Columns;
  readonly look: StaffLookups;
  readonly problems: RowProblem[];
}

/** Managers and tutors are named by address, or by a name that only one row of the file has. */
function withManagers(person: StaffImport, names: Names): StaffImport {
  const resolve = (field: 'lineManager' | 'inductionTutor', what: string): string | null => {
    const named = person[field];
    if (named === null) return null;
    const key = named.toLowerCase();
    const note = (message: string) => {
      names.problems.push({ row: person.row, column: names.columns[field] ?? what, weight: 'note', message });
      return null;
    };
    if (key === person.email.toLowerCase() || key === person.name.toLowerCase())
      return note(`Nobody is their own ${what}. It is left out.`);
    if (names.byEmail.has(key) || names.look.isMember(key)) return key;
    const emails = names.emailsByName.get(key) ?? [];
    if (emails.length === 1) return emails[0] ?? null;
    return note(
      emails.length > 1
        ? `More than one person in the file is called ${named}. Write the ${what}’s e-mail address instead.`
        : `We found nobody called “${named.slice(0, 80)}”. The ${what} is left out.`,
    );
  };
  return { ...person, lineManager: resolve('lineManager', 'line manager'), inductionTutor: resolve('inductionTutor', 'induction tutor') };
}
