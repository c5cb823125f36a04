import type { Alike } from '@alongside/domain/suggestions/alike.js';
import type { MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { RestsOn } from '../../replica/index.js';
import { calledName, count, sayDay } from '../../ui/words.js';
import type { ReasonKind } from '../../ui/surface.js';
import type { Time } from './slot.js';

/** The parts of a match, as the hub names them. */
export type PartId = 'expertise' | 'goals' | 'context' | 'availability' | 'ways-of-working' | 'proximity' | 'learned';

/** What the hub says of one part of a match, in the mentee's words. */
export interface Remark {
  readonly about: string;
  readonly kind: 'for' | 'against' | 'what-if';
  readonly text: string;
}

/** What is shown of a mentor whatever counts how much. */
export interface MentorCard {
  readonly person: string;
  readonly name: string;
  /** What to call them in a sentence. */
  readonly called?: string;
  readonly jobTitle: string;
  readonly about: string;
  readonly institutions: readonly string[];
  /** How mentorships like this have gone; absent in an answer kept since before the hub told. */
  readonly chance?: string | null;
  readonly times: readonly Time[];
  /** What stands in the way of asking them, beside places; `null` where nothing does. */
  readonly cannotAsk: { readonly because: 'paused'; readonly until: string | null } | null;
  readonly placesLeft: number;
  readonly places: number;
  readonly usualReplyDays: number | null;
  readonly answerDays: number;
}

/** A mentor as the hub suggests them to this mentee. */
export interface SuggestedMentor extends MentorCard {
  readonly because: PartId | null;
  /** The tag of the focus area that they help with best. */
  readonly aim: string | null;
  /** What their letter begins with; `null` where nothing speaks for them yet. */
  readonly lead: Remark | null;
  readonly place: Place | null;
  readonly reasons: readonly Remark[];
  readonly score: number;
  readonly propensity: number;
  readonly parts: readonly { readonly part: PartId; readonly score: number; readonly weight: number }[];
  /** What is taken off the parts. With them it adds up to the score. */
  readonly adjustments: readonly {
    readonly about: 'requests' | 'unanswered' | 'slow';
    readonly points: number;
    readonly count: number;
    /** With requests: the places left for them; absent in an answer kept since before it counted. */
    readonly free?: number;
  }[];
}

/** Why someone stands where they stand in the list. */
type Place = 'best' | 'other-reason' | 'other-school' | 'next' | 'beyond';

export type Missing = 'aims' | 'availability' | 'profile';

/** Whom the hub suggests, and how many requests may still be sent. */
export interface SuggestionsAnswer {
  /** What reproduces this list. */
  readonly ranked: {
    readonly ranking: string;
    readonly weights: Readonly<Record<string, number>>;
    readonly mustHaves?: readonly MustHave[];
    readonly alike?: Alike;
    readonly through: string | null;
  };
  readonly people: readonly SuggestedMentor[];
  /** Whom these are like; absent in an answer kept since before it could be asked. */
  readonly like?: { readonly called: string; readonly by: 'focus' | 'work' | null } | null;
  readonly requestsLeft: number;
  readonly requestsLimit: number;
  readonly missing: readonly Missing[];
  /** What the mentee can insist on, and where nobody has it all: what alone stands in the way. Absent in an answer kept since before there were any. */
  readonly mustHaves?: { readonly possible: readonly MustHave[]; readonly inTheWay: readonly MustHave[] };
}

/** What a suggestion rests on: what one says of oneself, whom one asked, and all the mentors whom one may find. */
export const SUGGESTIONS_REST_ON = { views: ['profile', 'request', 'mentorship'], ofOthers: true } as const satisfies RestsOn;

const KINDS: Readonly<Record<Remark['kind'], ReasonKind>> = { for: 'for', against: 'but', 'what-if': 'if' };

/** The hub's remarks as a letter draws them. */
export const reasonsOf = (remarks: readonly Remark[]): readonly { kind: ReasonKind; text: string }[] =>
  remarks.map(({ kind, text }) => ({ kind: KINDS[kind], text }));

/** How a letter begins, and the other reasons below: the first claims no more than the hub says, and is not said twice. */
export function openingOf(mentor: Pick<SuggestedMentor, 'lead' | 'name' | 'called' | 'reasons'>) {
  return {
    opening:
      mentor.lead?.text ??
      `We do not know much yet about how you and ${calledName(mentor)} match. You can find out more in a first conversation.`,
    others: mentor.reasons.filter(({ text }) => text !== mentor.lead?.text),
  };
}

/** What a mentor was chosen for, in the hub’s words. */
const reasonFor = ({ because, reasons }: Pick<SuggestedMentor, 'because' | 'reasons'>): Remark | undefined =>
  reasons.find(({ kind, about }) => kind === 'for' && about === because);

/** Each of them was chosen for something that is said, and no two for the same. */
export function differ(people: readonly SuggestedMentor[]): boolean {
  const reasons = people.map((one) => reasonFor(one) && `${one.because} ${one.because === 'expertise' ? one.aim : ''}`);
  return !reasons.includes(undefined) && new Set(reasons).size === reasons.length;
}

/** What a mentor was chosen for, for one line of a list; their job where nothing speaks for them yet. */
export const inBrief = (mentor: SuggestedMentor): string =>
  reasonFor(mentor)?.text ?? mentor.lead?.text ?? mentor.reasons.find(({ kind }) => kind === 'for')?.text ?? mentor.jobTitle;

/** Who were looked at for a list, where not all whom one can ask: those who are as one asked, or as many as the browser had. */
export interface LookedAt {
  readonly narrowed?: boolean | undefined;
  readonly outOf?: number | null | undefined;
}

/** Why they stand where they stand; nothing outside a list. */
export function sayPlace(
  mentor: Pick<SuggestedMentor, 'place' | 'name' | 'called'>,
  { narrowed, outOf }: LookedAt = {},
): string | undefined {
  const name = calledName(mentor);
  const asked = narrowed ? 'mentors who are as you asked' : 'mentors you can ask';
  const those = outOf ? `${count(outOf, 'mentor')} we compared` : asked;
  const words: Readonly<Record<Place, string>> = {
    best: `Of the ${those}, ${name} scores highest. When mentors score the same, we vary who comes first.`,
    next: outOf ? `Of the others among the ${those}, ${name} scores highest.` : `Of the other ${those}, ${name} scores highest.`,
    'other-reason': `We show ${name} here for a different reason from the mentors we chose first. Others may score higher.`,
    'other-school': `We show ${name} here because ${name} works at a different school from the mentors we chose first. Others may score higher.`,
    beyond: `You and ${name} may not be able to meet, so we show mentors you could meet first.`,
  };
  return mentor.place ? words[mentor.place] : undefined;
}

/** “usually replies within 2 days”; nothing where it is not known. */
export function sayUsualReply(days: number | null): string | undefined {
  if (days === null) return undefined;
  return days <= 1 ? 'usually replies within a day' : `usually replies within ${days} days`;
}

/** Why this mentor cannot be asked, and what may come of it; nothing where they can be. */
export function whyNotAsk(
  mentor: Pick<SuggestedMentor, 'cannotAsk' | 'placesLeft' | 'name' | 'called'>,
): { readonly title: string; readonly more: string } | undefined {
  const { cannotAsk, placesLeft } = mentor;
  const name = calledName(mentor);
  if (cannotAsk)
    return {
      title: `${name} is not taking new requests ${cannotAsk.until ? `until ${sayDay(cannotAsk.until)}` : 'right now'}`,
      more: cannotAsk.until ? `You can ask ${name} from that day.` : `You can ask ${name} when they take requests again.`,
    };
  if (placesLeft > 0) return undefined;
  return {
    title: `${name} is full right now`,
    more: `${name} may have space when a mentorship ends. You can still find them in the directory.`,
  };
}

/** “2 of 3 requests left”. */
export const sayRequestsLeft = ({ requestsLeft, requestsLimit }: Pick<SuggestionsAnswer, 'requestsLeft' | 'requestsLimit'>): string =>
  `${requestsLeft} of ${requestsLimit} requests left`;
