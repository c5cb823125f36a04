import {
  cell,
  corrected,
  lettersOf,
  MAPPED_LIMIT_MEGABYTES,
  NO_ROW,
  upTo,
  type RawRow,
  type RowProblem,
} from '@alongside/domain/imports/columns.js';
import { enteredDates, mannerOf, type DateManner } from '@alongside/domain/imports/date-manner.js';
import { formulasIn } from '@alongside/domain/imports/formulas.js';
import { planInstitutions } from '@alongside/domain/imports/institutions.js';
import { datesOfLinks, isLinksFile, linkColumns, planLinks } from '@alongside/domain/imports/links.js';
import { registerByHeading, schoolColumns, schoolColumnsOf, schoolLetters } from '@alongside/domain/imports/school-fields.js';
import { phaseAsWritten, subjectsAsWritten } from '@alongside/domain/imports/lookups.js';
import { staffColumnsOf } from '@alongside/domain/imports/staff-columns.js';
import { withoutFootings } from '@alongside/domain/imports/staff-rows.js';
import { datesOfStaff, staffColumns, type Column } from '@alongside/domain/imports/staff-fields.js';
import type { CalledMember } from '@alongside/domain/imports/staff-managers.js';
import { columnsOfPupils } from '@alongside/domain/imports/pupils.js';
import { guessList } from '@alongside/domain/imports/which-list.js';
import type { KeptOut } from '@alongside/domain/imports/staff-kept-out.js';
import { planStaff } from '@alongside/domain/imports/staff.js';
import { email as emailSchema } from '@alongside/domain/people/person.events.js';
import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import type { Csv, CsvRefusal } from './read-csv.js';
import { readTable } from './read-table.js';
import {
  COLUMNS_LIMIT,
  KEPT_OUT_LIMIT_ROWS,
  PROBLEM_LIMIT_ROWS,
  SAMPLE_LIMIT_CELLS,
  SAMPLE_LIMIT_CHARACTERS,
  type FileSummary,
  type KnownMembers,
  type ReadingOrder,
  type SeenColumn,
} from './reading-messages.js';

/** What a file would bring in. */
export interface FilePlan {
  readonly summary: FileSummary;
  readonly rows: readonly unknown[];
}

/** Which of these addresses belong to members already, and whose names these are. */
export type AskMembers = (emails: readonly string[], names: readonly string[]) => Promise<KnownMembers>;

/** The length of the longest address there can be; whatever is longer is nobody's. */
const EMAIL_LIMIT_CHARACTERS = 254;
/** As long a text as a cell can be corrected to. */
const CELL_LIMIT_CHARACTERS = 200;
/** Nobody’s name is longer. */
const NAME_LIMIT_CHARACTERS = 120;

const knownStaffColumns = (cells: readonly string[]): number => staffColumns(cells).filter(({ byHeading }) => byHeading !== null).length;

/** A row with an address in a cell of its own is a person’s, and holds no headings. */
const isPerson = (cells: readonly string[]): boolean => cells.some((text) => emailSchema.safeParse(text.trim()).success);

