import type { Day, Instant, MentorshipId, PersonId, RequestId } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import { countedAgain, extended, fullTimeFrom, later, type AnswerDays } from './answer-time.js';
import type { CaseloadCommand } from './caseload.commands.js';
import type { CaseloadEvent, Counted, FirstMeeting, OfferedTime, Side } from './caseload.events.js';
import type { CaseloadFacts } from './caseload.facts.js';
import { isPossible, mayBeAsked } from './may-be-asked.js';

/** How many requests one mentee may have open, with all mentors together (R3). */
export const OPEN_REQUESTS_LIMIT = 3;

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
  | 'REQUEST.EXTENDED_ONCE'
  | 'REQUEST.NOT_DUE'
  | 'MEETING.NOT_OFFERED'
  | 'MEETING.IN_THE_PAST'
  | 'MEETING.CLASH'
>;

/** A request that waits for its answer. */
export interface OpenRequest {
  readonly mentee: PersonId;
  readonly aims: readonly string[];
  /** Times that the mentee can make; the mentor may choose one with their yes. */
  readonly times: readonly OfferedTime[];
  readonly reserves: readonly PersonId[];
  readonly remindOn: Day;
  readonly answerBy: Day;
  /** How the two days were counted. */
  readonly counted: Counted;
  readonly reminded: boolean;
  /** Whoever did not write last; the mentor, while nobody has. */
  readonly actsNext: Side;
  readonly extended: boolean;
}

/** How a request ended, and whose it was. */
export interface Answered {
  readonly mentee: PersonId;
  readonly outcome: 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
}
type Outcome = Answered['outcome'];

/** One mentor's places, the requests that wait, and how the others ended. */
export interface Caseload {
  readonly places: number;
  readonly open: ReadonlyMap<RequestId, OpenRequest>;
  readonly answered: ReadonlyMap<RequestId, Answered>;
  readonly taken: ReadonlySet<MentorshipId>;
}

type Of<Type extends CaseloadCommand['type']> = Extract<CaseloadCommand, { type: Type }>;
type Decision = Result<readonly CaseloadEvent[], CaseloadRefusal>;

function decide(command: CaseloadCommand, caseload: Caseload, facts: CaseloadFacts): Decision {
  switch (command.type) {
    case 'ChangeCapacity':
      // Fewer places than are taken is a mentor's good right: nobody is turned out, and nobody new comes in.
      return ok(command.data.places === caseload.places ? [] : [{ type: 'CapacityChanged', data: command.data }]);
    case 'RequestMentoring':
      return requestMentoring(command, caseload, facts);
    case 'ExtendRequest':
      return extend(command, caseload, facts);
    case 'DiscussRequest':
      return discuss(command, caseload, facts);
    case 'MoveAnswerDay':
      return moveAnswerDay(command, caseload, facts);
    case 'AcceptRequest':
      return accept(command, caseload, facts);
    case 'DeclineRequest':
      return unless(caseload, command.data.request, 'declined', (request) => {
        const { request: id, mentor, reason } = command.data;
        return ok([
          { type: 'RequestDeclined', data: { request: id, mentor, mentee: request.mentee, reason, next: nextOf(request, facts) } },
        ]);
      });
    case 'ReleaseRequest':
      return release(command, caseload, facts);
    case 'WithdrawRequest':
      return unless(caseload, command.data.request, 'withdrawn', ({ mentee }) =>
        ok([{ type: 'RequestWithdrawn', data: { ...command.data, mentee } }]),
      );
    case 'RemindOfRequest':
      return remind(command, caseload, facts);
    case 'LapseRequest':
      return lapse(command, caseload, facts);
    case 'ReleasePlace':
      return ok(caseload.taken.has(command.data.mentorship) ? [{ type: 'PlaceReleased', data: command.data }] : []);
  }
}

