import type { InstitutionId } from '../kernel/brand.js';
import type { Actor } from './actor.js';
import { coordinates, runsHub } from './who.js';

/** Schools come in through administrators of the hub. */
export const mayImportInstitutions = (actor: Actor): boolean => runsHub(actor);

/** Staff come in through whoever coordinates or administers the institution, or its trust. */
export const mayImportStaff = (actor: Actor, institution: InstitutionId, trust: InstitutionId | null): boolean =>
  coordinates(actor, institution, trust);
