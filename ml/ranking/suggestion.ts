import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Chance } from './learned.js';
import type { PartId, Remark } from './part.js';

/** One part of one match, as it counted. */
export interface PartScore {
  readonly part: PartId;
  /** 0 to 1; 0.5 where too little was said to judge. */
  readonly score: number;
  /** Its share of the whole, 0 to 1. */
  readonly weight: number;
}

/** What takes points off a mentor beside the parts: requests to reply to that may take the last place, requests that they let lapse, a slow reply. */
export interface Adjustment {
  readonly about: 'requests' | 'unanswered' | 'slow';
  /** −1 to 1, on the scale of the score. */
  readonly points: number;
  /** How many wait, how many lapsed in a row, or how many days a reply usually takes. */
  readonly count: number;
  /** With requests: how many places are left for them. */
  readonly free?: number;
}

/** Why a mentor stands at their place: the best score, the best for another reason, of another school, what is left, or too far to meet. */
export type Place = 'best' | 'other-reason' | 'other-school' | 'next' | 'beyond';

/** A mentor for a mentee in numbers: all that decides who is shown where. */
export interface Scored {
  readonly mentor: PersonId;
  /** 0 to 1: the parts by their weights, and the adjustments. Orders people; says nothing about how a mentorship will go. */
  readonly score: number;
  /** The part that speaks for this person most: what they were chosen for. `null` where too little is known for any to. */
  readonly because: PartId | null;
  /** The tag of the aim that this person helps with best; `null` where they help with none. */
  readonly aim: string | null;
  readonly parts: readonly PartScore[];
  readonly adjustments: readonly Adjustment[];
  /** `null` outside a list. */
  readonly place: Place | null;
}

/** The same with the reasons in the mentee’s words. */
export interface Told extends Scored {
  /** What the letter begins with: what they do for the first aim, else what they were chosen for. `null` where nothing speaks for them. */
  readonly lead: Remark | null;
  readonly forMentee: readonly Remark[];
}

/** A mentor for a mentee, with the reasons in the words of either side. */
export interface Suggestion extends Told {
  /** How mentorships like this have gone; `null` without a model, or where too little is known. */
  readonly chance: Chance | null;
  readonly forMentor: readonly Remark[];
}
