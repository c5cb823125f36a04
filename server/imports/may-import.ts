import type { Actor } from '@alongside/domain/policies/actor.js';
import { mayImportInstitutions, mayImportStaff } from '@alongside/domain/policies/imports.policy.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import type { ImportTarget } from './import-plan.js';

/** Whether a person may bring this kind of file; false for an institution that nobody registered. */
export function mayImport(actor: Actor, target: ImportTarget, look: HubReader): boolean {
  if (target.kind === 'institutions') return mayImportInstitutions(actor);
  const institution = look.row(institutionView.name, target.institution);
  return institution !== undefined && mayImportStaff(actor, target.institution, institution.trust);
}
