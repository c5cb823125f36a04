import type { InstitutionId, PersonId } from '../kernel/brand.js';
import type { InstitutionDetails } from './institution.events.js';

/** What an institution's stream must know of the world outside it. */
export interface InstitutionFacts {
  /** Of the people that the command names (member, line manager, induction tutor): those who joined the hub and were not erased. */
  readonly known: readonly PersonId[];
  /** The trust that the command names, as it was registered; `null` where it names none, or one nobody knows. */
  readonly trust: { readonly institution: InstitutionId; readonly kind: InstitutionDetails['kind'] } | null;
}
