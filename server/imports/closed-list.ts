import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import { sentenceOf } from '@alongside/domain/protocol/refusals.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { Problem } from '../app/problem.js';
import type { ImportTarget } from './import-plan.js';

/** Since when the school of a staff list is closed, and the open schools that follow it. `may`: this person imports lists there. */
export interface ClosedList {
  readonly on: Day;
  readonly followedBy: readonly { readonly institution: InstitutionId; readonly name: string; readonly may: boolean }[];
}

/** What is said once of a list whose school has closed, instead of row by row; undefined for every other list. */
export function closedFor(target: ImportTarget, look: HubReader, may: (target: ImportTarget) => boolean): ClosedList | undefined {
  const closed = target.kind === 'staff' ? look.row('institution', target.institution)?.closed : undefined;
  if (!closed) return undefined;
  const next = closed.successors.flatMap((id) => look.row('institution', id) ?? []).filter((one) => !one.closed);
  return {
    on: closed.on,
    followedBy: next.map(({ institution, details }) => ({ institution, name: details.name, may: may({ kind: 'staff', institution }) })),
  };
}

/** Throws where the school of a list has closed: each of its rows would be refused. */
export function notWhereClosed(target: ImportTarget, look: HubReader): void {
  if (closedFor(target, look, () => false)) throw new Problem(409, 'INSTITUTION.CLOSED', sentenceOf({ code: 'INSTITUTION.CLOSED' }));
}