/** Reads a whole file and checks each row. Takes seconds for a large one: see `readTable`. */
export async function planFile(bytes: Buffer, order: ReadingOrder, askMembers: AskMembers): Promise<Result<FilePlan, CsvRefusal>> {
  const isLarge = bytes.length > MAPPED_LIMIT_BYTES;
  const known = order.kind === 'institutions' ? knownSchoolColumns : knownStaffColumns;
  const csv = await readTable(
    bytes,
    {
      known,
      ...(order.kind === 'staff' && { isPerson }),
      ...(order.kind === 'institutions' && isLarge && { kept: columnsOfRegister }),
    },
    { sheet: order.sheet },
  );
  if (!csv.ok) return csv;
  const { headers, encoding, headingsRow, sheet } = csv.value;
  const cells = order.cells ?? [];
  const read = { encoding, headingsRow, ...(sheet && { sheet }) };
  if (order.onlyRow !== undefined) return ok(openedIn(csv.value, corrected(csv.value.rows, cells), order, read));
  const dated = datesOf(csv.value, order);
  // What the file has says how it writes dates: corrected, its other dates would be certain without a word.
  const manner = mannerOf(csv.value.rows, headers, dated, cells);
  const rows = corrected(csv.value.rows, enteredDates(cells, dated, manner));
  if (order.kind === 'staff') {
    const ofPupils = columnsOfPupils(headers, rows);
    // Children are no members, and a list of them is not kept: the person who has it is told how it can be one of staff.
    if (ofPupils) return refuse({ code: 'IMPORT.PUPILS', facts: { by: ofPupils } });
    // Corrected, one row would change what is read of the others.
    const columns = staffColumnsOf(headers, csv.value.rows, order.columns);
    const { people } = withoutFootings(rows, headers);
    const guess = guessList({ file: order.name, sheet: sheet?.name, titles: csv.value.titles }, columns, people, {
      today: order.today,
      manner,
    });
    const list = { as: order.list ?? guess.as, guess };
    const { staff, problems, keptOut } = await staffOf(
      { headers, rows, uncorrected: csv.value.rows },
      { ...order, list: list.as, manner },
      askMembers,
    );
    return ok({
      rows: staff,
      summary: {
        ...read,
        rows: staff.length,
        holds: 'people',
        otherLinks: 0,
        notOpen: 0,
        closed: [],
        keptOut: keptOut.slice(0, KEPT_OUT_LIMIT_ROWS),
        list,
        ...columnsSeen(columns, rows, { counted: people }),
        ...told([...notCompared(keptOut), ...problems]),
      },
    });
  }
  const none = { ...read, notOpen: 0, closed: [], keptOut: [], columns: [], columnsTotal: 0, otherLinks: 0 };
  if (isLinksFile(headers)) {
    const { links, problems, otherLinks } = planLinks(headers, rows, manner);
    return ok({ rows: links, summary: { ...none, holds: 'links', rows: links.length, otherLinks, ...told(problems) } });
  }
  const { columns, nation: chosen } = order;
  const { institutions, problems, notOpen, closed, nations } = planInstitutions(headers, rows, {
    columns: columns ?? {},
    nation: chosen,
    today: order.today,
    manner,
    inFile: isLarge || order.inFile === true,
  });
  const seen = schoolColumnsOf(headers, columns);
  const nation = chosen ?? registerByHeading(headers, seen);
  const shown = isLarge ? seen.filter(({ as }) => as !== null) : seen;
  return ok({
    rows: institutions,
    summary: {
      ...none,
      holds: 'schools',
      rows: institutions.length,
      notOpen,
      closed,
      ...(nation && { nation }),
      nations,
      ...columnsSeen(shown, rows, { total: seen.length }),
      ...told(problems),
    },
  });
}

/** The columns of dates of a file, of whichever kind it is. */
function datesOf({ headers, rows }: Pick<Csv, 'headers' | 'rows'>, { kind, columns }: ReadingOrder): readonly string[] {
  if (kind === 'staff') return datesOfStaff(lettersOf(staffColumnsOf(headers, rows, columns).map(({ as }) => as)));
  return isLinksFile(headers) ? datesOfLinks(headers) : (schoolLetters(schoolColumnsOf(headers, columns)).closeDate ?? []);
}

/** The rest of those that are kept out, of which it is not known whether they are members. */
function notCompared(keptOut: readonly KeptOut[]): readonly RowProblem[] {
  const last = keptOut[KEPT_OUT_LIMIT_ROWS - 1];
  if (!last || keptOut.length === KEPT_OUT_LIMIT_ROWS) return [];
  const message = `We have not compared the rows after row ${last.row.toLocaleString('en-GB')} that we do not import with members. To compare them, split the file.`;
  return [{ row: NO_ROW, weight: 'note', message }];
}

/** One row alone, with the cells that are read; where none is, with every one that has a heading or anything in it. */
function openedIn(
  { headers, rows: uncorrected }: Pick<Csv, 'headers' | 'rows'>,
  rows: readonly RawRow[],
  order: ReadingOrder,
  read: Pick<FileSummary, 'encoding' | 'headingsRow' | 'sheet'>,
): FilePlan {
  const raw = rows.find(({ row }) => row === order.onlyRow);
  const columns: readonly Column[] =
    order.kind === 'staff' ? staffColumnsOf(headers, uncorrected, order.columns) : schoolColumnsOf(headers, order.columns);
  const cells =
    raw &&
    columns.map(({ letter, heading, as }) => {
      const [whole, text] = [cell(raw, letter), upTo(CELL_LIMIT_CHARACTERS, cell(raw, letter))];
      return { letter, heading: upTo(60, heading), as, text, ...(text !== whole && { cut: true as const }) };
    });
  // Nobody needs a salary that stands beside them.
  const used = cells?.filter(({ as }) => as !== null);
  const opened = (used?.length ? used : cells)?.filter(({ heading, text }) => heading !== '' || text !== '').slice(0, COLUMNS_LIMIT);
  const nothing = { rows: 0, notOpen: 0, closed: [], keptOut: [], columns: [], columnsTotal: 0, otherLinks: 0, ...told([]) };
  return { rows: [], summary: { ...read, ...nothing, holds: 'people', ...(opened && { opened }) } };
}