function requestMentoring({ data, on, at }: Of<'RequestMentoring'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const { request, mentor, mentee, reserves } = data;
  if (caseload.open.has(request) || caseload.answered.has(request)) return ok([]);
  if (mentor === mentee) return refuse({ code: 'REQUEST.ONESELF' });
  if (new Set([mentor, mentee, ...reserves]).size < reserves.length + 2)
    return refuse({ code: 'REQUEST.RESERVES_MIXED_UP', field: 'reserves' });
  if ([...caseload.open.values()].some((open) => open.mentee === mentee)) return refuse({ code: 'REQUEST.ALREADY_ASKED' });
  if (facts.ask?.paired) return refuse({ code: 'REQUEST.ALREADY_PAIRED' });
  if (!facts.ask || !mayBeAsked(facts.ask)) return refuse({ code: 'REQUEST.NOT_AVAILABLE' });
  if (facts.openRequests >= OPEN_REQUESTS_LIMIT) return refuse({ code: 'REQUEST.TOO_MANY_OPEN', facts: { limit: OPEN_REQUESTS_LIMIT } });
  if (isFull(caseload)) return refuse({ code: 'REQUEST.MENTOR_FULL', facts: { places: caseload.places } });
  return ok([{ type: 'MentoringRequested', data: { ...data, times: stillAhead(data.times, at), ...fullTimeFrom(on, facts.time) } }]);
}

/** Each time once, and those alone that have not passed: a request that was written offline is none the worse for them. */
const stillAhead = (times: readonly OfferedTime[], at: Instant): OfferedTime[] => [
  ...new Map(times.filter(({ startsAt }) => startsAt > at).map((time) => [`${time.startsAt} ${time.minutes}`, time])).values(),
];

function extend({ data }: Of<'ExtendRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  return whenOpen(caseload, data.request, (request) => {
    if (request.extended) return refuse({ code: 'REQUEST.EXTENDED_ONCE' });
    return ok([{ type: 'RequestExtended', data: { request: data.request, ...extended(request, request.counted, facts.time) } }]);
  });
}

function discuss({ data: { request: id, text }, by, on }: Of<'DiscussRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  return whenOpen(caseload, id, (request) => {
    const { remindOn, answerBy, counted } = fullTimeFrom(on, facts.time);
    // Talking soon after an extension must not cost the days that it gave.
    const stays = request.answerBy > answerBy;
    const time = { remindOn, answerBy: later(answerBy, request.answerBy), counted: stays ? request.counted : counted };
    return ok([{ type: 'RequestDiscussed', data: { request: id, from: by, text, ...time } }]);
  });
}

function moveAnswerDay({ data }: Of<'MoveAnswerDay'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const request = caseload.open.get(data.request);
  if (!request) return ok([]);
  const days = countedAgain(request, request.counted, facts.time);
  const same = days.answerBy === request.answerBy && (request.reminded || days.remindOn === request.remindOn);
  return ok(same ? [] : [moved(data.request, days)]);
}

const moved = (request: RequestId, { remindOn, answerBy }: AnswerDays): CaseloadEvent => ({
  type: 'AnswerDayMoved',
  data: { request, remindOn, answerBy },
});

function accept({ data, at }: Of<'AcceptRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const { request: id, mentor, mentorship, first } = data;
  if (caseload.answered.get(id)?.outcome === 'accepted' && caseload.taken.has(mentorship)) return ok([]);
  return whenOpen(caseload, id, ({ mentee, aims, times }) => {
    // Two mentees in one mentorship would count as one place, and the second would have none.
    if (caseload.taken.has(mentorship)) return refuse({ code: 'REQUEST.MENTORSHIP_BEGUN', field: 'mentorship' });
    if (isFull(caseload)) return refuse({ code: 'REQUEST.MENTOR_FULL', facts: { places: caseload.places } });
    if (facts.ask?.paired) return refuse({ code: 'REQUEST.ALREADY_PAIRED' });
    if (!facts.ask || !isPossible(facts.ask)) return refuse({ code: 'REQUEST.NOT_AVAILABLE' });
    const no = first && cannotMeetFirst(first, times, at, facts);
    if (no) return no;
    return ok([{ type: 'RequestAccepted', data: { request: id, mentor, mentee, mentorship, aims: [...aims], ...(first && { first }) } }]);
  });
}

/** A yes with a time is one promise: where the time cannot be, the mentor chooses again, and nothing is half said. */
function cannotMeetFirst(
  { time }: FirstMeeting,
  offered: readonly OfferedTime[],
  at: Instant,
  { clashes }: CaseloadFacts,
): Result<never, CaseloadRefusal> | undefined {
  const isOffered = offered.some(({ startsAt, minutes }) => startsAt === time.startsAt && minutes === time.minutes);
  if (!isOffered) return refuse({ code: 'MEETING.NOT_OFFERED', field: 'first' });
  if (time.startsAt <= at) return refuse({ code: 'MEETING.IN_THE_PAST', field: 'first' });
  return clashes ? refuse({ code: 'MEETING.CLASH', field: 'first' }) : undefined;
}

