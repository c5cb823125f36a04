import type { Remark } from '../../shared/mentors/suggestions.js';
import type { Ways } from '../../shared/pair/ways.js';

/** What a new pair begins with, as the hub works it out; the same for both. */
export interface MatchAnswer {
  readonly reasons: readonly Remark[];
  readonly ways: Ways | null;
  /** About a term on, a school day of both. */
  readonly reviewOn: string;
  /** A day to have signed an agreement by; `null` before a first meeting is booked. */
  readonly signBy: string | null;
}
