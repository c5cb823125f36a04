import type { Day, InstitutionId, PersonId } from '../kernel/brand.js';
import type { Membership } from '../policies/actor.js';

/** An institution that one of the two belongs to, or left. */
export interface PlaceOfRecord {
  readonly institution: InstitutionId;
  readonly trust: InstitutionId | null;
}

/** What joining two records must know of the world outside its own stream. */
export interface JoiningFacts {
  /** The older of the two, which is kept; `null` where one of them never joined, was erased or was joined before. */
  readonly older: PersonId | null;
  /** Where each of the two belongs or belonged. Authorisation needs it. */
  readonly recordAt: readonly PlaceOfRecord[];
  readonly otherAt: readonly PlaceOfRecord[];
  /** Where the record that is said to be unread belongs now. Authorisation needs it. */
  readonly unreadAt: readonly Membership[];
  /** Who asked about the two and said that the other, or the one that is said now, is unread, where they may still; `null` for nobody. */
  readonly voucher: PersonId | null;
  /** What stands between the two. */
  readonly between: 'nothing' | 'request' | 'mentorship' | 'reporting-line';
  /** Both have an open request, or a running mentorship, with the same third person. */
  readonly withTheSame: boolean;
  /** One of the two waits for an answer about another record. */
  readonly askedElsewhere: boolean;
  /** Where the two belong now, with all roles of both, the earlier of their first days, and who stands above either: of two, the kept one’s. */
  readonly belongs: readonly (Pick<Membership, 'institution' | 'roles'> & { readonly from: Day } & Partial<
      Record<'lineManager' | 'inductionTutor', PersonId>
    >)[];
}
