import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Balance } from './exposure.js';
import type { PartId } from './part.js';

/**
 * A mentor beside a mentee: all that decides who is shown where, whatever counts how much. It holds no profile, so a browser may order by
 * it.
 */
export interface Compared {
  readonly mentor: PersonId;
  readonly scores: Readonly<Record<PartId, number>>;
  readonly balances: readonly Balance[];
  readonly couldMeet: boolean;
  /** Offers no more areas than usual: may be shown for a different reason than others (0076). */
  readonly isFocused: boolean;
  readonly worksAt: readonly InstitutionId[];
  /** The tag of the aim that this person helps with best; `null` where they help with none. */
  readonly aim: string | null;
  /** Whether what they help with is the mentee’s first aim. */
  readonly helpsFirst: boolean;
  /** A fixed number from 0 to 1 that varies the order of those who score the same. */
  readonly spread: number;
}
