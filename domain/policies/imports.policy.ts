import type { InstitutionId } from '../kernel/brand.js';
import type { Actor } from './actor.js';
import { coordinates, runsHub } from './who.js';

/** Schools come in through administrators of the hub. */
export const mayImportInstitutions = (actor: Actor): boolean => runsHub(actor);

/** Coordinators and administrators of the institution, or of its trust, import staff. */
export const mayImportStaff = (actor: Actor, institution: InstitutionId, trust: InstitutionId | null): boolean =>
  coordinates(actor, institution, trust);
