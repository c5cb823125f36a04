import { calledName } from '../../ui/words.js';
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

export type { Time };

/** A mentor as the hub suggests them to this mentee. */
export interface SuggestedMentor {
  readonly person: string;
  readonly name: string;
  /** What to call them in a sentence. */
  readonly called?: string;
  readonly jobTitle: string;
  readonly about: string;
  readonly institutions: readonly string[];
  readonly because: PartId | null;
  readonly reasons: readonly Remark[];
  readonly parts: readonly { readonly part: PartId; readonly score: number; readonly weight: number }[];
  readonly times: readonly Time[];
  readonly placesLeft: number;
  readonly places: number;
  readonly usualReplyDays: number | null;
  readonly answerDays: number;
}

export type Missing = 'aims' | 'availability' | 'profile';

/** Whom the hub suggests, and how many requests may still be sent. */
export interface SuggestionsAnswer {
  readonly people: readonly SuggestedMentor[];
  readonly requestsLeft: number;
  readonly requestsLimit: number;
  readonly missing: readonly Missing[];
}

/** Views whose changes can change a suggestion. */
export const SUGGESTION_VIEWS = ['directory', 'profile', 'request', 'mentorship'] as const;

const KINDS: Readonly<Record<Remark['kind'], ReasonKind>> = { for: 'for', against: 'but', 'what-if': 'if' };

/** The hub's remarks as a letter draws them. */
export const reasonsOf = (remarks: readonly Remark[]): readonly { kind: ReasonKind; text: string }[] =>
  remarks.map(({ kind, text }) => ({ kind: KINDS[kind], text }));

const OPENINGS: Readonly<Record<PartId, (name: string) => string>> = {
  expertise: (name) => `${name} can help with your focus areas.`,
  goals: (name) => `Your focus areas and what ${name} offers have a lot in common.`,
  context: (name) => `${name} has done a job like yours.`,
  availability: () => `You’re available at the same times.`,
  'ways-of-working': (name) => `You and ${name} like to work in similar ways.`,
  proximity: (name) => `${name} works near you, so it is easy to meet.`,
  learned: (name) => `Mentoring has usually gone well for pairs like you and ${name}.`,
};

const isPart = (about: string): about is PartId => Object.hasOwn(OPENINGS, about);

/** What somebody was chosen for, unless all that is said of it speaks against; then the first thing that speaks for them. */
function chosenFor({ because, reasons }: Pick<SuggestedMentor, 'because' | 'reasons'>): PartId | undefined {
  const said = reasons.filter(({ about }) => about === because);
  const holds = because && (said.length === 0 || said.some(({ kind }) => kind === 'for'));
  if (holds) return because;
  return reasons.flatMap(({ kind, about }) => (kind === 'for' && isPart(about) ? [about] : []))[0];
}

/** How a letter begins: what this person was chosen for. */
export const openingOf = (mentor: Pick<SuggestedMentor, 'because' | 'name' | 'called' | 'reasons'>): string =>
  opening(chosenFor(mentor), calledName(mentor));

const opening = (about: PartId | undefined, name: string): string =>
  about ? OPENINGS[about](name) : `We do not know much yet about how you and ${name} match. You can find out more in a first conversation.`;

/** The strongest word for somebody, for one line of a list; their job where nothing speaks for them yet. */
export const inBrief = ({ reasons, because, jobTitle }: SuggestedMentor): string =>
  (reasons.find(({ about, kind }) => kind === 'for' && about === because) ?? reasons.find(({ kind }) => kind === 'for'))?.text ?? jobTitle;

/** “usually replies within 2 days”; nothing where it is not known. */
export function sayUsualReply(days: number | null): string | undefined {
  if (days === null) return undefined;
  return days <= 1 ? 'usually replies within a day' : `usually replies within ${days} days`;
}
/** “2 of 3 requests left”. */
export const sayRequestsLeft = ({ requestsLeft, requestsLimit }: Pick<SuggestionsAnswer, 'requestsLeft' | 'requestsLimit'>): string =>
  `${requestsLeft} of ${requestsLimit} requests left`;
