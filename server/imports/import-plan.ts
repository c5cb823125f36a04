import type { LinksImport } from '@alongside/domain/imports/links.js';
import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { PlannedRows } from './planned-rows.js';
import type { FileSummary } from './reading-messages.js';
import type { FileRead } from './readings.js';

/** What a list is brought for: a register of institutions, or the staff of one. */
export type ImportTarget = { readonly kind: 'institutions' } | { readonly kind: 'staff'; readonly institution: InstitutionId };

/** What a file would do: read, checked, and not yet done. */
export type ImportPlan =
  | { readonly kind: 'institutions'; readonly rows: PlannedRows<InstitutionImport>; readonly summary: FileSummary }
  | { readonly kind: 'links'; readonly rows: PlannedRows<LinksImport>; readonly summary: FileSummary }
  | {
      readonly kind: 'staff';
      readonly institution: InstitutionId;
      readonly rows: PlannedRows<StaffImport>;
      readonly summary: FileSummary;
    };

/** Whether people were found in a list. Of leavers nobody is a row: each is kept out. */
export const hasPeople = ({ rows, summary }: ImportPlan): boolean =>
  rows.length > 0 || (summary.list?.as === 'leavers' && summary.keptOut.length > 0);

/** The plan of a file that was read for a target: its rows are of that target's kind. */
export function planOf({ summary, batches }: FileRead, target: ImportTarget): ImportPlan {
  if (target.kind === 'staff') return { ...target, rows: new PlannedRows<StaffImport>(batches, summary.rows), summary };
  return summary.holds === 'links'
    ? { kind: 'links', rows: new PlannedRows<LinksImport>(batches, summary.rows), summary }
    : { kind: target.kind, rows: new PlannedRows<InstitutionImport>(batches, summary.rows), summary };
}
