import type { InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { hubView } from './hub-view.js';

/** What columns of an institution’s staff lists hold, as they were chosen by hand, by keyed hashes of their headings. */
export interface StaffColumnsRow {
  readonly institution: InstitutionId;
  readonly columns: Readonly<Record<string, string | null>>;
}

/** For the hub alone, which reads the next list of the institution so. */
export const staffColumnsView = hubView<InstitutionEvent, StaffColumnsRow>()({
  name: 'staff-columns',
  version: 1,
  title: 'What columns of staff lists hold',
  readers: [],
  indexes: [],
  on: {
    StaffColumnsRemembered: ({ data: { institution, columns } }, rows) =>
      rows.put(institution, { audience: [], data: { institution, columns } }),
  },
});
