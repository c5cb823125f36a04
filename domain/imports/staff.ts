import type { Day } from '../kernel/brand.js';
import { name as nameSchema } from '../people/person.events.js';
import { comparableEmail } from '../text/folding.js';
import { LINK_IN_NAME } from '../text/links.js';
import { comparableName, isTitleAlone, type NameParts } from '../text/names.js';
import { oddDomains } from './odd-domains.js';
import {
  cell,
  columnName,
  CORRECT_CELL,
  CORRECT_IN_FILE,
  isBlank,
  lettersOf,
  NO_ROW,
  sayCutOff,
  sayLetters,
  upTo,
  type RawRow,
  type RowProblem,
} from './columns.js';
import { accountColumns, whyNoPerson, whyOfStudents, type AccountColumn } from './staff-accounts.js';
import { isNoName, isShared, readAddress } from './staff-address.js';
import { nameBesideBrackets, withoutBrackets, withoutFootings } from './staff-rows.js';
import { isInOtherRow, keptOutByName, type KeptOut } from './staff-kept-out.js';
import { notesOfUnheaded, textOver } from './staff-goes-on.js';
import { isNoPart } from './staff-name-beside.js';
import { linkedIn, nameIn, REQUIRED_FIELDS, spoiltIn } from './staff-name.js';
import { notesOfName } from './staff-name-notes.js';
import { besidePosts, sayPost } from './staff-posts.js';
import { byKeys, likelyKeysOf } from './staff-likely.js';
import { withManagers, type Above, type CalledMember } from './staff-managers.js';
import { mendedText } from './spoilt-text.js';
import { notesOfCells, notesOfUnseen } from './staff-marks.js';
import { mannerOf, notesOfManner, type DateManner, type Dating } from './date-manner.js';
import { type StartAhead, notesOfStarts, startIn } from './staff-dates.js';
import { whatIsUnclear } from './staff-unclear.js';
import { notesOfEnds } from './staff-end-notes.js';
import { isAnyEnd, isEarlierContract, leftEitherWay, NOT_IMPORTED, whyNotHere } from './staff-leavers.js';
import { leaverIn, type ListOf } from './which-list.js';
import { managersBothWays } from './managers-both-ways.js';
import { staffColumnsOf } from './staff-columns.js';
import { datesOfStaff, STAFF_FIELD_NAMES, type ChosenColumns, type StaffColumn, type StaffField } from './staff-fields.js';

/** A member of staff as a school's spreadsheet describes them. People are named by e-mail address. */
export interface StaffImport {
  readonly row: number;
  readonly name: string;
  /** What the file says of the parts of the name. */
  readonly names: NameParts;
  readonly email: string;
  readonly jobTitle: string;
  readonly subjects: readonly string[];
  readonly phases: readonly string[];
  /** From when they would be a member: their start date, or today. */
  readonly from: Day;
  /** As the file has it; null where it says nothing that can be read. */
  readonly startDate: Day | null;
  /** The file has a start date that is left out: it cannot be read, or cannot be meant. */
  readonly startLeftOut?: true;
  readonly lineManager: string | null;
  readonly inductionTutor: string | null;
  /** The address in the file, which a member had before: `email` is the one that they have since. */
  readonly formerEmail?: string;
}

export interface StaffPlan {
  readonly staff: readonly StaffImport[];
  readonly problems: readonly RowProblem[];
  /** Who is in the rows that are kept out, as far as they can be read. */
  readonly keptOut: readonly KeptOut[];
}

/** What reading a staff file needs to know of the world. */
export interface StaffLookups {
  /** The taxonomy's ids of subjects as a school writes them; none where it knows none. */
  readonly subjects: (text: string) => readonly string[];
  readonly phase: (text: string) => string | undefined;
  /** E-mail addresses, in lower case, of those who are members already: they may be named as managers and tutors. */
  readonly isMember: (email: string) => boolean;
  /** The members of the school whose name has this `nameKey`, or who have one of `likelyKeysOf`. */
  readonly membersCalled?: (key: string) => readonly CalledMember[];
  /** Members whose records were joined: their own address, by each other that they have. */
  readonly joined?: ReadonlyMap<string, string>;
  /** The day from which people without a start date are members. */
  readonly today: Day;
  /** Whether a person corrected a cell here. */
  readonly isCorrected?: (row: number, letter: string) => boolean;
  /** The rows as the file has them, where `rows` were corrected: what a column holds is decided by these. */
  readonly uncorrected?: readonly RawRow[];
  /** Nothing can be chosen or corrected but in the file. */
  readonly inFile?: true;
  /** Whom the list names; staff of today where it is not said. */
  readonly list?: ListOf;
  /** How the file writes its dates, where it was looked at before cells were corrected. */
  readonly manner?: DateManner;
}

