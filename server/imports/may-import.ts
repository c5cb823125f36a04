import type { Actor } from '@alongside/domain/policies/actor.js';
import { mayImportInstitutions, mayImportStaff } from '@alongside/domain/policies/imports.policy.js';
import type { ViewReader } from '@alongside/projections/engine/view-reader.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import type { ImportTarget } from './kept-imports.js';

/** Whether somebody may bring this kind of file; false for an institution that nobody registered. */
export function mayImport(actor: Actor, target: ImportTarget, look: ViewReader): boolean {
  if (target.kind === 'institutions') return mayImportInstitutions(actor);
  const institution = look.row<InstitutionRow>(institutionView.name, target.institution);
  return institution !== undefined && mayImportStaff(actor, target.institution, institution.trust);
}
