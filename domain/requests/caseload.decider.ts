import type { Instant, PersonId, RequestId } from '../kernel/brand.js';
import { byId } from '../kernel/by-id.js';
import { HUB, type Decider } from '../kernel/decider.js';
import { digestOf } from '../kernel/digest.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { isSame } from '../kernel/same.js';
import { TO_ONE_PERSON_LIMIT_A_DAY } from '../messages/daily-limit.js';
import { dayOf, sayMoment } from '../uk/uk-time.js';
import { countedAgain, extended, fullTimeFrom, later, type AnswerDays } from '../uk/answer-time.js';
import type { CaseloadCommand } from './caseload.commands.js';
import type { CaseloadEvent, FirstMeeting, OfferedTime } from './caseload.events.js';
import type { CaseloadFacts } from './caseload.facts.js';
import {
  askedIn,
  evolve,
  isBegun,
  isFull,
  isPairedHere,
  pickAsked,
  type Asked,
  type Caseload,
  type CaseloadRefusal,
  type Decision,
  type Of,
  type OpenRequest,
  type Yes,
} from './caseload.state.js';
import { OPEN_REQUESTS_LIMIT } from './limits.js';
import { isPossible, mayBeAsked } from './may-be-asked.js';
import { decideOffer, offersTo, takenBack, withoutSpace } from './offers.js';

export type { Answered, Caseload, CaseloadRefusal, OpenRequest } from './caseload.state.js';

function decide(command: CaseloadCommand, caseload: Caseload, facts: CaseloadFacts): Decision {
  switch (command.type) {
    case 'ChangeCapacity':
      // A mentor may offer fewer places than are taken: current mentees stay, and no new ones join.
      return ok(command.data.places === caseload.places ? [] : withoutSpace(caseload, [{ type: 'CapacityChanged', data: command.data }]));
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
      return decline(command, caseload, facts);
    case 'ReleaseRequest':
      return release(command, caseload, facts);
    case 'WithdrawRequest':
      return withdraw(command, caseload);
    case 'RemindOfRequest':
      return remind(command, caseload, facts);
    case 'LapseRequest':
      return lapse(command, caseload, facts);
    case 'OfferHelp':
    case 'AcceptOffer':
    case 'DeclineOffer':
    case 'WithdrawOffer':
    case 'CloseOffer':
    case 'LapseOffer':
      return decideOffer(command, caseload, facts);
    case 'ReleasePlace':
      return ok(caseload.taken.includes(command.data.mentorship) ? [{ type: 'PlaceReleased', data: command.data }] : []);
  }
}

function requestMentoring({ data, on, at }: Of<'RequestMentoring'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const { request, mentor, mentee, reserves } = data;
  const before = byId.get(caseload.open, request) ?? byId.get(caseload.answered, request);
  if (before && isAskedAlike(before, data, at)) return ok([]);
  if (before) return byId.has(caseload.open, request) ? refuse({ code: 'REQUEST.ALREADY_ASKED' }) : notOpen(caseload, request);
  if (mentor === mentee) return refuse({ code: 'REQUEST.ONESELF' });
  if (new Set([mentor, mentee, ...reserves]).size < reserves.length + 2)
    return refuse({ code: 'REQUEST.RESERVES_MIXED_UP', field: 'reserves' });
  if (byId.values(caseload.open).some((open) => open.mentee === mentee)) return refuse({ code: 'REQUEST.ALREADY_ASKED' });
  if (facts.ask?.paired || isPairedHere(caseload, mentee)) return refuse({ code: 'REQUEST.ALREADY_PAIRED' });
  if (!facts.ask || !mayBeAsked(facts.ask)) return refuse({ code: 'REQUEST.NOT_AVAILABLE' });
  if (facts.openRequests >= OPEN_REQUESTS_LIMIT) return refuse({ code: 'REQUEST.TOO_MANY_OPEN', facts: { limit: OPEN_REQUESTS_LIMIT } });
  if (isFull(caseload)) return refuse({ code: 'REQUEST.MENTOR_FULL', facts: { places: caseload.places } });
  return ok([
    { type: 'MentoringRequested', data: { ...data, times: stillAhead(data.times, at), ...fullTimeFrom(on, facts.time) } },
    // One thing is open between two: the mentee asks for themself what was offered.
    ...offersTo(caseload, mentee).map((offer) => takenBack(offer, { mentor, mentee }, 'asked')),
  ]);
}

