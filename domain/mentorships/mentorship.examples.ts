import type { AgreementId, Day, Instant, MentorshipId, PersonId, RequestId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given as givenFacts } from '../testing/given.js';
import { PLAIN_CALENDAR } from '../uk/school-days.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import type { mentorship } from './mentorship.decider.js';
import { asParticipants } from './participants.js';
import type { AgreementTerms, MentorshipEvent, PauseReason } from './mentorship.events.js';

export const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
export const [monday, friday] = ['2026-03-02', '2026-03-06'] as [Day, Day];
export const m1 = 'm1' as MentorshipId;
export const participants = asParticipants({ mentor: asha, mentee: ben });
/** Given a history of one mentorship, and whether its mentor manages or assesses its mentee now. */
export const given = (decider: typeof mentorship, history: readonly MentorshipEvent[], facts = { inReportingLine: false }) =>
  givenFacts(decider, history, {
    ...facts,
    time: { calendar: PLAIN_CALENDAR, windowDays: 5 },
    mayHelp: false,
    writtenToday: 0,
    silent: false,
    menteeAt: [],
    managesMentee: false,
    mayHear: null,
  });

export const started: MentorshipEvent = {
  type: 'MentorshipStarted',
  data: { mentorship: m1, participants, request: 'r1' as RequestId, aims: [] },
};
export const underWay: readonly MentorshipEvent[] = [started, proposed('a1', asha), signed('a1', asha), signed('a1', ben), agreed('a1')];

export function terms(reviewOn: Day): AgreementTerms {
  return { purpose: 'Calm starts', frequency: 'fortnightly', minutes: 45, format: 'either', confidentiality: '', reviewOn };
}
export function proposed(agreement: string, by: PersonId): MentorshipEvent {
  return { type: 'AgreementProposed', data: { mentorship: m1, agreement: agreement as AgreementId, by, terms: terms(friday) } };
}
export function signed(agreement: string, by: PersonId): MentorshipEvent {
  return { type: 'AgreementSigned', data: { mentorship: m1, agreement: agreement as AgreementId, by } };
}
export function agreed(agreement: string): MentorshipEvent {
  return { type: 'MentorshipAgreed', data: { mentorship: m1, participants, agreement: agreement as AgreementId } };
}
export function fit(by: PersonId): MentorshipEvent {
  return { type: 'FitChecked', data: { mentorship: m1, by, answer: 'good' } };
}
export function paused(by: PersonId, until: Day | null, why: PauseReason = 'chosen'): MentorshipEvent {
  return { type: 'MentorshipPaused', data: { mentorship: m1, by, until, why } };
}
export function resumed(by: PersonId): MentorshipEvent {
  return { type: 'MentorshipResumed', data: { mentorship: m1, by } };
}
export function completed(by: PersonId): MentorshipEvent {
  return { type: 'MentorshipCompleted', data: { mentorship: m1, participants, by } };
}
export function ended(by: PersonId, reason = 'My role changed'): MentorshipEvent {
  return { type: 'MentorshipEnded', data: { mentorship: m1, participants, by, reason, wantsAnother: true } };
}
export function askedBy(person: PersonId) {
  return { by: person, at: '2026-03-02T09:00:00.000Z' as Instant, on: monday };
}
export function start(mentor: PersonId, mentee: PersonId, request = 'r1'): MentorshipCommand {
  return { type: 'StartMentorship', ...askedBy(HUB), data: { mentorship: m1, mentor, mentee, request: request as RequestId, aims: [] } };
}
export function propose(agreement: string, who: PersonId, reviewOn: Day = friday): MentorshipCommand {
  return {
    type: 'ProposeAgreement',
    ...askedBy(who),
    data: { mentorship: m1, agreement: agreement as AgreementId, terms: terms(reviewOn) },
  };
}
export function sign(agreement: string, who: PersonId): MentorshipCommand {
  return { type: 'SignAgreement', ...askedBy(who), data: { mentorship: m1, agreement: agreement as AgreementId } };
}
export function checkFit(who: PersonId): MentorshipCommand {
  return { type: 'CheckFit', ...askedBy(who), data: { mentorship: m1, answer: 'good' } };
}
export function pause(who: PersonId, until: Day | null): MentorshipCommand {
  return { type: 'PauseMentorship', ...askedBy(who), data: { mentorship: m1, until } };
}
export function resume(who: PersonId): MentorshipCommand {
  return { type: 'ResumeMentorship', ...askedBy(who), data: { mentorship: m1 } };
}
export function complete(who: PersonId): MentorshipCommand {
  return { type: 'CompleteMentorship', ...askedBy(who), data: { mentorship: m1 } };
}
export function end(who: PersonId, reason = 'My role changed'): MentorshipCommand {
  return { type: 'EndMentorship', ...askedBy(who), data: { mentorship: m1, reason, wantsAnother: true } };
}