const MAPPED_LIMIT_BYTES = MAPPED_LIMIT_MEGABYTES * 1024 * 1024;
const columnsOfRegister = (headers: readonly string[]): ReadonlySet<string> =>
  new Set([...schoolColumns(headers), ...linkColumns(headers)]);
const knownSchoolColumns = (cells: readonly string[]): number => columnsOfRegister(cells).size;

/** Only the hub knows who is a member, and it is asked once: the file is gone through first to see whom it names, and again with the answer. */
async function staffOf(
  { headers, rows, uncorrected }: Pick<Csv, 'headers' | 'rows'> & { readonly uncorrected: readonly RawRow[] },
  { today, columns, cells = [], inFile, list, manner }: ReadingOrder & { readonly manner: DateManner },
  askMembers: AskMembers,
) {
  const [named, called] = [new Set<string>(), new Set<string>()];
  const isIn = new Set(cells.map(({ row, letter }) => `${row} ${letter}`));
  const isCorrected = (row: number, letter: string) => isIn.has(`${row} ${letter}`);
  const look = {
    subjects: subjectsAsWritten,
    phase: phaseAsWritten,
    today,
    manner,
    isCorrected,
    uncorrected,
    ...(inFile && { inFile }),
    ...(list && { list }),
  };
  const ask = (email: string): boolean => {
    if (email.includes('@') && email.length <= EMAIL_LIMIT_CHARACTERS) named.add(email);
    return false;
  };
  const askName = (key: string): readonly CalledMember[] => {
    if (key !== '' && key.length <= NAME_LIMIT_CHARACTERS) called.add(key);
    return [];
  };
  const first = planStaff(headers, rows, { ...look, isMember: ask, membersCalled: askName }, columns);
  if (named.size + called.size === 0) return first;
  return planStaff(headers, rows, { ...look, ...(await askMembers([...named], [...called])) }, columns);
}

/** Every column but those with nothing at all in them, which spreadsheets leave at the end. */
function columnsSeen(
  columns: readonly Column[],
  rows: readonly RawRow[],
  { total, counted = rows }: { readonly total?: number; readonly counted?: readonly RawRow[] },
): Pick<FileSummary, 'columns' | 'columnsTotal'> {
  // A sum below a list is left out: its formula is nobody’s cell.
  const formulas = formulasIn(counted);
  const seen = columns.flatMap((column): readonly SeenColumn[] => {
    const found = formulas.get(column.letter);
    const sample = sampleOf(column.letter, rows);
    if (column.heading === '' && sample.length === 0) return [];
    return [{ ...column, heading: upTo(60, column.heading), sample, ...(found && { formulas: found }) }];
  });
  return { columns: seen.slice(0, COLUMNS_LIMIT), columnsTotal: total ?? seen.length };
}

function sampleOf(letter: string, rows: readonly RawRow[]): readonly string[] {
  const sample: string[] = [];
  for (const row of rows) {
    const text = cell(row, letter);
    if (text !== '') sample.push(upTo(SAMPLE_LIMIT_CHARACTERS, text));
    if (sample.length === SAMPLE_LIMIT_CELLS) break;
  }
  return sample;
}

/** The gravest come first where not all are told: merged cells give a note a row, and the accounts of a school have more pupils than staff. */
const GRAVITY: Readonly<Record<RowProblem['weight'], number>> = { error: 0, left: 1, note: 2, pupil: 3 };

/** As many problems as are told, in the order of their rows. What is about the file as a whole is told in any case. */
export function firstOf<Problem extends Pick<RowProblem, 'row' | 'weight'>>(problems: readonly Problem[]): readonly Problem[] {
  const gravity = ({ row, weight }: Problem) => (row === NO_ROW ? -1 : GRAVITY[weight]);
  const first = new Set(problems.toSorted((a, b) => gravity(a) - gravity(b) || a.row - b.row).slice(0, PROBLEM_LIMIT_ROWS));
  return problems.filter((one) => first.has(one)).toSorted((a, b) => a.row - b.row);
}

const told = (
  problems: readonly RowProblem[],
): Pick<FileSummary, 'problems' | 'problemsTotal' | 'rowsWithErrors' | 'rowsOfLeavers' | 'rowsOfPupils'> => {
  const rowsOf = (wanted: RowProblem['weight']) =>
    new Set(problems.flatMap(({ row, weight }) => (weight === wanted && row > NO_ROW ? [row] : [])));
  const [withErrors, leavers, pupils] = [rowsOf('error'), rowsOf('left'), rowsOf('pupil')];
  return {
    problems: firstOf(problems),
    problemsTotal: problems.length,
    rowsWithErrors: withErrors.size,
    rowsOfLeavers: [...leavers].filter((row) => !withErrors.has(row)).length,
    ...(pupils.size > 0 && { rowsOfPupils: pupils.size }),
  };
};