/** Each time once, and those alone that have not passed: a request that was written offline is none the worse for them. */
const stillAhead = (times: readonly OfferedTime[], at: Instant): OfferedTime[] => [
  ...new Map(times.filter(({ startsAt }) => startsAt > at).map((time) => [`${time.startsAt} ${time.minutes}`, time])).values(),
];

/** Times that have passed since are none the worse for it. */
const isAskedAlike = (before: Asked, { times, ...said }: Of<'RequestMentoring'>['data'], at: Instant): boolean =>
  isSame(askedIn({ ...said, times: [...before.times] }), pickAsked(before)) &&
  stillAhead(times, at).every((time) => before.times.some((one) => isSame(one, time))) &&
  before.times.every((time) => times.some((one) => isSame(one, time)));

function extend({ data }: Of<'ExtendRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  return whenOpen(caseload, data.request, (request) => {
    if (request.extended) return refuse({ code: 'REQUEST.EXTENDED_ONCE' });
    return ok([{ type: 'RequestExtended', data: { request: data.request, ...extended(request, request.counted, facts.time) } }]);
  });
}

/** Each message sends an email: the limit of a day is that of messages, which count as well. */
function discuss({ data: { request: id, text }, by, on }: Of<'DiscussRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  return whenOpen(caseload, id, (request) => {
    if (facts.writtenToday >= TO_ONE_PERSON_LIMIT_A_DAY)
      return refuse({ code: 'MESSAGE.TOO_MANY_TODAY', facts: { limit: TO_ONE_PERSON_LIMIT_A_DAY } });
    const { remindOn, answerBy, counted } = fullTimeFrom(on, facts.time);
    // Talking soon after an extension must not cost the days that it gave.
    const stays = request.answerBy > answerBy;
    const time = { remindOn, answerBy: later(answerBy, request.answerBy), counted: stays ? request.counted : counted };
    return ok([{ type: 'RequestDiscussed', data: { request: id, from: by, text, ...time } }]);
  });
}

function moveAnswerDay({ data }: Of<'MoveAnswerDay'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const request = byId.get(caseload.open, data.request);
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
  const yes = byId.get(caseload.answered, id)?.yes;
  if (yes && caseload.taken.includes(yes.mentorship)) return isSame(yes, { mentorship, first }) ? ok([]) : acceptedAlready(yes, at);
  return whenOpen(caseload, id, ({ mentee, aims, times }) => {
    // Two mentees in one mentorship would count as one place, and the second would have none.
    if (isBegun(caseload, mentorship)) return refuse({ code: 'REQUEST.MENTORSHIP_BEGUN', field: 'mentorship' });
    if (isFull(caseload))
      return refuse({ code: 'REQUEST.MENTOR_FULL', facts: { places: caseload.places, mentees: caseload.taken.length, reader: 'mentor' } });
    if (facts.ask?.paired || isPairedHere(caseload, mentee)) return refuse({ code: 'REQUEST.ALREADY_PAIRED' });
    if (!facts.ask || !isPossible(facts.ask)) return refuse({ code: 'REQUEST.NOT_AVAILABLE', facts: { reader: 'mentor' } });
    const no = first && cannotMeetFirst(first, times, at, facts);
    if (no) return no;
    const yes = { request: id, mentor, mentee, mentorship, aims: [...aims], ...(first && { first }) };
    return ok(withoutSpace(caseload, [{ type: 'RequestAccepted', data: yes }]));
  });
}

/** One yes is given once: what was booked with it is said, and moved where it is shown. */
const acceptedAlready = ({ first }: Yes, at: Instant): Decision =>
  refuse({ code: 'REQUEST.ACCEPTED_ALREADY', facts: { first: first ? sayMoment(first.time.startsAt, dayOf(at)) : '' } });

