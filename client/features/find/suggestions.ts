import { calledName } from '../../ui/words.js';
import type { ReasonKind } from '../../ui/surface.js';

/** The parts of a match, as the hub names them. */
export type PartId = 'expertise' | 'goals' | 'context' | 'availability' | 'ways-of-working' | 'proximity' | 'learned';

/** What the hub says of one part of a match, in the mentee's words. */
export interface Remark {
  readonly about: string;
  readonly kind: 'for' | 'against' | 'what-if';
  readonly text: string;
}

/** A time to meet: when it begins and how long it is, in minutes. */
export interface Time {
  readonly startsAt: string;
  readonly minutes: number;
}

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
  expertise: (name) => `Of all that speaks for ${name}, it is what you want to learn that speaks loudest.`,
  goals: (name) => `Your aims and what ${name} offers have much in common. That is what speaks loudest here.`,
  context: (name) => `${name} knows work like yours from the inside. That is what speaks loudest here.`,
  availability: () => `Your free times meet, and mentoring that fits the week is mentoring that happens.`,
  'ways-of-working': (name) => `You and ${name} like to work in much the same way. That is what speaks loudest here.`,
  proximity: (name) => `${name} is close by, so that meeting takes little arranging.`,
  learned: (name) => `Pairs like you and ${name} have tended to go well.`,
};

/** How a letter begins: what this person was chosen for. */
export const openingOf = ({ because, ...who }: Pick<SuggestedMentor, 'because' | 'name' | 'called'>): string =>
  because
    ? OPENINGS[because](calledName(who))
    : `Little is known yet of how you and ${calledName(who)} would fit. A first conversation will tell you more.`;

/** The strongest word for somebody, for one line of a list; their job where nothing speaks for them yet. */
export const inBrief = ({ reasons, because, jobTitle }: SuggestedMentor): string =>
  (reasons.find(({ about, kind }) => kind === 'for' && about === because) ?? reasons.find(({ kind }) => kind === 'for'))?.text ?? jobTitle;

/** “usually answers within two days”; nothing where it is not known. */
export function sayUsualReply(days: number | null): string | undefined {
  if (days === null) return undefined;
  return days <= 1 ? 'usually answers within a day' : `usually answers within ${NUMBERS[days] ?? days} days`;
}
const NUMBERS: Readonly<Record<number, string>> = {
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
};

/** “2 of 3 requests left”. */
export const sayRequestsLeft = ({ requestsLeft, requestsLimit }: Pick<SuggestionsAnswer, 'requestsLeft' | 'requestsLimit'>): string =>
  `${requestsLeft} of ${requestsLimit} requests left`;
