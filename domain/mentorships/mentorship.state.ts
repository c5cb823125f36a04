import type { AgreementId, Day, PersonId, RequestId } from '../kernel/brand.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import type { Refusal, Result } from '../kernel/result.js';
import type { Counted } from '../uk/answer-time.js';
import type { Participants } from './participants.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import type { AgreementTerms, ClosingReason, MentorshipEvent, PauseReason } from './mentorship.events.js';

export type MentorshipRefusal = Refusal<
  | 'MENTORSHIP.NOT_STARTED'
  | 'MENTORSHIP.ALREADY_STARTED'
  | 'MENTORSHIP.WITH_ONESELF'
  | 'MENTORSHIP.OVER'
  | 'MENTORSHIP.PAUSED'
  | 'MENTORSHIP.NOT_AGREED'
  | 'MENTORSHIP.NO_PROPOSAL'
  | 'MENTORSHIP.ALREADY_PROPOSED'
  | 'MENTORSHIP.ALREADY_ENDED'
  | 'MENTORSHIP.PROPOSAL_REPLACED'
  | 'MENTORSHIP.SUGGESTED_MEANWHILE'
  | 'MENTORSHIP.PAUSED_MEANWHILE'
  | 'MENTORSHIP.NOTHING_TO_REVIEW'
  | 'MENTORSHIP.AGREEMENT_REPLACED'
  | 'MENTORSHIP.REVIEW_PAST'
  | 'MENTORSHIP.REVIEW_IN_HOLIDAY'
  | 'MENTORSHIP.PAUSE_PAST'
  | 'MENTORSHIP.IN_REPORTING_LINE'
  | 'MENTORSHIP.NO_COMPLETION'
  | 'MENTORSHIP.WAITS_FOR_THE_OTHER'
  | 'MENTORSHIP.NOT_YOUR_PROPOSAL'
  | 'MENTORSHIP.NOT_DUE'
  | 'MENTORSHIP.NO_HELP_FROM_THEM'
  | 'MESSAGE.TOO_MANY_TODAY'
  | 'MENTORSHIP.NOT_SILENT'
  | 'MENTORSHIP.CONTINUES'
>;

/** Terms of which what is in words is known by its digest. */
export type KnownTerms = AgreementTerms & { readonly purpose: Digest; readonly confidentiality: Digest };
export const knownTerms = (terms: AgreementTerms): KnownTerms => ({
  ...terms,
  purpose: digestOf(terms.purpose),
  confidentiality: digestOf(terms.confidentiality),
});

/** Terms that wait for a second signature, or were signed by both. */
interface Agreement {
  readonly id: AgreementId;
  readonly by: PersonId;
  readonly terms: KnownTerms;
  readonly signedBy: readonly PersonId[];
}

/** A proposal to complete that is open. */
export interface Completion {
  readonly by: PersonId;
  readonly remindOn: Day;
  /** The last day on which the other may still say “not yet”. */
  readonly agreeBy: Day;
  readonly counted: Counted;
  readonly reminded: boolean;
}

/** A suggestion to end a pair, while neither of the two has replied. */
export interface Closing {
  readonly because: ClosingReason;
  /** The last day on which either of the two may still say that they continue. */
  readonly continueBy: Day;
  readonly counted: Counted;
}

/** A mentorship that was started. */
export interface Started {
  readonly kind: 'started';
  readonly participants: Participants;
  readonly request: RequestId | null;
  /** The newest proposal. An older agreement that both signed stays in force until this one is signed by both. */
  readonly agreement: Agreement | null;
  /** Both have signed at least once: the trial is over. */
  readonly agreed: boolean;
  /** What both have signed last, and on which day they look at it again. `asked`: the clock has said so. */
  readonly inForce: {
    readonly id: AgreementId;
    readonly reviewOn: Day;
    readonly asked: boolean;
    /** Who has said to carry on with it until this day, while not everyone has. */
    readonly answered: { readonly by: readonly PersonId[]; readonly reviewOn: Day } | null;
  } | null;
  readonly paused: { readonly until: Day | null; readonly why: PauseReason } | null;
  /** How often it was paused. */
  readonly pauses: number;
  /** A proposal to complete that the other has not replied to. */
  readonly completion: Completion | null;
  /** A suggestion to end it, while neither of the two has replied. */
  readonly closing: Closing | null;
  /** When one of the two last replied that they continue. */
  readonly continuedOn: Day | null;
  /** The mentor has left, and the two have not said that they carry on. */
  readonly needsHandover: boolean;
  readonly over: Over | null;
}
/** How it ended, by whom, for which reason as they said it, and with which wish. */
export type Over =
  | { readonly how: 'completed'; readonly by: PersonId }
  | { readonly how: 'ended'; readonly by: PersonId; readonly reason: Digest; readonly wantsAnother: boolean };
export type Mentorship = { readonly kind: 'none' } | Started;