/** Where each field is read from. */
interface Columns {
  readonly letters: Partial<Record<StaffField, readonly string[]>>;
  /** The column of a field, as the file names it. */
  readonly nameOf: (field: StaffField, at?: number) => string | undefined;
  readonly when: Dating;
  readonly headers: readonly string[];
  /** What else says whose an account is. */
  readonly accounts: readonly AccountColumn[];
  /** Addresses of rows that have not ended: a person may have a row for each contract. */
  readonly goOn: () => ReadonlySet<string>;
  /** Columns without a heading in which the name of the one before them goes on. */
  readonly goesOn: ReadonlySet<string>;
}

/** Reads every row; never throws. A row with an error is kept out; a note says what was left out of a row that stays. */
export function planStaff(headers: readonly string[], rows: readonly RawRow[], look: StaffLookups, chosen: ChosenColumns = {}): StaffPlan {
  const all = staffColumnsOf(headers, look.uncorrected ?? rows, chosen);
  const letters = lettersOf(all.map(({ as }) => as));
  const unclear = whatIsUnclear(all, letters, look);
  if (unclear.length > 0) return { staff: [], problems: unclear, keptOut: [] };
  const names = new Map(Object.entries(letters).map(([field, of]) => [field, of.map((letter) => columnName(headers, letter))]));
  const nameOf = (field: StaffField, at = 0) => names.get(field)?.[at];
  const { people, notes } = withoutFootings(rows, headers);
  let open: ReadonlySet<string> | undefined;
  const manner = look.manner ?? mannerOf(rows, headers, datesOfStaff(letters));
  const when: Dating = { today: look.today, manner };
  const goOn = () => (open ??= addressesOpen(people, letters, when, isAnyEnd(nameOf('leaving') ?? '')));
  const columns: Columns = {
    headers,
    letters,
    nameOf,
    when,
    accounts: accountColumns(headers),
    goOn,
    goesOn: new Set(all.flatMap(({ letter, goesOn }) => (goesOn ? [letter] : []))),
  };
  const problems: RowProblem[] = [];
  const byEmail = new Map<string, StaffImport>();
  const rowsByName = new Map<string, readonly StaffImport[]>();
  const namesByRow = new Map<number, string>();
  const keptOut: KeptOut[] = [];
  const startsAhead: StartAhead[] = [];
  /** Rows whose address other rows have as well. */
  const twice = new Map<number, number[]>();
  problems.push(
    ...notes,
    ...notesOfManner(manner, headers),
    ...all.flatMap((column) => noteOfTaken(column, chosen)),
    ...notesOfUnheaded(all, people, { ...look, chosen }),
  );
  for (const raw of people) {
    const read = readRow(raw, columns, look, { problems, namesByRow, keptOut, startsAhead });
    if (!read) continue;
    const key = comparableEmail(read.email);
    const earlier = byEmail.get(key);
    if (earlier) {
      keptOut.push({ row: raw.row, email: key, name: nameBesideBrackets(read.name) });
      problems.push({
        ...placeOf(raw, 'email', columns),
        weight: 'error',
        message: `${read.email} is already in row ${earlier.row}. We use the first row.`,
      });
      const others = twice.get(earlier.row);
      if (others) others.push(raw.row);
      else twice.set(earlier.row, [raw.row]);
      continue;
    }
    byEmail.set(key, read);
    const byName = comparableName(read.name);
    rowsByName.set(byName, [...(rowsByName.get(byName) ?? []), read]);
  }
  for (const raw of people) {
    const others = twice.get(raw.row);
    if (others)
      problems.push({
        ...placeOf(raw, 'email', columns),
        weight: 'note',
        message: `${sayTwice(others)} the same email address. We use this row.`,
      });
  }
  const at: Above['at'] = (row, field, text) => {
    const letter = letters[field]?.[0];
    const column = nameOf(field);
    return { row, ...(column && { column }), ...(letter && { letter, text: upTo(200, text) }) };
  };
  let likely: ReturnType<Above['rowsLikely']> | undefined;
  const rowsLikely = () => (likely ??= byKeys(byEmail.values(), (one) => likelyKeysOf(one, one.jobTitle)));
  const keptOutCalled = keptOutByName(keptOut, byEmail);
  const personOf = (email: string): string => look.joined?.get(email) ?? email;
  const inRows = new Set([...byEmail.keys()].map(personOf));
  const above = {
    ...look,
    personOf,
    inRows,
    byEmail,
    rowsByName,
    rowsLikely,
    likelyBy: new Map(),
    peopleBy: new Map(),
    keptOutCalled,
    at,
    problems,
  };
  const staff = [...byEmail.values()].map((person) => withManagers(person, above));
  problems.push(...notesOfStarts(startsAhead), ...managersBothWays(staff, at));
  problems.push(...oddDomains([...byEmail.values()], { column: nameOf('email'), letter: letters.email?.[0] }));
  const withKnown = (one: KeptOut): KeptOut => (isInOtherRow(one, byEmail) ? { ...one, isKnown: true } : one);
  const named = problems.map((problem) => withName(problem, namesByRow.get(problem.row)));
  return { staff, problems: named.toSorted((a, b) => a.row - b.row), keptOut: keptOut.map(withKnown) };
}

