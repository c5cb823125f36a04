import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { registerIdOf } from '@alongside/domain/institutions/register-id.js';
import { plainKey } from '@alongside/domain/text/folding.js';
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
import { byHandAfter, closingChanged, detailsChanged, type ByHand } from './by-hand.js';
import { hubView } from './hub-view.js';

/** A school, trust, college or hub: facts of a register, its calendar and its settings. Nothing personal. */
export interface InstitutionRow {
  readonly institution: InstitutionId;
  readonly details: InstitutionDetails;
  readonly trust: InstitutionId | null;
  /** Set once it has closed, with those that came after it. */
  readonly closed?: Closed;
  /** What an administrator set, and no register since; absent for nothing. */
  readonly byHand?: readonly ByHand[];
  readonly settings: InstitutionSettings;
  readonly terms: readonly Term[];
  readonly closures: readonly Closure[];
  /** The id that its number in a register would give it, where it has another: it was added by hand. */
  readonly registerId?: InstitutionId;
  /** Set where its id is not one of a register. */
  readonly ownId?: 'yes';
  /** Its name without capitals, accents and spaces. */
  readonly called?: string;
  /** Set while it has terms: among a whole register only a few do. */
  readonly dated?: 'yes';
}

/** How it is looked up: by its number, or by its name where it has none. */
function foundBy(institution: InstitutionId, details: InstitutionDetails): Pick<InstitutionRow, 'registerId' | 'ownId' | 'called'> {
  const registerId = registerIdOf(details);
  const isOwn = registerId !== institution;
  return { called: plainKey(details.name), ...(isOwn && { ownId: 'yes' as const }), ...(isOwn && registerId && { registerId }) };
}

const described = ({ registerId: _id, ownId: _own, ...row }: InstitutionRow, details: InstitutionDetails): InstitutionRow => ({
  ...row,
  ...foundBy(row.institution, details),
  details,
});

const set = (rows: Rows<InstitutionRow>, institution: InstitutionId, next: Partial<InstitutionRow>): void =>
  change(rows, institution, (data) => ({ ...data, ...next }));

/** A row in which something changed that was set by hand, or by a register. */
function handed({ byHand: before, ...row }: InstitutionRow, changed: readonly ByHand[], actor: PersonId): InstitutionRow {
  const byHand = byHandAfter(before, changed, actor);
  return byHand.length > 0 ? { ...row, byHand } : row;
}

/** Institutions, to everyone. */
export const institutionView = hubView<InstitutionEvent, InstitutionRow>()({
  name: 'institution',
  version: 6,
  title: 'Schools and trusts',
  readers: ['everyone'],
  indexes: ['trust', 'dated', 'registerId', 'ownId', 'called'],
  on: {
    InstitutionRegistered: ({ data: { institution, details } }, rows) =>
      rows.put(institution, {
        audience: ['everyone'],
        data: { institution, details, ...foundBy(institution, details), trust: null, settings: DEFAULT_SETTINGS, terms: [], closures: [] },
      }),
    InstitutionDescribed: ({ data: { institution, details }, actor }, rows) =>
      change(rows, institution, (data) => handed(described(data, details), detailsChanged(data.details, details), actor)),
    InstitutionClosed: ({ data: { institution, on, successors }, actor }, rows) =>
      change(rows, institution, (data) => {
        const closed = { on, successors };
        const open = handed(data, ['open'], HUB);
        return handed({ ...open, closed }, closingChanged(data.closed, closed), actor);
      }),
    InstitutionReopened: ({ data: { institution }, actor }, rows) =>
      change(rows, institution, (data) => {
        const { closed: _, ...open } = handed(data, ['closedOn', 'successors'], HUB);
        return handed(open, ['open'], actor);
      }),
    TrustJoined: ({ data: { institution, trust }, actor }, rows) =>
      change(rows, institution, (data) => handed({ ...data, trust }, ['trust'], actor)),
    TrustLeft: ({ data: { institution }, actor }, rows) =>
      change(rows, institution, (data) => handed({ ...data, trust: null }, ['trust'], actor)),
    InstitutionSettingsChanged: ({ data: { institution, settings } }, rows) => set(rows, institution, { settings }),
    CalendarSet: ({ data: { institution, terms, closures } }, rows) =>
      change(rows, institution, ({ dated: _dated, ...data }) => ({
        ...data,
        terms,
        closures,
        ...(terms.length > 0 && { dated: 'yes' as const }),
      })),
  },
});
