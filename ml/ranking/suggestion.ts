import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { PartId, Remark } from './part.js';

/** One part of one match, as it counted. */
export interface PartScore {
  readonly part: PartId;
  /** 0 to 1; 0.5 where too little was said to judge. */
  readonly score: number;
  /** Its share of the whole, 0 to 1. */
  readonly weight: number;
}

/** A mentor for a mentee, with the reasons in the words of either side. */
export interface Suggestion {
  readonly mentor: PersonId;
  /** 0 to 1. Orders people; says nothing about how a mentorship will go. */
  readonly score: number;
  /** The part that speaks for this person most: what they were chosen for. `null` where too little is known for any to. */
  readonly because: PartId | null;
  /** The tag of the aim that this person helps with best; `null` where they help with none. */
  readonly aim: string | null;
  readonly parts: readonly PartScore[];
  readonly forMentee: readonly Remark[];
  readonly forMentor: readonly Remark[];
}