export type Of<Type extends MentorshipCommand['type']> = Extract<MentorshipCommand, { type: Type }>;
export type Decision = Result<readonly MentorshipEvent[], MentorshipRefusal>;

export function evolve(mentorship: Mentorship, event: MentorshipEvent): Mentorship {
  if (event.type === 'MentorshipStarted') {
    const { participants, request } = event.data;
    return {
      kind: 'started',
      participants,
      request,
      agreement: null,
      agreed: false,
      inForce: null,
      paused: null,
      pauses: 0,
      completion: null,
      closing: null,
      continuedOn: null,
      needsHandover: false,
      over: null,
    };
  }
  return mentorship.kind === 'none' ? mentorship : live(mentorship, event);
}

function live(mentorship: Started, event: Exclude<MentorshipEvent, { type: 'MentorshipStarted' }>): Started {
  switch (event.type) {
    case 'AgreementProposed':
      return {
        ...mentorship,
        agreement: { id: event.data.agreement, by: event.data.by, terms: knownTerms(event.data.terms), signedBy: [] },
      };
    case 'AgreementSigned': {
      const { agreement } = mentorship;
      return agreement ? { ...mentorship, agreement: { ...agreement, signedBy: [...agreement.signedBy, event.data.by] } } : mentorship;
    }
    case 'MentorshipAgreed':
      return { ...mentorship, agreed: true, inForce: signedBoth(mentorship.agreement, event.data.agreement) };
    case 'ReviewAsked':
      return { ...mentorship, inForce: mentorship.inForce && { ...mentorship.inForce, asked: true } };
    case 'ReviewAnswered': {
      const { by, reviewOn } = event.data;
      return {
        ...mentorship,
        inForce: mentorship.inForce && { ...mentorship.inForce, answered: answeredBy(mentorship.inForce, by, reviewOn) },
      };
    }
    case 'AgreementReviewed':
      return { ...mentorship, inForce: { id: event.data.agreement, reviewOn: event.data.reviewOn, asked: false, answered: null } };
    case 'FitChecked':
    case 'HelpAsked':
      // Private to the one who said it: it decides nothing.
      return mentorship;
    case 'MentorshipPaused':
      // No days run while a pair rests; after it either may propose again.
      return {
        ...mentorship,
        paused: { until: event.data.until, why: event.data.why },
        pauses: mentorship.pauses + 1,
        completion: null,
        closing: null,
      };
    case 'MentorshipResumed':
      return { ...mentorship, paused: null };
    case 'CompletionProposed': {
      const { by, remindOn, agreeBy, counted } = event.data;
      return { ...mentorship, completion: { by, remindOn, agreeBy, counted, reminded: false } };
    }
    case 'CompletionDayMoved':
      return withCompletion(mentorship, { remindOn: event.data.remindOn, agreeBy: event.data.agreeBy });
    case 'CompletionReminded':
      return withCompletion(mentorship, { reminded: true });
    case 'CompletionDeclined':
    case 'CompletionWithdrawn':
      return { ...mentorship, completion: null };
    case 'ClosingProposed':
      return {
        ...mentorship,
        closing: { because: event.data.because, continueBy: event.data.continueBy, counted: event.data.counted },
      };
    case 'ClosingDayMoved':
      return mentorship.closing ? { ...mentorship, closing: { ...mentorship.closing, continueBy: event.data.continueBy } } : mentorship;
    case 'ClosingDeclined':
      return { ...mentorship, closing: null, continuedOn: event.data.on };
    case 'ClosingLifted':
      return { ...mentorship, closing: null };
    case 'HandoverNeeded':
      return { ...mentorship, needsHandover: true };
    case 'HandoverSettled':
      return { ...mentorship, needsHandover: false };
    case 'MenteeLeft':
      return mentorship;
    case 'MentorshipCompleted':
      return { ...mentorship, paused: null, completion: null, closing: null, over: { how: 'completed', by: event.data.by } };
    case 'MentorshipEnded': {
      const { by, reason, wantsAnother } = event.data;
      const over = { how: 'ended' as const, by, reason: digestOf(reason), wantsAnother };
      return { ...mentorship, paused: null, completion: null, closing: null, over };
    }
  }
}

const signedBoth = (agreement: Agreement | null, id: AgreementId): Started['inForce'] =>
  agreement?.id === id ? { id, reviewOn: agreement.terms.reviewOn, asked: false, answered: null } : null;

/** Another day than the others named is a question back to them: what they said counts no more. */
const answeredBy = ({ answered }: NonNullable<Started['inForce']>, by: PersonId, reviewOn: Day) => ({
  by: answered?.reviewOn === reviewOn ? [...answered.by, by] : [by],
  reviewOn,
});

const withCompletion = (mentorship: Started, change: Partial<Completion>): Started =>
  mentorship.completion ? { ...mentorship, completion: { ...mentorship.completion, ...change } } : mentorship;
