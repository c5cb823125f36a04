import type { CorrectedCell, RowProblem } from '@alongside/domain/imports/columns.js';
import type { ClosedSchool } from '@alongside/domain/imports/institutions.js';
import type { NationsSaid } from '@alongside/domain/imports/nations-of-rows.js';
import type { FormulaCells } from '@alongside/domain/imports/formulas.js';
import type { KeptOut } from '@alongside/domain/imports/staff-kept-out.js';
import type { CalledMember } from '@alongside/domain/imports/staff-managers.js';
import type { ChosenColumns, Column } from '@alongside/domain/imports/staff-fields.js';
import type { ListGuess, ListOf } from '@alongside/domain/imports/which-list.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import type { LogFields } from '../app/logger.js';
import type { Csv, CsvRefusal, ReadSheet } from './read-csv.js';

/** What is in a file. */
export type FileKind = 'institutions' | 'staff';

/** What the process that reads is told first, and by no argument of its own, which others on the machine could read; the file follows on its standard input. */
export interface ReadingOrder {
  readonly kind: FileKind;
  /** The day from which people without a start date are members. */
  readonly today: Day;
  /** What columns of a staff list hold, where a person has said it. */
  readonly columns?: ChosenColumns;
  /** Whose register it is, where a person has said it. */
  readonly nation?: Nation | undefined;
  /** Cells that a person has corrected. */
  readonly cells?: readonly CorrectedCell[];
  /** Set at a terminal: nothing can be chosen or corrected but in the file. */
  readonly inFile?: true;
  /** What the file is called, which may say what the list is. */
  readonly name?: string | undefined;
  /** Whom the list names, where a person has said it. */
  readonly list?: ListOf | undefined;
  /** The sheet of a workbook that a person chose. */
  readonly sheet?: string | undefined;
  /** Only this row is asked for, with every cell of it. */
  readonly onlyRow?: number | undefined;
}

/** A cell of a row that a person opens to correct it. */
export interface OpenedCell {
  readonly letter: string;
  readonly heading: string;
  readonly as: string | null;
  readonly text: string;
  /** It holds more than `text`: corrected here, the rest would be lost. */
  readonly cut?: true;
}

/** A column as it is shown: with its first cells that are not empty. */
export type SeenColumn = Column & { readonly sample: readonly string[]; readonly formulas?: FormulaCells };

/** What was found in a file, beside its rows. */
export interface FileSummary {
  readonly encoding: Csv['encoding'];
  /** The row of the headings, and the sheet of a workbook. */
  readonly headingsRow: number;
  readonly sheet?: ReadSheet;
  readonly rows: number;
  /** Whom a staff list names: as a person said, or as its words say. */
  readonly list?: { readonly as: ListOf; readonly guess: ListGuess };
  /** The row that was asked for. */
  readonly opened?: readonly OpenedCell[];
  /** What the rows are: those of a register, or the links between its schools. */
  readonly holds: 'people' | 'schools' | 'links';
  /** Whose register it is, as a person said or its headings say. */
  readonly nation?: Nation;
  /** What is to be said of the nations of its rows; absent of anything but schools, and in what older versions kept. */
  readonly nations?: NationsSaid;
  /** Rows of a file of links that say nothing of successors. */
  readonly otherLinks: number;
  /** The first of them, `PROBLEM_LIMIT_ROWS` at most. */
  readonly problems: readonly RowProblem[];
  readonly problemsTotal: number;
  /** Rows that are kept out, each counted once whatever is wrong with it; the row of the headings is none. */
  readonly rowsWithErrors: number;
  /** Rows of people who are here no longer, counted alike; absent in what older versions kept. */
  readonly rowsOfLeavers?: number;
  /** Rows of accounts of pupils and students, counted alike. */
  readonly rowsOfPupils?: number;
  /** Schools left aside because they are closed or not yet open. */
  readonly notOpen: number;
  /** Of these, the closed ones. */
  readonly closed: readonly ClosedSchool[];
  /** Whom a staff list names without that they are imported: they are not missing from it. */
  readonly keptOut: readonly KeptOut[];
  /** The columns of a staff list with anything in them, `COLUMNS_LIMIT` at most. */
  readonly columns: readonly SeenColumn[];
  readonly columnsTotal: number;
}

/** What the process that reads says: questions and batches first, and one of the last three at the end. */
export type Told =
  | { readonly kind: 'ask'; readonly emails: readonly string[]; readonly names: readonly string[] }
  | { readonly kind: 'batch'; readonly rows: Uint8Array }
  | { readonly kind: 'read'; readonly summary: FileSummary }
  | { readonly kind: 'refused'; readonly refusal: CsvRefusal }
  | { readonly kind: 'failed'; readonly failure: LogFields };

/** The answer to a question: those of the addresses who are members already, and the members that a name may mean. */
export interface Members {
  readonly emails: readonly string[];
  readonly called: readonly (readonly [name: string, members: readonly CalledMember[]])[];
  readonly joined: ReadonlyMap<string, string>;
}

/** Who the hub knows as members of where a file goes. */
export interface KnownMembers {
  readonly isMember: (email: string) => boolean;
  /** By the key of a name (`nameKey`). */
  readonly membersCalled: (key: string) => readonly CalledMember[];
  /** The own address of members whose records were joined, by each other of theirs. */
  readonly joined: ReadonlyMap<string, string>;
}

/** Problems that are told one by one; beyond them only their number is. */
export const PROBLEM_LIMIT_ROWS = 500;
/** Rows that are kept out whose addresses are told: as many as a list of any trust has. */
export const KEPT_OUT_LIMIT_ROWS = 10_000;
/** Columns that are shown one by one: more than any list of staff has, and what a screen can hold. */
export const COLUMNS_LIMIT = 200;
/** Cells of a column that are shown, and how much of each. */
export const SAMPLE_LIMIT_CELLS = 3;
export const SAMPLE_LIMIT_CHARACTERS = 40;
/** Rows handed over in one message, and brought in in one wave. Made into objects in under a millisecond, decided in some ten. */
export const BATCH_LIMIT_ROWS = 50;
/** Addresses looked up between two turns of the event loop: some milliseconds. */
export const ASK_LIMIT_EMAILS = 100;
