import type { InstitutionId } from '../kernel/brand.js';
import type { Evidence } from './evidence.js';

/** What a credential needs to know of the world outside its own stream. */
export interface CredentialFacts {
  /** Whether the person already holds a credential of this mentorship that was not revoked. */
  readonly alreadyHeld: boolean;
  /** What the two of the mentorship have both recorded, as the log has it now. */
  readonly found: Evidence;
  /** What the issuer asks for, by its settings as they are now. */
  readonly needed: Evidence;
  /** The trust that the issuer is in. */
  readonly issuerTrust: InstitutionId | null;
}