/** A column that is taken for what its cells hold, and not by its heading or a choice, is told. */
const noteOfTaken = ({ letter, heading, byCells, goesOn, as }: StaffColumn, chosen: ChosenColumns): readonly RowProblem[] => {
  if (!byCells || goesOn || as === null || chosen[letter] !== undefined) return [];
  const what = as === 'email' ? 'email addresses' : 'names';
  const message = `We use this column as “${STAFF_FIELD_NAMES[as]}”, because almost all of its cells are ${what}.`;
  return [{ row: NO_ROW, column: upTo(60, heading) || `Column ${letter}`, weight: 'note', message }];
};

function addressesOpen(
  rows: readonly RawRow[],
  letters: Partial<Record<StaffField, readonly string[]>>,
  when: Dating,
  isContract: boolean,
): ReadonlySet<string> {
  const cellsIn = (raw: RawRow, field: StaffField) => (letters[field] ?? []).map((letter) => cell(raw, letter));
  return new Set(
    rows.flatMap((raw) => {
      const email = readAddress(cellsIn(raw, 'email')[0] ?? '').email;
      const cellsOf = (field: StaffField) => cellsIn(raw, field);
      // A row that is kept out before its day is chosen does not go on.
      return email === undefined || whyNotHere(cellsOf, when) || leftEitherWay(cellsOf, when, isContract) ? [] : [comparableEmail(email)];
    }),
  );
}

/** Rows that are named one by one; a file may have thousands with one address. */
const NAMED_ROWS_LIMIT = 10;

function sayTwice(rows: readonly number[]): string {
  if (rows.length > NAMED_ROWS_LIMIT) return `${rows.length.toLocaleString('en-GB')} further rows have`;
  return rows.length === 1 ? `Row ${rows.join('')} has` : `Rows ${sayLetters(rows.map(String))} have`;
}

const withName = (problem: RowProblem, who: string | undefined): RowProblem => (who === undefined ? problem : { ...problem, who });

/** What reading a row says beside what it reads. */
interface Said {
  readonly problems: RowProblem[];
  /** The names that could be read, also of rows that are kept out. */
  readonly namesByRow: Map<number, string>;
  readonly keptOut: KeptOut[];
  readonly startsAhead: StartAhead[];
}

