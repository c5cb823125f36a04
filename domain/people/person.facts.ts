import type { InstitutionId, Position } from '../kernel/brand.js';
import type { Membership } from '../policies/actor.js';

/** What a person's stream must know of the world outside it. */
export interface PersonFacts {
  /** Another person, not erased, has the email address that the command gives, in any case. `false` where it gives none. */
  readonly emailTaken: boolean;
  /** The person’s address before a change of it, which is told of the change; absent for other commands, and where none is known. */
  readonly email: string | undefined;
  /** How far the log is read, for a change of address or name; absent for other commands, and in a browser. */
  readonly asOf: Position | undefined;
  /** The trust of the institution that an invitation names; `null` where there is none. Authorisation needs it. */
  readonly trust: InstitutionId | null;
  /** The institution that an invitation names has closed. */
  readonly closed: boolean;
  /** Where the person belongs and with which roles, for a change of address or name. Authorisation needs it. */
  readonly memberships: readonly Membership[];
  /** A member who has not signed in yet, for a change of name. Authorisation needs it. */
  readonly awaited: boolean;
}
