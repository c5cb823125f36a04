import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { batchesOf, PlannedRows } from './planned-rows.js';

export const BATCHES = 20;
export const institution = 'hillside' as InstitutionId;
export const school: InstitutionImport = {
  institution: 'urn-1' as InstitutionId,
  details: { name: 'Northfield', kind: 'school', nation: 'england' },
  row: 2,
};
export const person: StaffImport = {
  ...{ row: 2, name: 'Ann', email: 'ann@a.example', names: {}, jobTitle: '', subjects: [], phases: [] },
  ...{ from: '2026-09-01' as Day, startDate: null, lineManager: null, inductionTutor: null },
};
export const summary = {
  encoding: 'UTF-8',
  headingsRow: 1,
  holds: 'people',
  otherLinks: 0,
  rows: BATCHES,
  problems: [],
  problemsTotal: 0,
  rowsWithErrors: 0,
  notOpen: 0,
  closed: [],
  keptOut: [],
  columns: [],
  columnsTotal: 0,
} as const;

/** Rows in as many batches as there are rows. */
export const rowsOf = <Row>(row: Row) =>
  new PlannedRows<Row>(
    [
      ...batchesOf(
        Array.from({ length: BATCHES }, () => row),
        1,
      ),
    ],
    BATCHES,
  );
/** A hub that knows everybody and every school as the file has them. */
export const knowsAll: HubReader = {
  row: <Data>() => ({ details: school.details, left: null }) as Data,
  rows: <Data>() => [{ person: 'ann', broughtInBy: [institution] }] as Data[],
};
