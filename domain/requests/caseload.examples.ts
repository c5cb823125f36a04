import type { Day, Instant, MeetingId, MentorshipId, OfferId, PersonId, RequestId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { PLAIN_CALENDAR } from '../uk/school-days.js';
import type { Counted } from '../uk/answer-time.js';
import type { CaseloadCommand } from './caseload.commands.js';
import type { CaseloadEvent, FirstMeeting, OfferedTime, OfferWithdrawnBecause, ReleasedBecause, Side } from './caseload.events.js';
import type { AskFacts, CaseloadFacts, OfferFacts } from './caseload.facts.js';

// People, days, events and commands that the specs of the caseload are told with.
export const [asha, ben, cleo, dan, eve] = ['asha', 'ben', 'cleo', 'dan', 'eve'] as [PersonId, PersonId, PersonId, PersonId, PersonId];
export const [monday, wednesday, thursday, friday, nextMonday, nextWednesday, nextThursday, nextFriday] = [
  '2026-03-02',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
  '2026-03-09',
  '2026-03-11',
  '2026-03-12',
  '2026-03-13',
] as [Day, Day, Day, Day, Day, Day, Day, Day];
/** Asked on a Monday with four school days to answer: reminded on Wednesday, due on Friday. */
export const countedFrom = (from: Day, answerAfter = 4): Counted => ({ from, remindAfter: 2, answerAfter });

export const free: AskFacts = {
  mentorKnown: true,
  menteeKnown: true,
  offering: true,
  paused: false,
  visible: true,
  excluded: false,
  inReportingLine: false,
  paired: false,
};
export const facts: CaseloadFacts = {
  ask: free,
  openRequests: 0,
  askable: [],
  offer: null,
  time: { calendar: PLAIN_CALENDAR, windowDays: 4 },
  writtenToday: 0,
  clashes: false,
};
/** The mentor's school is shut on these days as well. */
export const shut = (from: Day, to: Day): CaseloadFacts => ({
  ...facts,
  time: { calendar: { ...PLAIN_CALENDAR, closures: [{ from, to, why: 'Snow' }] }, windowDays: 4 },
});
export const asking = (change: Partial<AskFacts>): CaseloadFacts => ({ ...facts, ask: { ...free, ...change } });

type Data<Type extends CaseloadEvent['type']> = Extract<CaseloadEvent, { type: Type }>['data'];
const request = (id: string) => id as RequestId;
const mentorship = (id: string) => id as MentorshipId;
const at = '2026-03-02T09:00:00.000Z' as Instant;

export function offered(places: number): CaseloadEvent {
  return { type: 'CapacityChanged', data: { mentor: asha, places } };
}
export function asked(id: string, mentee: PersonId, reserves: PersonId[] = []): CaseloadEvent {
  const data: Data<'MentoringRequested'> = {
    request: request(id),
    mentor: asha,
    mentee,
    note: 'Hello',
    aims: ['behaviour'],
    times: [],
    reserves,
    remindOn: wednesday,
    answerBy: friday,
    counted: countedFrom(monday),
  };
  return { type: 'MentoringRequested', data };
}
export function extended(id: string, answerBy: Day): CaseloadEvent {
  return { type: 'RequestExtended', data: { request: request(id), answerBy, counted: countedFrom(monday, 8) } };
}
export function dayMoved(id: string, remindOn: Day, answerBy: Day): CaseloadEvent {
  return { type: 'AnswerDayMoved', data: { request: request(id), remindOn, answerBy } };
}
export function discussed(id: string, from: PersonId, remindOn: Day, answerBy: Day, counted = countedFrom(thursday)): CaseloadEvent {
  return { type: 'RequestDiscussed', data: { request: request(id), from, text: 'When?', remindOn, answerBy, counted } };
}
export function reminded(id: string, actsNext: Side = 'mentor'): CaseloadEvent {
  return { type: 'RequestReminded', data: { request: request(id), actsNext } };
}
export function accepted(id: string, mentee: PersonId, to: string, first?: FirstMeeting): CaseloadEvent {
  const data = { request: request(id), mentor: asha, mentee, mentorship: mentorship(to), aims: ['behaviour'], ...(first && { first }) };
  return { type: 'RequestAccepted', data };
}
/** As `asked`, with times that the mentee can make. */
export function askedWith(id: string, mentee: PersonId, times: OfferedTime[]): CaseloadEvent {
  const event = asked(id, mentee) as Extract<CaseloadEvent, { type: 'MentoringRequested' }>;
  return { ...event, data: { ...event.data, times } };
}
export const tuesday: OfferedTime = { startsAt: '2026-03-10T15:40:00.000Z' as Instant, minutes: 40 };
export const thatThursday: OfferedTime = { startsAt: '2026-03-12T08:00:00.000Z' as Instant, minutes: 40 };
export const firstAt = (time: OfferedTime, meeting = 't1'): FirstMeeting => ({ meeting: meeting as MeetingId, time, format: 'in-person' });
export function declined(id: string, mentee: PersonId, next: PersonId | null): CaseloadEvent {
  return { type: 'RequestDeclined', data: { request: request(id), mentor: asha, mentee, reason: 'Too much on', next } };
}
export function withdrawn(id: string, mentee: PersonId): CaseloadEvent {
  return { type: 'RequestWithdrawn', data: { request: request(id), mentor: asha, mentee } };
}
export function lapsed(id: string, mentee: PersonId, next: PersonId | null = null, actsNext: Side = 'mentor'): CaseloadEvent {
  return { type: 'RequestLapsed', data: { request: request(id), mentor: asha, mentee, actsNext, next } };
}
export function released(id: string): CaseloadEvent {
  return { type: 'PlaceReleased', data: { mentor: asha, mentorship: mentorship(id) } };
}
export function offer(places: number): CaseloadCommand {
  return { type: 'ChangeCapacity', by: asha, at, on: monday, data: { mentor: asha, places } };
}
export function ask(id: string, mentee: PersonId, reserves: PersonId[] = []): CaseloadCommand {
  return {
    type: 'RequestMentoring',
    by: mentee,
    at,
    on: monday,
    data: { request: request(id), mentor: asha, mentee, note: 'Hello', aims: ['behaviour'], times: [], reserves },
  };
}
export function extend(id: string): CaseloadCommand {
  return { type: 'ExtendRequest', by: asha, at, on: monday, data: { mentor: asha, request: request(id) } };
}
export function discuss(id: string, by: PersonId, on: Day = monday): CaseloadCommand {
  return { type: 'DiscussRequest', by, at, on, data: { mentor: asha, request: request(id), text: 'When?' } };
}
export function accept(id: string, to: string, first?: FirstMeeting, when: Instant = at): CaseloadCommand {
  const data = { mentor: asha, request: request(id), mentorship: mentorship(to), ...(first && { first }) };
  return { type: 'AcceptRequest', by: asha, at: when, on: monday, data };
}
export function decline(id: string, reason = 'Too much on'): CaseloadCommand {
  return { type: 'DeclineRequest', by: asha, at, on: monday, data: { mentor: asha, request: request(id), reason } };
}
export function answerForMentor(id: string, because?: ReleasedBecause): CaseloadCommand {
  return { type: 'ReleaseRequest', by: HUB, at, on: monday, data: { mentor: asha, request: request(id), ...(because && { because }) } };
}
export function withdraw(id: string): CaseloadCommand {
  return { type: 'WithdrawRequest', by: ben, at, on: monday, data: { mentor: asha, request: request(id) } };
}
export function withdrawOneTooMany(id: string, by: PersonId = HUB): CaseloadCommand {
  return { type: 'WithdrawRequest', by, at, on: monday, data: { mentor: asha, request: request(id), because: 'too-many-open' } };
}
export function moveDay(id: string): CaseloadCommand {
  return { type: 'MoveAnswerDay', by: HUB, at, on: monday, data: { mentor: asha, request: request(id) } };
}
export function remind(id: string, on: Day): CaseloadCommand {
  return { type: 'RemindOfRequest', by: HUB, at, on, data: { mentor: asha, request: request(id) } };
}
export function lapse(id: string, on: Day): CaseloadCommand {
  return { type: 'LapseRequest', by: HUB, at, on, data: { mentor: asha, request: request(id) } };
}
export function release(id: string): CaseloadCommand {
  return { type: 'ReleasePlace', by: HUB, at, on: monday, data: { mentor: asha, mentorship: mentorship(id) } };
}

/** A mentee who is open to offers, and shares “behaviour” with the mentor. */
export const openToOffers: OfferFacts = { aims: ['behaviour'], reached: true, openOffers: 0, mentors: 0 };
export const offering = (change: Partial<OfferFacts> = {}, ask: Partial<AskFacts> = {}): CaseloadFacts => ({
  ...asking(ask),
  offer: { ...openToOffers, ...change },
});
const offerId = (id: string) => id as OfferId;
export function helpOffered(id: string, mentee: PersonId): CaseloadEvent {
  const data = { helpOffer: offerId(id), mentor: asha, mentee, note: 'Glad to help', aims: ['behaviour'] };
  return { type: 'HelpOffered', data: { ...data, answerBy: friday, counted: countedFrom(monday) } };
}
export function offerDeclined(id: string, mentee: PersonId, notBefore: Day, because?: 'reporting-line'): CaseloadEvent {
  return { type: 'OfferDeclined', data: { helpOffer: offerId(id), mentor: asha, mentee, notBefore, ...(because && { because }) } };
}
export function offerWithdrawn(id: string, mentee: PersonId, because?: OfferWithdrawnBecause): CaseloadEvent {
  return { type: 'OfferWithdrawn', data: { helpOffer: offerId(id), mentor: asha, mentee, ...(because && { because }) } };
}
export function offerLapsed(id: string, mentee: PersonId): CaseloadEvent {
  return { type: 'OfferLapsed', data: { helpOffer: offerId(id), mentor: asha, mentee } };
}
/** What a yes to an offer adds to the mentor’s stream. */
export function yesToOffer(id: string, mentee: PersonId, to: string, of: string): readonly CaseloadEvent[] {
  const both = { request: request(id), mentor: asha, mentee, aims: ['behaviour'], helpOffer: offerId(of) };
  const days = { remindOn: wednesday, answerBy: friday, counted: countedFrom(monday) };
  return [
    { type: 'MentoringRequested', data: { ...both, note: '', times: [], reserves: [], ...days } },
    { type: 'RequestAccepted', data: { ...both, mentorship: mentorship(to) } },
  ];
}
export function offerHelp(id: string, mentee: PersonId, on: Day = monday, note = 'Glad to help'): CaseloadCommand {
  return { type: 'OfferHelp', by: asha, at, on, data: { mentor: asha, helpOffer: offerId(id), mentee, note } };
}
export function acceptOffer(id: string, by: PersonId, of: string, to: string): CaseloadCommand {
  const data = { mentor: asha, helpOffer: offerId(of), request: request(id), mentorship: mentorship(to) };
  return { type: 'AcceptOffer', by, at, on: monday, data };
}
export function answerOffer(type: 'DeclineOffer' | 'WithdrawOffer', id: string, by: PersonId): CaseloadCommand {
  return { type, by, at, on: monday, data: { mentor: asha, helpOffer: offerId(id) } };
}
type Because = Extract<CaseloadCommand, { type: 'CloseOffer' }>['data']['because'];
export function closeOffer(id: string, because: Because): CaseloadCommand {
  return { type: 'CloseOffer', by: HUB, at, on: monday, data: { mentor: asha, helpOffer: offerId(id), because } };
}
export function lapseOffer(id: string, on: Day): CaseloadCommand {
  return { type: 'LapseOffer', by: HUB, at, on, data: { mentor: asha, helpOffer: offerId(id) } };
}
