import type { Day, InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import type { Alike, But } from '@alongside/domain/suggestions/alike.js';
import type { MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { Likeness } from '@alongside/ml/ranking/alike.js';
import type { Remark } from '@alongside/ml/ranking/part.js';
import type { Reserve, Reserves } from '@alongside/ml/ranking/reserves.js';
import type { Adjustment, PartScore, Suggestion } from '@alongside/ml/ranking/suggestion.js';
import type { Weights } from '@alongside/ml/ranking/weights.js';

/**
 * Why a mentee cannot ask a mentor, as everyone may know. Reporting lines and exclusions share one refusal without a cause: naming one
 * would reveal the other (R5).
 */
export type CannotAsk = { readonly because: 'paused'; readonly until: Day | null };

/** What a mentee is shown of a mentor whatever counts how much: who they are, times that both could make, and what is usual. */
export interface MentorCard {
  readonly person: PersonId;
  readonly name: string;
  /** What to call them in a sentence. */
  readonly called: string;
  readonly jobTitle: string;
  readonly about: string;
  readonly institutions: readonly InstitutionId[];
  /** How mentorships like this have gone, in a sentence; `null` where no model serves, or too little is known. */
  readonly chance: string | null;
  readonly times: readonly MeetingTime[];
  /** What stands in the way of asking them, beside places; `null` where nothing does. */
  readonly cannotAsk: CannotAsk | null;
  readonly placesLeft: number;
  readonly places: number;
  readonly usualReplyDays: number | null;
  /** School days that the mentor has to answer a request, as their school has set. */
  readonly answerDays: number;
}

/** A mentor as a mentee is shown them, with the reasons in the mentee's words. */
export interface SuggestedMentor extends MentorCard {
  readonly because: Suggestion['because'];
  readonly aim: Suggestion['aim'];
  readonly lead: Suggestion['lead'];
  readonly place: Suggestion['place'];
  readonly reasons: readonly Remark[];
  /** The parts by their weights, and the adjustments: they add up to it. */
  readonly score: number;
  /** How likely this ranking was to show them here. Nothing is left to chance yet. */
  readonly propensity: number;
  readonly parts: readonly PartScore[];
  readonly adjustments: readonly Adjustment[];
}

/** A mentor kept ready in the browser: moved sliders are followed there at once. */
export interface ReserveMentor extends MentorCard, Reserve {}

export type ReservesAnswer = Reserves<ReserveMentor>;

/** What reproduces a list from the log: by what it was ranked, what counted how much, and how far the hub had read. */
export interface Ranked {
  readonly ranking: string;
  readonly weights: Weights;
  /** What the mentee insisted on; absent where on nothing. */
  readonly mustHaves?: readonly MustHave[];
  /** Whom others were to be like, and in what better; absent where nobody was named, or is found any more. */
  readonly alike?: Alike;
  /** `null` before the first event. */
  readonly through: Position | null;
}

/** What a mentee insists on, and whom others are to be like. */
export interface Narrowed {
  readonly mustHaves?: readonly MustHave[];
  readonly alike?: Alike | undefined;
}

/** What a mentee asks of a list: who may be on it, and what counts how much. */
export interface Wished extends Narrowed {
  readonly weights: Weights;
}

/** In what another mentor is better than one, and like them. */
export interface OthersAnswer {
  readonly but: readonly But[];
}

export interface SuggestionsAnswer {
  readonly ranked: Ranked;
  readonly people: readonly SuggestedMentor[];
  /** Whom these are like, and in what; `null` where nobody was named, or is found any more. */
  readonly like: { readonly called: string; readonly by: Likeness } | null;
  readonly requestsLeft: number;
  readonly requestsLimit: number;
  /** What the mentee has not said yet that would make suggestions better, as keys for the screen. */
  readonly missing: readonly ('aims' | 'availability' | 'profile')[];
  readonly mustHaves: {
    /** What this mentee can insist on. */
    readonly possible: readonly MustHave[];
    /** Where nobody has all that they insist on: each that alone would let a mentor be suggested, were it let go. */
    readonly inTheWay: readonly MustHave[];
  };
}
