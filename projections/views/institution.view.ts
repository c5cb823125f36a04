import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { Closed } from '@alongside/domain/institutions/closing.js';
import {
  DEFAULT_SETTINGS,
  type Closure,
  type InstitutionDetails,
  type InstitutionEvent,
  type InstitutionSettings,
  type Term,
} from '@alongside/domain/institutions/institution.events.js';
import { change, type Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';

/** A school, trust, college or hub: facts of a register, its calendar and its settings. Nothing personal. */
export interface InstitutionRow {
  readonly institution: InstitutionId;
  readonly details: InstitutionDetails;
  readonly trust: InstitutionId | null;
  /** Set once it has closed, with those that came after it. */
  readonly closed?: Closed;
  readonly settings: InstitutionSettings;
  readonly terms: readonly Term[];
  readonly closures: readonly Closure[];
}

const set = (rows: Rows<InstitutionRow>, institution: InstitutionId, next: Partial<InstitutionRow>): void => {
  const row = rows.get(institution);
  if (row) rows.put(institution, { ...row, data: { ...row.data, ...next } });
};

/** Institutions, to everyone. */
export const institutionView = hubView<InstitutionEvent, InstitutionRow>()({
  name: 'institution',
  version: 2,
  title: 'Schools and trusts',
  readers: ['everyone'],
  indexes: ['trust'],
  on: {
    InstitutionRegistered: ({ data: { institution, details } }, rows) =>
      rows.put(institution, {
        audience: ['everyone'],
        data: { institution, details, trust: null, settings: DEFAULT_SETTINGS, terms: [], closures: [] },
      }),
    InstitutionDescribed: ({ data: { institution, details } }, rows) => set(rows, institution, { details }),
    InstitutionClosed: ({ data: { institution, on, successors } }, rows) => set(rows, institution, { closed: { on, successors } }),
    InstitutionReopened: ({ data: { institution } }, rows) =>
      change(rows, institution, (data) => {
        const { closed: _, ...open } = data;
        return open;
      }),
    TrustJoined: ({ data: { institution, trust } }, rows) => set(rows, institution, { trust }),
    TrustLeft: ({ data: { institution } }, rows) => set(rows, institution, { trust: null }),
    InstitutionSettingsChanged: ({ data: { institution, settings } }, rows) => set(rows, institution, { settings }),
    CalendarSet: ({ data: { institution, terms, closures } }, rows) => set(rows, institution, { terms, closures }),
  },
});