function decline({ data: { request: id, mentor, reason } }: Of<'DeclineRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const before = byId.get(caseload.answered, id);
  if (before?.outcome === 'declined') return before.reason === digestOf(reason) ? ok([]) : refuse({ code: 'REQUEST.DECLINED_ALREADY' });
  return whenOpen(caseload, id, (request) =>
    ok([{ type: 'RequestDeclined', data: { request: id, mentor, mentee: request.mentee, reason, next: nextOf(request, facts) } }]),
  );
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

/** Releases an open request to a mentor who cannot be the mentee's. One answered meanwhile is left. */
function release({ data }: Of<'ReleaseRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const request = byId.get(caseload.open, data.request);
  if (!request) return ok([]);
  const { mentee } = request;
  const { mentor, because = 'not-taking-new-mentees' } = data;
  const next = nextOf(request, facts);
  return ok([{ type: 'RequestDeclined', data: { mentor, request: data.request, mentee, reason: '', next, because } }]);
}

function withdraw({ data: { mentor, request, because }, by }: Of<'WithdrawRequest'>, caseload: Caseload): Decision {
  // The mentor was quicker: a yes counts more than a limit.
  if (by === HUB && because && !byId.has(caseload.open, request)) return ok([]);
  // Without words there is nothing to lose: the same wish has come true.
  if (byId.get(caseload.answered, request)?.outcome === 'withdrawn') return ok([]);
  const why = by === HUB && because ? { because } : {};
  return whenOpen(caseload, request, ({ mentee }) => ok([{ type: 'RequestWithdrawn', data: { mentor, request, mentee, ...why } }]));
}

function remind({ data, on }: Of<'RemindOfRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const request = byId.get(caseload.open, data.request);
  // The clock may ask late or twice: what was answered or said already needs no reminder.
  if (!request || request.reminded) return ok([]);
  if (on < request.remindOn) return refuse({ code: 'REQUEST.NOT_DUE' });
  const days = countedAgain(request, request.counted, facts.time);
  if (on < days.remindOn) return ok([moved(data.request, days)]);
  return ok([{ type: 'RequestReminded', data: { request: data.request, actsNext: request.actsNext } }]);
}

function lapse({ data, on }: Of<'LapseRequest'>, caseload: Caseload, facts: CaseloadFacts): Decision {
  const request = byId.get(caseload.open, data.request);
  if (!request) return ok([]);
  if (on <= request.answerBy) return refuse({ code: 'REQUEST.NOT_DUE' });
  // A calendar that was set since may have come by another way than the one that is followed: nothing lapses before it was looked at again.
  const days = countedAgain(request, request.counted, facts.time);
  if (on <= days.answerBy) return ok([moved(data.request, days)]);
  const { mentee, actsNext } = request;
  return ok([{ type: 'RequestLapsed', data: { ...data, mentee, actsNext, next: nextOf(request, facts) } }]);
}

const nextOf = (request: OpenRequest, facts: CaseloadFacts): PersonId | null =>
  request.reserves.find((reserve) => facts.askable.includes(reserve)) ?? null;

/** Says what became of it: the other side may have answered a moment ago. */
function notOpen({ answered }: Caseload, id: RequestId): Result<never, CaseloadRefusal> {
  const outcome = byId.get(answered, id)?.outcome;
  return refuse({ code: 'REQUEST.NOT_OPEN', ...(outcome && { facts: { outcome } }) });
}

function whenOpen(caseload: Caseload, id: RequestId, then: (request: OpenRequest) => Decision): Decision {
  const request = byId.get(caseload.open, id);
  return request ? then(request) : notOpen(caseload, id);
}

/**
 * Capacity and answers share the mentor’s stream, so two acceptances cannot both take the last place: the second meets a newer revision and
 * is decided again.
 */
export const caseload: Decider<Caseload, CaseloadCommand, CaseloadEvent, CaseloadRefusal, CaseloadFacts> = {
  initial: { places: 0, open: {}, answered: {}, taken: [], offers: {}, ended: {}, notBefore: {} },
  decide,
  evolve,
};
