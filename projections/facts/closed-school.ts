import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '../views/index.js';

/** Whether a member of a closed school has said where they work now, or is a member there no more: a coordinator may still have to confirm it. */
export const hasAnswered = (institution: InstitutionId, person: PersonId, look: HubReader): boolean =>
  look.row('asked-where', `${institution}:${person}`) === undefined ||
  look.rows('invitation', { person }).some(({ closed }) => closed === institution);
