import type { RowProblem } from '@alongside/domain/imports/columns.js';
import type { ChosenColumns, UnknownColumn } from '@alongside/domain/imports/staff-fields.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import type { LogFields } from '../app/logger.js';
import type { Csv, CsvRefusal } from './read-csv.js';

/** What is in a file. */
export type FileKind = 'institutions' | 'staff';

/** What the process that reads is told as it starts; the file follows on its standard input. */
export interface ReadingOrder {
  readonly kind: FileKind;
  /** The day from which people without a start date are members. */
  readonly today: Day;
  /** What columns of a staff list hold that were not recognised, as somebody has said. */
  readonly columns?: ChosenColumns;
}

/** What was found in a file, beside its rows. */
export interface FileSummary {
  readonly encoding: Csv['encoding'];
  readonly rows: number;
  /** The first of them, `PROBLEM_LIMIT_ROWS` at most. */
  readonly problems: readonly RowProblem[];
  readonly problemsTotal: number;
  readonly errorsTotal: number;
  /** Schools left aside because they are closed or not yet open. */
  readonly notOpen: number;
  /** Columns of a staff list that were not recognised, and what somebody said they hold; `UNUSED_LIMIT_COLUMNS` at most. */
  readonly columns: readonly UnknownColumn[];
}

/** What the process that reads says: questions and batches first, and one of the last three at the end. */
export type Told =
  | { readonly kind: 'ask'; readonly emails: readonly string[] }
  | { readonly kind: 'batch'; readonly rows: Uint8Array }
  | { readonly kind: 'read'; readonly summary: FileSummary }
  | { readonly kind: 'refused'; readonly refusal: CsvRefusal }
  | { readonly kind: 'failed'; readonly failure: LogFields };

/** The answer to a question: those of the addresses who are members already. */
export interface Members {
  readonly emails: readonly string[];
}

/** Problems that are told one by one; beyond them only their number is. */
export const PROBLEM_LIMIT_ROWS = 500;
/** Columns that were not recognised and are named one by one. */
export const UNUSED_LIMIT_COLUMNS = 30;
/** Rows handed over in one message, and brought in in one wave. Made into objects in under a millisecond, decided in some ten. */
export const BATCH_LIMIT_ROWS = 50;
/** Addresses looked up between two turns of the event loop: some milliseconds. */
export const ASK_LIMIT_EMAILS = 100;
