import type { Day, MentorshipId, PersonId, RequestId } from '../kernel/brand.js';
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

/** What a mentee asked. */
export interface Asked {
  readonly mentee: PersonId;
  readonly note: string;
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
  readonly reason?: string;
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
  readonly open: ReadonlyMap<RequestId, OpenRequest>;
  readonly answered: ReadonlyMap<RequestId, Answered>;
  readonly taken: ReadonlySet<MentorshipId>;
}

export type Of<Type extends CaseloadCommand['type']> = Extract<CaseloadCommand, { type: Type }>;
export type Decision = Result<readonly CaseloadEvent[], CaseloadRefusal>;

export const pickAsked = ({ mentee, note, aims, times, reserves }: Asked): Asked => ({ mentee, note, aims, times, reserves });

export function evolve(caseload: Caseload, event: CaseloadEvent): Caseload {
  switch (event.type) {
    case 'CapacityChanged':
      return { ...caseload, places: event.data.places };
    case 'MentoringRequested': {
      const { request, remindOn, answerBy, counted } = event.data;
      const blank = { reminded: false, extended: false, actsNext: 'mentor' } as const;
      const asked: OpenRequest = { ...pickAsked(event.data), remindOn, answerBy, counted, ...blank };
      return { ...caseload, open: new Map(caseload.open).set(request, asked) };
    }
    case 'RequestExtended':
      return changed(caseload, event.data.request, { answerBy: event.data.answerBy, counted: event.data.counted, extended: true });
    case 'AnswerDayMoved':
      return changed(caseload, event.data.request, { remindOn: event.data.remindOn, answerBy: event.data.answerBy });
    case 'RequestDiscussed': {
      const { request, from, remindOn, answerBy, counted } = event.data;
      const actsNext: Side = caseload.open.get(request)?.mentee === from ? 'mentor' : 'mentee';
      return changed(caseload, request, { remindOn, answerBy, counted, reminded: false, actsNext });
    }
    case 'RequestReminded':
      return changed(caseload, event.data.request, { reminded: true });
    case 'RequestAccepted': {
      const { request, mentorship, first } = event.data;
      return {
        ...ended(caseload, request, 'accepted', { yes: { mentorship, first } }),
        taken: new Set(caseload.taken).add(mentorship),
      };
    }
    case 'RequestDeclined':
      return ended(caseload, event.data.request, 'declined', { reason: event.data.reason });
    case 'RequestWithdrawn':
      return ended(caseload, event.data.request, 'withdrawn');
    case 'RequestLapsed':
      return ended(caseload, event.data.request, 'lapsed');
    case 'PlaceReleased':
      return { ...caseload, taken: new Set([...caseload.taken].filter((id) => id !== event.data.mentorship)) };
  }
}

function changed(caseload: Caseload, id: RequestId, change: Partial<OpenRequest>): Caseload {
  const request = caseload.open.get(id);
  return request ? { ...caseload, open: new Map(caseload.open).set(id, { ...request, ...change }) } : caseload;
}

function ended(caseload: Caseload, id: RequestId, outcome: Outcome, answer: Pick<Answered, 'yes' | 'reason'> = {}): Caseload {
  const request = caseload.open.get(id);
  if (!request) return caseload;
  const open = new Map(caseload.open);
  open.delete(id);
  return { ...caseload, open, answered: new Map(caseload.answered).set(id, { ...pickAsked(request), ...answer, outcome }) };
}
