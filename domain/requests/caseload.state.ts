import type { Day, MentorshipId, OfferId, PersonId, RequestId } from '../kernel/brand.js';
import { byId, type ById } from '../kernel/by-id.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import type { Refusal, Result } from '../kernel/result.js';
import type { Counted } from '../uk/answer-time.js';
import type { CaseloadCommand } from './caseload.commands.js';
import type { CaseloadEvent, FirstMeeting, OfferedTime, Side } from './caseload.events.js';

export type CaseloadRefusal = Refusal<
  | 'REQUEST.MENTOR_FULL'
  | 'REQUEST.MENTORSHIP_BEGUN'
  | 'REQUEST.ALREADY_ASKED'
  | 'REQUEST.ALREADY_PAIRED'
  | 'REQUEST.TOO_MANY_OPEN'
  | 'REQUEST.NOT_AVAILABLE'
  | 'REQUEST.ONESELF'
  | 'REQUEST.RESERVES_MIXED_UP'
  | 'REQUEST.NOT_OPEN'
  | 'REQUEST.ACCEPTED_ALREADY'
  | 'REQUEST.DECLINED_ALREADY'
  | 'REQUEST.EXTENDED_ONCE'
  | 'REQUEST.NOT_DUE'
  | 'MESSAGE.TOO_MANY_TODAY'
  | 'MEETING.NOT_OFFERED'
  | 'MEETING.IN_THE_PAST'
  | 'MEETING.CLASH'
  | 'OFFER.MADE_ALREADY'
  | 'OFFER.ASKED_ALREADY'
  | 'OFFER.NOT_AVAILABLE'
  | 'OFFER.NO_SPACE'
  | 'OFFER.NOT_OPEN'
>;

/** What a mentee asked, their note by its digest. */
export interface Asked {
  readonly mentee: PersonId;
  readonly note: Digest;
  readonly aims: readonly string[];
  /** Times that the mentee can make; the mentor may choose one with their yes. */
  readonly times: readonly OfferedTime[];
  readonly reserves: readonly PersonId[];
}

/** A request that waits for its answer. */
export interface OpenRequest extends Asked {
  readonly remindOn: Day;
  readonly answerBy: Day;
  /** How the two days were counted. */
  readonly counted: Counted;
  readonly reminded: boolean;
  /** The one of the two who did not write last; the mentor, before anyone wrote. */
  readonly actsNext: Side;
  readonly extended: boolean;
}

/** How a request ended, what was asked, and what the mentor answered. */
export interface Answered extends Asked {
  readonly outcome: 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
  readonly yes?: Yes;
  readonly reason?: Digest;
}
/** A yes: the mentorship it begins, and the first meeting where it named one. */
export interface Yes {
  readonly mentorship: MentorshipId;
  readonly first?: FirstMeeting | undefined;
}
type Outcome = Answered['outcome'];

/** Whom a mentor offered to help, their message by its digest. */
export interface OpenOffer {
  readonly mentee: PersonId;
  readonly note: Digest;
  readonly aims: readonly string[];
  readonly answerBy: Day;
  readonly counted: Counted;
}
/** How an offer ended; with a yes, what the yes began. */
export interface EndedOffer extends Pick<OpenOffer, 'mentee' | 'note'> {
  readonly outcome: Outcome;
  readonly yes?: { readonly request: RequestId; readonly mentorship: MentorshipId };
}

/** One mentor's places, the requests that wait, and how the others ended. */
export interface Caseload {
  readonly places: number;
  readonly open: ById<RequestId, OpenRequest>;
  readonly answered: ById<RequestId, Answered>;
  /** Mentorships that take a place. */
  readonly taken: readonly MentorshipId[];
  /** Offers to help that wait for a reply, and how the others ended. */
  readonly offers: ById<OfferId, OpenOffer>;
  readonly ended: ById<OfferId, EndedOffer>;
  /** From when on this mentor may offer help again to those who declined it. */
  readonly notBefore: ById<PersonId, Day>;
}

/** An earlier yes began this mentorship, whether it is over by now or not. */
export const isBegun = ({ taken, answered }: Caseload, mentorship: MentorshipId): boolean =>
  taken.includes(mentorship) || byId.values(answered).some(({ yes }) => yes?.mentorship === mentorship);

/** A yes of this mentor to them still takes a place. What follows from it, a mentorship, may not be in the views yet. */
export const isPairedHere = ({ answered, taken }: Caseload, mentee: PersonId): boolean =>
  byId.values(answered).some((one) => one.mentee === mentee && one.yes !== undefined && taken.includes(one.yes.mentorship));

