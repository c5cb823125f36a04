import type { Day, MentorshipId, PersonId, RequestId } from '../kernel/brand.js';
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

/** One mentor's places, the requests that wait, and how the others ended. */
export interface Caseload {
  readonly places: number;
  readonly open: ById<RequestId, OpenRequest>;
  readonly answered: ById<RequestId, Answered>;
  /** Mentorships that take a place. */
  readonly taken: readonly MentorshipId[];
}

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
      return {
        ...ended(caseload, request, 'accepted', { yes: { mentorship, ...(first && { first }) } }),
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
