import type { UnknownColumn } from '@alongside/domain/imports/staff-fields.js';
import { count } from '../../ui/index.js';

/** One thing wrong with one row, in words. The first row of a file, its headers, is row 1. */
export interface RowProblem {
  readonly row: number;
  readonly column?: string;
  readonly message: string;
  readonly weight: 'error' | 'note';
}

/** How far an import has come. */
export interface ImportProgress {
  readonly status: 'planned' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly rows: number;
  readonly done: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly asked: number;
  readonly refused: readonly RowProblem[];
}

export interface SchoolRow {
  readonly institution: string;
  readonly details: {
    readonly name: string;
    readonly kind: string;
    readonly phase?: string;
    readonly town?: string;
    readonly reference?: string;
  };
  readonly trust?: string;
}

export interface StaffRow {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly from: string;
  readonly lineManager: string | null;
  readonly inductionTutor: string | null;
}

/** What a file would do, before it is confirmed. */
export type ImportPreview = ImportProgress & {
  readonly id: string;
  readonly encoding: string;
  readonly problems: readonly RowProblem[];
  readonly problemsTotal: number;
  readonly errorsTotal: number;
} & (
    | { readonly kind: 'institutions'; readonly sample: readonly SchoolRow[]; readonly notOpen: number }
    | {
        readonly kind: 'staff';
        readonly institution: string;
        readonly sample: readonly StaffRow[];
        readonly columns?: readonly UnknownColumn[];
      }
  );

/** How many rows there are, with what a row is. */
export const countRows = (kind: ImportPreview['kind'], rows: number): string =>
  kind === 'institutions' ? count(rows, 'school or trust', 'schools and trusts') : count(rows, 'person', 'people');