/** Nobody waits for a mentor who takes no new mentees. What was answered meanwhile needs nothing more. */
function release({ data }: Of<'ReleaseRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const request = caseload.open.get(data.request);
  if (!request) return ok([]);
  const { mentee } = request;
  const next = nextOf(request, facts);
  return ok([{ type: 'RequestDeclined', data: { ...data, mentee, reason: '', next, because: 'not-taking-new-mentees' } }]);
}

function remind({ data, on }: Of<'RemindOfRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const request = caseload.open.get(data.request);
  // The clock may ask late or twice: what was answered or said already needs no reminder.
  if (!request || request.reminded) return ok([]);
  if (on < request.remindOn) return refuse({ code: 'REQUEST.NOT_DUE' });
  const days = countedAgain(request, request.counted, facts.time);
  if (on < days.remindOn) return ok([moved(data.request, days)]);
  return ok([{ type: 'RequestReminded', data: { request: data.request, actsNext: request.actsNext } }]);
}

function lapse({ data, on }: Of<'LapseRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const request = caseload.open.get(data.request);
  if (!request) return ok([]);
  if (on <= request.answerBy) return refuse({ code: 'REQUEST.NOT_DUE' });
  // A calendar that was set since may have come by another way than the one that is followed: nothing lapses before it was looked at again.
  const days = countedAgain(request, request.counted, facts.time);
  if (on <= days.answerBy) return ok([moved(data.request, days)]);
  const { mentee, actsNext } = request;
  return ok([{ type: 'RequestLapsed', data: { ...data, mentee, actsNext, next: nextOf(request, facts) } }]);
}

const isFull = (caseload: Caseload): boolean => caseload.taken.size >= caseload.places;
const nextOf = (request: OpenRequest, facts: CaseloadFacts): PersonId | null =>
  request.reserves.find((reserve) => facts.askable.includes(reserve)) ?? null;

function whenOpen(caseload: Caseload, id: RequestId, then: (request: OpenRequest) => Decision): Decision {
  const request = caseload.open.get(id);
  return request ? then(request) : refuse({ code: 'REQUEST.NOT_OPEN' });
}

/** As `whenOpen`, but a request that already ended this way is no refusal: the same wish has come true. */
function unless(caseload: Caseload, id: RequestId, outcome: Outcome, then: (request: OpenRequest) => Decision): Decision {
  return caseload.answered.get(id)?.outcome === outcome ? ok([]) : whenOpen(caseload, id, then);
}

function evolve(caseload: Caseload, event: CaseloadEvent): Caseload {
  switch (event.type) {
    case 'CapacityChanged':
      return { ...caseload, places: event.data.places };
    case 'MentoringRequested': {
      const { request, mentee, aims, times, reserves, remindOn, answerBy, counted } = event.data;
      const blank = { reminded: false, extended: false, actsNext: 'mentor' } as const;
      const asked: OpenRequest = { mentee, aims, times, reserves, remindOn, answerBy, counted, ...blank };
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
    case 'RequestAccepted':
      return { ...ended(caseload, event.data.request, 'accepted'), taken: new Set(caseload.taken).add(event.data.mentorship) };
    case 'RequestDeclined':
      return ended(caseload, event.data.request, 'declined');
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

function ended(caseload: Caseload, id: RequestId, outcome: Outcome): Caseload {
  const request = caseload.open.get(id);
  if (!request) return caseload;
  const open = new Map(caseload.open);
  open.delete(id);
  return { ...caseload, open, answered: new Map(caseload.answered).set(id, { mentee: request.mentee, outcome }) };
}

/**
 * Capacity and the answer to each request live in the mentor's own stream, so that two acceptances can never both take the last
 * place: the second meets a newer revision and is decided again.
 */
export const caseload: Decider<Caseload, CaseloadCommand, CaseloadEvent, CaseloadRefusal, CaseloadFacts> = {
  initial: { places: 0, open: new Map(), answered: new Map(), taken: new Set() },
  decide,
  evolve,
};
