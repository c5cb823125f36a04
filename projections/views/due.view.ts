import type { InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import type { Day, EventId, InstitutionId, MentorshipId, OfferId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { MentorshipEvent } from '@alongside/domain/mentorships/mentorship.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { CaseloadEvent } from '@alongside/domain/requests/caseload.events.js';
import { addDays } from '@alongside/domain/uk/days.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Rows } from '../engine/view.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** What the clock must do next about a request that waits. */
export interface DueRequest {
  readonly kind: 'remind' | 'lapse';
  /**
   * The first day on which it is due: of the reminder, then the day after the deadline. Compared with `<=`, because the clock may have been
   * off.
   */
  readonly day: Day;
  readonly request: RequestId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly remindOn: Day;
  readonly answerBy: Day;
  readonly reminded: boolean;
}

/** A pause that ends by itself, on the day that was named. */
export type DuePause =
  | { readonly kind: 'resume-mentoring'; readonly day: Day; readonly person: PersonId }
  | { readonly kind: 'resume-mentorship'; readonly day: Day; readonly mentorship: MentorshipId };

/** A proposal to complete: a reminder half-way, then the day after the last on which the other may say “not yet”. */
export interface DueCompletion {
  readonly kind: 'remind-completion' | 'complete';
  readonly day: Day;
  readonly mentorship: MentorshipId;
  readonly remindOn: Day;
  readonly agreeBy: Day;
  readonly reminded: boolean;
}

/** A coordinator suggested ending a pair: the day after the last on which either may say that they continue. */
export interface DueClosing {
  readonly kind: 'close';
  readonly day: Day;
  readonly mentorship: MentorshipId;
}

/** Members who were never invited are told that they can sign in. `plan`: the event that said so. */
export interface DueInvitations {
  readonly kind: 'send-invitations';
  readonly day: Day;
  readonly institution: InstitutionId;
  readonly from: PersonId;
  readonly plan: EventId;
}

/** Members of a closed school are told by email, the morning after it was said. `closing`: the event that said so. */
export interface DueClosingLetters {
  readonly kind: 'tell-of-closing';
  readonly day: Day;
  readonly institution: InstitutionId;
  readonly closing: EventId;
  /** Those of a large school who were told already. */
  readonly told: readonly PersonId[];
}

/** The day on which the two look at their agreement again. */
export interface DueReview {
  readonly kind: 'ask-for-review';
  readonly day: Day;
  readonly mentorship: MentorshipId;
}

/** An offer to help that nobody answered: the day after the last to reply. */
export interface DueOffer {
  readonly kind: 'lapse-offer';
  readonly day: Day;
  readonly helpOffer: OfferId;
  readonly mentor: PersonId;
}

export type DueRow = DueReview | DueRequest | DueOffer | DuePause | DueCompletion | DueClosing | DueInvitations | DueClosingLetters;

type Terms = Omit<DueRequest, 'day' | 'kind'>;

/** A reminder that would come after the end is none. */
function due(terms: Terms): DueRequest {
  const lapsesOn = addDays(terms.answerBy, 1);
  const reminds = !terms.reminded && terms.remindOn < lapsesOn;
  return { ...terms, ...(reminds ? { kind: 'remind', day: terms.remindOn } : { kind: 'lapse', day: lapsesOn }) };
}

function set(rows: Rows<DueRow>, request: RequestId, next: Partial<Terms>): void {
  const row = rows.get(request);
  if (row && 'request' in row.data) rows.put(request, { ...row, data: due({ ...row.data, ...next }) });
}
const closed = ({ data }: { readonly data: { readonly request: RequestId } }, rows: Rows<DueRow>): void => rows.remove(data.request);

// A person and a mentorship are known by ids of their own kinds, which could be alike.
const ofPerson = (person: PersonId): string => `mentoring:${person}`;
const ofPair = (mentorship: MentorshipId): string => `mentorship:${mentorship}`;

/** A pause without an end has no due day. */
function paused(rows: Rows<DueRow>, id: string, until: Day | null, pause: (day: Day) => DuePause): void {
  if (until === null) rows.remove(id);
  else rows.put(id, { audience: [], data: pause(until) });
}
const offersAgain = ({ data }: { readonly data: { readonly person: PersonId } }, rows: Rows<DueRow>): void =>
  rows.remove(ofPerson(data.person));
const ofInvitations = (institution: InstitutionId): string => `invitations:${institution}`;
const ofClosingTold = (institution: InstitutionId): string => `closing-told:${institution}`;
/** Closed schools whose members were told: a register that corrects the closing tells nobody again. */
const closingsTold = privateRows<true>('closing-told');
const ofCompletion = (mentorship: MentorshipId): string => `completion:${mentorship}`;

function completes(terms: Omit<DueCompletion, 'kind' | 'day'>): DueCompletion {
  const day = addDays(terms.agreeBy, 1);
  const reminds = !terms.reminded && terms.remindOn < day;
  return { ...terms, ...(reminds ? { kind: 'remind-completion', day: terms.remindOn } : { kind: 'complete', day }) };
}

function setCompletion(rows: Rows<DueRow>, mentorship: MentorshipId, next: Partial<DueCompletion>): void {
  const row = rows.get(ofCompletion(mentorship));
  if (row && 'agreeBy' in row.data) rows.put(ofCompletion(mentorship), { ...row, data: completes({ ...row.data, ...next }) });
}
const staysOpen = ({ data }: { readonly data: { readonly mentorship: MentorshipId } }, rows: Rows<DueRow>): void => {
  rows.remove(ofCompletion(data.mentorship));
  reviewWaits(rows, data.mentorship, undefined);
};

const ofClosing = (mentorship: MentorshipId): string => `closing:${mentorship}`;
function closes(rows: Rows<DueRow>, mentorship: MentorshipId, continueBy: Day): void {
  rows.put(ofClosing(mentorship), { audience: [], data: { kind: 'close', day: addDays(continueBy, 1), mentorship } });
}
const goesOn = ({ data }: { readonly data: { readonly mentorship: MentorshipId } }, rows: Rows<DueRow>): void =>
  rows.remove(ofClosing(data.mentorship));
// The mentor is part of it: two of them may use one id.
type OfOffer = { readonly mentor: PersonId; readonly helpOffer: OfferId };
const ofOffer = ({ mentor, helpOffer }: OfOffer): string => `offer:${mentor}:${helpOffer}`;
const offerClosed = ({ data }: { readonly data: OfOffer }, rows: Rows<DueRow>): void => rows.remove(ofOffer(data));
const ofReview = (mentorship: MentorshipId): string => `review:${mentorship}`;
/** The review days of agreements that were suggested: the signature that makes one of them hold names its id alone. */
const suggested = privateRows<Day>('review-of');
/** The day on which each pair reviews its agreement next, and what the review waits for: nobody is asked in a pause, or while they decide on completing. */
const reviewDays = privateRows<Day>('review-day');
const waitsFor = privateRows<'resuming' | 'completing'>('review-waits');

function settleReview(rows: Rows<DueRow>, mentorship: MentorshipId): void {
  const day = reviewDays.get(rows, mentorship);
  if (day === undefined || waitsFor.get(rows, mentorship)) return rows.remove(ofReview(mentorship));
  rows.put(ofReview(mentorship), { audience: [], data: { kind: 'ask-for-review', day, mentorship } });
}

function reviewsOn(rows: Rows<DueRow>, mentorship: MentorshipId, day: Day | undefined): void {
  if (day === undefined) reviewDays.remove(rows, mentorship);
  else reviewDays.put(rows, mentorship, day);
  settleReview(rows, mentorship);
}

function reviewWaits(rows: Rows<DueRow>, mentorship: MentorshipId, why: 'resuming' | 'completing' | undefined): void {
  if (why === undefined) waitsFor.remove(rows, mentorship);
  else waitsFor.put(rows, mentorship, why);
  settleReview(rows, mentorship);
}

const restsNoMore = ({ data }: { readonly data: { readonly mentorship: MentorshipId } }, rows: Rows<DueRow>): void => {
  rows.remove(ofPair(data.mentorship));
  reviewWaits(rows, data.mentorship, undefined);
};
const over = (event: { readonly data: { readonly mentorship: MentorshipId } }, rows: Rows<DueRow>): void => {
  restsNoMore(event, rows);
  staysOpen(event, rows);
  goesOn(event, rows);
  reviewsOn(rows, event.data.mentorship, undefined);
};

/** What waits for a day, by what the clock must do on it. Private to the hub. */
export const dueView = hubView<CaseloadEvent | InstitutionEvent | MentorshipEvent | PersonEvent, DueRow>()({
  name: 'due',
  version: 11,
  title: 'Reminders and deadlines',
  readers: [],
  indexes: ['day', 'kind'],
  // When to review it is part of what its author wrote.
  forget: (rows, id, person) => {
    if (suggested.keyIn(id) !== undefined && rows.get(id)?.about?.includes(person)) rows.remove(id);
  },
  on: firstCome('request', {
    MentoringRequested: ({ data: { request, mentor, mentee, remindOn, answerBy } }, rows) =>
      rows.put(request, { audience: [], data: due({ request, mentor, mentee, remindOn, answerBy, reminded: false }) }),
    RequestExtended: ({ data: { request, answerBy } }, rows) => set(rows, request, { answerBy }),
    AnswerDayMoved: ({ data: { request, remindOn, answerBy } }, rows) => set(rows, request, { remindOn, answerBy }),
    RequestDiscussed: ({ data: { request, remindOn, answerBy } }, rows) => set(rows, request, { remindOn, answerBy, reminded: false }),
    RequestReminded: ({ data: { request } }, rows) => set(rows, request, { reminded: true }),
    RequestAccepted: (event, rows) => {
      const { mentor, helpOffer } = event.data;
      closed(event, rows);
      if (helpOffer) rows.remove(ofOffer({ mentor, helpOffer }));
    },
    HelpOffered: ({ data: { mentor, helpOffer, answerBy } }, rows) =>
      rows.put(ofOffer({ mentor, helpOffer }), {
        audience: [],
        data: { kind: 'lapse-offer', day: addDays(answerBy, 1), helpOffer, mentor },
      }),
    OfferDeclined: offerClosed,
    OfferWithdrawn: offerClosed,
    OfferLapsed: offerClosed,
    RequestDeclined: closed,
    RequestWithdrawn: closed,
    RequestLapsed: closed,
    MentoringPaused: ({ data: { person, until } }, rows) =>
      paused(rows, ofPerson(person), until, (day) => ({ kind: 'resume-mentoring', day, person })),
    MentoringResumed: offersAgain,
    MentoringWithdrawn: offersAgain,
    PersonErased: offersAgain,
    MentorshipPaused: (event, rows) => {
      const { mentorship, until } = event.data;
      paused(rows, ofPair(mentorship), until, (day) => ({ kind: 'resume-mentorship', day, mentorship }));
      staysOpen(event, rows);
      goesOn(event, rows);
      reviewWaits(rows, mentorship, 'resuming');
    },
    CompletionProposed: ({ data: { mentorship, remindOn, agreeBy } }, rows) => {
      rows.put(ofCompletion(mentorship), { audience: [], data: completes({ mentorship, remindOn, agreeBy, reminded: false }) });
      reviewWaits(rows, mentorship, 'completing');
    },
    CompletionDayMoved: ({ data: { mentorship, remindOn, agreeBy } }, rows) => setCompletion(rows, mentorship, { remindOn, agreeBy }),
    CompletionReminded: ({ data: { mentorship } }, rows) => setCompletion(rows, mentorship, { reminded: true }),
    CompletionDeclined: staysOpen,
    CompletionWithdrawn: staysOpen,
    ClosingProposed: ({ data: { mentorship, continueBy } }, rows) => closes(rows, mentorship, continueBy),
    ClosingDayMoved: ({ data: { mentorship, continueBy } }, rows) => closes(rows, mentorship, continueBy),
    ClosingDeclined: goesOn,
    ClosingLifted: goesOn,
    InvitationsPlanned: ({ id, data: { institution, on, from } }, rows) =>
      on === null
        ? rows.remove(ofInvitations(institution))
        : rows.put(ofInvitations(institution), { audience: [], data: { kind: 'send-invitations', day: on, institution, from, plan: id } }),
    InstitutionClosed: ({ id, at, data: { institution } }, rows) => {
      if (closingsTold.get(rows, institution) || rows.get(ofClosingTold(institution))) return;
      const data = { kind: 'tell-of-closing', day: addDays(dayOf(at), 1), institution, closing: id, told: [] } as const;
      rows.put(ofClosingTold(institution), { audience: [], data });
    },
    ClosingTold: ({ data: { institution, people, goesOn } }, rows) => {
      const row = rows.get(ofClosingTold(institution));
      if (goesOn) {
        if (row && 'told' in row.data)
          rows.put(ofClosingTold(institution), { ...row, data: { ...row.data, told: [...row.data.told, ...people] } });
        return;
      }
      closingsTold.put(rows, institution, true);
      rows.remove(ofClosingTold(institution));
    },
    InstitutionReopened: ({ data: { institution } }, rows) => {
      closingsTold.remove(rows, institution);
      rows.remove(ofClosingTold(institution));
    },
    AgreementProposed: ({ data: { agreement, terms } }, rows) => suggested.put(rows, agreement, terms.reviewOn),
    MentorshipAgreed: ({ data: { mentorship, agreement } }, rows) => {
      const day = suggested.get(rows, agreement);
      if (day) reviewsOn(rows, mentorship, day);
      suggested.remove(rows, agreement);
    },
    ReviewAsked: ({ data: { mentorship } }, rows) => reviewsOn(rows, mentorship, undefined),
    AgreementReviewed: ({ data: { mentorship, reviewOn } }, rows) => reviewsOn(rows, mentorship, reviewOn),
    MentorshipResumed: restsNoMore,
    MentorshipCompleted: over,
    MentorshipEnded: over,
  }),
});