function readRow(
  raw: RawRow,
  columns: Columns,
  look: StaffLookups,
  { problems, namesByRow, keptOut, startsAhead }: Said,
): StaffImport | undefined {
  if (isBlank(raw)) return undefined;
  const { row } = raw;
  const { when } = columns;
  const isSaid = (letter: string) => look.isCorrected?.(row, letter) ?? false;
  const read = (field: StaffField) => textOver(raw, columns.letters[field] ?? [], columns.goesOn, isSaid);
  const say =
    (weight: RowProblem['weight'], undone: Pick<RowProblem, 'isUndone'> = {}) =>
    (field: StaffField, message: string, choices?: readonly string[], at = 0) =>
      void problems.push({ ...placeOf(raw, field, columns, at), weight, message, ...(choices && { choices }), ...undone });
  const [fail, note, noteUndone] = [say('error'), say('note'), say('note', { isUndone: true })];
  const nameField = columns.letters.name ? 'name' : 'lastName';

  const spoilt = spoiltIn(read);
  for (const [field, why] of spoilt)
    if (REQUIRED_FIELDS.has(field)) fail(field, `${why} ${look.inFile ? CORRECT_IN_FILE : CORRECT_CELL}`);
    else note(field, `${why} We leave it out.`);
  const address = readAddress(read('email'));
  const keepOut = (left?: string, how: Pick<KeptOut, 'isLater' | 'isUnsure' | 'isKnown'> = {}): undefined => {
    const called = namesByRow.get(row);
    const one = {
      row,
      ...(called !== undefined && { name: nameBesideBrackets(called) }),
      ...(left !== undefined && { left }),
      ...how,
    };
    const emails = address.email === undefined ? (address.choices ?? []) : [address.email];
    for (const email of emails) keptOut.push({ ...one, email: comparableEmail(email) });
    if (emails.length === 0) keptOut.push(one);
  };
  if ([...spoilt.keys()].some((field) => REQUIRED_FIELDS.has(field))) return keepOut();
  const asInFile = (field: StaffField) => (spoilt.has(field) ? '' : read(field));
  const { read: readable, post, said: ofPost } = besidePosts(asInFile);
  if (post) {
    note(post.field, sayPost(post.written));
    // Its address may be a member’s, who is here.
    if (address.email !== undefined || address.choices) keepOut(undefined, { isKnown: true });
    return undefined;
  }
  const written = nameIn(readable, (field) => isSaid(columns.letters[field]?.[0] ?? ''));
  const name = nameSchema.safeParse(written.name);
  if (name.success) namesByRow.set(row, name.data);
  const cellsOf = (field: StaffField) => (columns.letters[field] ?? []).map((letter) => cell(raw, letter));
  const [roleLetter] = columns.letters.role ?? [];
  const job = roleLetter === undefined ? undefined : { letter: roleLetter, column: columns.nameOf('role') ?? '' };
  const ofStudents = whyOfStudents(raw, columns.accounts, job);
  if (ofStudents) {
    problems.push({ row, ...ofStudents, weight: 'pupil' });
    // Known by the address alone: a teacher may have the name of a pupil.
    if (address.email !== undefined) keptOut.push({ row, email: comparableEmail(address.email), isKnown: true });
    return undefined;
  }
  // Also of a row that is kept out: a leaving date may be that of the row above.
  for (const { field, at, message, choices } of notesOfCells(raw, columns.letters, (one) => spoilt.has(one)))
    note(field, message, choices, at);
  const gone = whyNotHere(cellsOf, when);
  const isTitle = name.success && isTitleAlone(name.data);
  const linked = linkedIn(readable);
  // Names are enough for who has left: they are compared, and nobody is imported.
  if (look.list === 'leavers' && ((name.success && !isTitle) || address.email !== undefined)) {
    const { field, at, why, message, choices = gone?.choices, isLater, isUnsure } = leaverIn(cellsOf, gone, when);
    say('left')(field ?? nameField, message, choices, at);
    return keepOut(why, { ...(isLater && { isLater }), ...(isUnsure && { isUnsure }) });
  }
  const isContract = gone?.field === 'leaving' && isAnyEnd(columns.nameOf('leaving') ?? '');
  const goesOn = isContract && address.email !== undefined && columns.goOn().has(comparableEmail(address.email));
  if (goesOn) return void note('leaving', 'Another row has the same email address and no end date that has passed. We use that row.');
  if (gone && !(isContract && isEarlierContract(cellsOf, when.manner))) {
    say('left')(gone.field, `${gone.why}${NOT_IMPORTED}`, gone.choices, gone.at);
    return keepOut(gone.why);
  }
  if (ofPost) note(ofPost.field, ofPost.message, ofPost.choices);
  if (isTitle) fail(nameField, `“${upTo(60, name.data)}” is a title and no name. Enter the name.`);
  if (linked) fail(linked.field, LINK_IN_NAME, linked.choices);
  else if (!name.success) fail(nameField, name.error.issues[0]?.message ?? 'Enter a name.');
  if (address.email === undefined && look.list !== 'leavers') fail('email', address.why, address.choices);
  if (raw.cutOff !== undefined) problems.push(sayCutOff(raw, columns.headers));
  const eitherWay = leftEitherWay(cellsOf, when, isAnyEnd(columns.nameOf('leaving') ?? ''));
  if (eitherWay) fail('leaving', eitherWay.message, eitherWay.choices, eitherWay.at);
  if (!name.success || isTitle || linked || address.email === undefined || raw.cutOff !== undefined || eitherWay) return keepOut();
  for (const { field, at, message, choices } of notesOfEnds(cellsOf, when, isContract)) note(field, message, choices, at);
  if (address.note) note('email', address.note);
  // “Mr & Mrs Ray” begins with a title, which is not in the name.
  const asWritten = isNoPart(readable('name')) ? name.data : (mendedText(readable('name')) ?? (readable('name') || name.data));
  if (/\p{L}\.?\s*[/&+]\s*\p{L}|\p{L}\.? and \p{L}/u.test(asWritten))
    note(nameField, `“${upTo(60, asWritten)}” may be two people. Give each a row and an email address of their own.`);
  for (const field of NAME_FIELDS) {
    const plain = withoutBrackets(readable(field));
    if (plain !== undefined)
      note(field, `“${upTo(60, read(field))}” has brackets in it. If they are not part of the name, correct it.`, [plain].filter(Boolean));
  }
  const noPerson = whyNoPerson(raw, columns.accounts);
  if (!written.names.title && isNoName(name.data))
    note(nameField, `“${upTo(60, name.data)}” may be a room, a device or a shared mailbox. If it is not a person, leave it out.`);
  else if (noPerson) problems.push({ row, ...noPerson, weight: 'note' });
  else if (isShared(address.email))
    note('email', `${address.email} may be read by several people. They would all sign in as ${upTo(60, name.data)}.`);
  const started = startIn(read('start'), when);
  // Their first day is that of the import: it is said with the result as well.
  if (started.why) noteUndone('start', started.why, started.choices);
  else if (started.day !== null && started.day > look.today) startsAhead.push({ ...placeOf(raw, 'start', columns), day: started.day });
  const heading = columns.nameOf('name') ?? '';
  if (/^(?:name\W*)?(?:surname|last name|family name)/i.test(heading) && !/[,;]/.test(readable('name')) && readable('name').includes(' '))
    note('name', `We take “${upTo(60, name.data)}” as it is written. If the surname is first, correct it.`);
  for (const { field, message, choices } of notesOfName(written, raw, columns.letters, readable)) note(field, message, choices);
  if (written.isCased) note(nameField, `We write the name as “${name.data}”.`);
  for (const { field, at, message } of notesOfUnseen(raw, columns.letters)) note(field, message, undefined, at);

  return {
    row,
    name: name.data,
    names: written.names,
    email: address.email,
    jobTitle: upTo(80, readable('role')),
    subjects: known(readable('subjects'), look.subjects, (word) =>
      note('subjects', `We do not know the subject “${word}”. We leave it out. The person can add it to their profile.`),
    ),
    phases: known(
      readable('phase'),
      (word) => look.phase(word) ?? [],
      (word) => note('phase', `We do not know the phase “${word}”. We leave it out.`),
    ),
    from: started.day ?? look.today,
    startDate: started.day,
    ...(started.why !== undefined && { startLeftOut: true as const }),
    lineManager: readable('lineManager') || null,
    inductionTutor: readable('inductionTutor') || null,
  };
}

/** Where a problem is: its row, its column and the cell as it is. `at`: which of several columns. */
function placeOf(raw: RawRow, field: StaffField, { letters, nameOf }: Columns, at = 0): Omit<RowProblem, 'message' | 'weight'> {
  const [column, letter] = [nameOf(field, at), letters[field]?.[at]];
  return { row: raw.row, ...(column && { column }), ...(letter && { letter, text: upTo(200, cell(raw, letter)) }) };
}

const NAME_FIELDS = ['name', 'firstName', 'lastName', 'knownAs', 'knownAsFamily'] as const;

function known(text: string, find: (word: string) => string | readonly string[], unknown: (word: string) => void): readonly string[] {
  const found = new Set<string>();
  // What stands in brackets says more of what stands before them: “MFL (French, German)”.
  for (const word of text.split(/[;,/|()[\]]/).map((part) => part.trim())) {
    if (!word) continue;
    const ids = [find(word)].flat();
    if (ids.length === 0) unknown(word.slice(0, 60));
    for (const id of ids) found.add(id);
  }
  return [...found].slice(0, 8);
}
