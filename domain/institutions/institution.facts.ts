import type { InstitutionId, PersonId } from '../kernel/brand.js';
import type { InstitutionDetails } from './institution.events.js';
import type { Doubled } from './other-institutions.js';

/** What an institution's stream must know of the world outside it. */
export interface InstitutionFacts {
  /** Of the people that the command names (member, line manager, induction tutor): those who joined the hub and were not erased. */
  readonly known: readonly PersonId[];
  /** Of the line managers and induction tutors that the command names: the members of the trust that the institution is in. */
  readonly inTrust: readonly PersonId[];
  /** Of the people that the command would add: those whom this institution brought into the hub, and who belonged nowhere yet or never signed in. */
  readonly newcomers: readonly PersonId[];
  /** Of these: those who were removed. */
  readonly putBack: readonly PersonId[];
  /** What the command gives again after a join was taken, or set anew, since. */
  readonly takenSince: boolean;
  /** What the command takes back was given behind the loss of the right to: by whom, and which administrators are told. `null`: none was, or it is taken already. */
  readonly late: { readonly from: PersonId; readonly administrators: readonly PersonId[] } | null;
  /** What the command takes may be lost by reading two records as one, and given again in a moment. */
  readonly givenSoon: boolean;
  /** Of the people whom the command invites, or whose manager or tutor it sets: members, or people asked to join, who have not signed in yet. */
  readonly awaited: readonly PersonId[];
  /** Of the people who would be removed, put back, asked to join, or given or lose a role: those whom no email has told of Alongside yet. */
  readonly untold: readonly PersonId[];
  /** The person with each email address that the command names, in their order; `null` for an unused one. */
  readonly addressees: readonly (PersonId | null)[];
  /** The closed school that the command names, and whether the person is its member; `null` where it names none, or one that is open. */
  readonly leaving: {
    readonly institution: InstitutionId;
    readonly successors: readonly InstitutionId[];
    readonly isMember: boolean;
  } | null;
  /** What of the details that the command gives another institution has. */
  readonly doubled: readonly Doubled[];
  /** The trust that the command names, as it was registered; `null` where it names none, or one nobody knows. */
  readonly trust: { readonly institution: InstitutionId; readonly kind: InstitutionDetails['kind'] } | null;
}