/** No place is free. */
export const isFull = ({ taken, places }: Pick<Caseload, 'taken' | 'places'>): boolean => taken.length >= places;

export type Of<Type extends CaseloadCommand['type']> = Extract<CaseloadCommand, { type: Type }>;
export type Decision = Result<readonly CaseloadEvent[], CaseloadRefusal>;

export const pickAsked = ({ mentee, note, aims, times, reserves }: Asked): Asked => ({ mentee, note, aims, times, reserves });

/** What a command or an event asks, as state knows it. */
export const askedIn = ({ note, ...said }: Omit<Asked, 'note'> & { readonly note: string }): Asked =>
  pickAsked({ ...said, note: digestOf(note) });

export function evolve(caseload: Caseload, event: CaseloadEvent): Caseload {
  switch (event.type) {
    case 'CapacityChanged':
      return { ...caseload, places: event.data.places };
    case 'MentoringRequested': {
      const { request, remindOn, answerBy, counted } = event.data;
      const blank = { reminded: false, extended: false, actsNext: 'mentor' } as const;
      const asked: OpenRequest = { ...askedIn(event.data), remindOn, answerBy, counted, ...blank };
      return { ...caseload, open: byId.with(caseload.open, request, asked) };
    }
    case 'RequestExtended':
      return changed(caseload, event.data.request, { answerBy: event.data.answerBy, counted: event.data.counted, extended: true });
    case 'AnswerDayMoved':
      return changed(caseload, event.data.request, { remindOn: event.data.remindOn, answerBy: event.data.answerBy });
    case 'RequestDiscussed': {
      const { request, from, remindOn, answerBy, counted } = event.data;
      const actsNext: Side = byId.get(caseload.open, request)?.mentee === from ? 'mentor' : 'mentee';
      return changed(caseload, request, { remindOn, answerBy, counted, reminded: false, actsNext });
    }
    case 'RequestReminded':
      return changed(caseload, event.data.request, { reminded: true });
    case 'RequestAccepted': {
      const { request, mentorship, first } = event.data;
      const { helpOffer } = event.data;
      const answered = ended(caseload, request, 'accepted', { yes: { mentorship, ...(first && { first }) } });
      return {
        ...(helpOffer ? offerEnded(answered, helpOffer, 'accepted', { request, mentorship }) : answered),
        taken: [...caseload.taken.filter((id) => id !== mentorship), mentorship],
      };
    }
    case 'RequestDeclined':
      return ended(caseload, event.data.request, 'declined', { reason: digestOf(event.data.reason) });
    case 'RequestWithdrawn':
      return ended(caseload, event.data.request, 'withdrawn');
    case 'RequestLapsed':
      return ended(caseload, event.data.request, 'lapsed');
    case 'PlaceReleased':
      return { ...caseload, taken: caseload.taken.filter((id) => id !== event.data.mentorship) };
    case 'HelpOffered': {
      const { helpOffer, mentee, note, aims, answerBy, counted } = event.data;
      return { ...caseload, offers: byId.with(caseload.offers, helpOffer, { mentee, note: digestOf(note), aims, answerBy, counted }) };
    }
    case 'OfferDeclined': {
      const { helpOffer, mentee, notBefore } = event.data;
      return { ...offerEnded(caseload, helpOffer, 'declined'), notBefore: byId.with(caseload.notBefore, mentee, notBefore) };
    }
    case 'OfferWithdrawn':
      return offerEnded(caseload, event.data.helpOffer, 'withdrawn');
    case 'OfferLapsed':
      return offerEnded(caseload, event.data.helpOffer, 'lapsed');
  }
}

function changed(caseload: Caseload, id: RequestId, change: Partial<OpenRequest>): Caseload {
  const request = byId.get(caseload.open, id);
  return request ? { ...caseload, open: byId.with(caseload.open, id, { ...request, ...change }) } : caseload;
}

function ended(caseload: Caseload, id: RequestId, outcome: Outcome, answer: Pick<Answered, 'yes' | 'reason'> = {}): Caseload {
  const request = byId.get(caseload.open, id);
  if (!request) return caseload;
  const answered = byId.with(caseload.answered, id, { ...pickAsked(request), ...answer, outcome });
  return { ...caseload, open: byId.without(caseload.open, id), answered };
}

function offerEnded(caseload: Caseload, id: OfferId, outcome: Outcome, yes?: EndedOffer['yes']): Caseload {
  const offer = byId.get(caseload.offers, id);
  if (!offer) return caseload;
  const { mentee, note } = offer;
  const ended = byId.with(caseload.ended, id, { mentee, note, outcome, ...(yes && { yes }) });
  return { ...caseload, offers: byId.without(caseload.offers, id), ended };
}
