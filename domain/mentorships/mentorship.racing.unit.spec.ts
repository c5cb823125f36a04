import type { AgreementId, Day, Instant, MentorshipId, PersonId, RequestId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given as givenFacts } from '../testing/given.js';
import { PLAIN_CALENDAR } from '../uk/school-days.js';
import { asParticipants } from './participants.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import type { AgreementTerms, MentorshipEvent } from './mentorship.events.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const participants = asParticipants({ mentor: asha, mentee: ben });
const of = { mentorship: 'm1' as MentorshipId };
const [a1, a2] = ['a1', 'a2'] as [AgreementId, AgreementId];
const [monday, friday] = ['2026-03-02', '2026-03-06'] as [Day, Day];
const terms: AgreementTerms = { purpose: '', frequency: 'weekly', minutes: 45, format: 'either', confidentiality: '', reviewOn: friday };
const started: MentorshipEvent = {
  type: 'MentorshipStarted',
  data: { ...of, participants, request: 'r1' as RequestId, aims: [] },
};
const suggested: readonly MentorshipEvent[] = [
  { type: 'AgreementProposed', data: { ...of, agreement: a1, by: asha, terms } },
  { type: 'AgreementSigned', data: { ...of, agreement: a1, by: asha } },
];
const paused: MentorshipEvent = { type: 'MentorshipPaused', data: { ...of, by: asha, until: null, why: 'chosen' } };
const resumed: MentorshipEvent = { type: 'MentorshipResumed', data: { ...of, by: asha } };
const by = (person: PersonId, on = monday) => ({ by: person, at: `${on}T09:00:00.000Z` as Instant, on });
const given = (...history: readonly MentorshipEvent[]) =>
  givenFacts(mentorship, [started, ...history], {
    time: { calendar: PLAIN_CALENDAR, windowDays: 5 },
    ...{ inReportingLine: false, mayHelp: false, writtenToday: 0, silent: false, menteeAt: [], managesMentee: false, mayHear: null },
  });
const suggest = (seen?: AgreementId | null): MentorshipCommand => ({
  ...{ type: 'ProposeAgreement', ...by(ben) },
  data: { ...of, agreement: a2, terms: { ...terms, minutes: 30 }, seen },
});
const resume = (seen?: number): MentorshipCommand => ({ type: 'ResumeMentorship', ...by(ben), data: { ...of, seen } });
const pause = (until: Day | null, seen?: number): MentorshipCommand => ({
  ...{ type: 'PauseMentorship', ...by(ben) },
  data: { ...of, until, seen },
});

describe('what the other did a moment ago is not undone unseen', () => {
  test('an agreement answers the one that its writer has read, and no other', () => {
    given(...suggested)
      .when(suggest(a1))
      .happensLike({ type: 'AgreementProposed', data: { replaces: asha } }, { type: 'AgreementSigned' });
    given(...suggested)
      .when(suggest(null))
      .refused('MENTORSHIP.SUGGESTED_MEANWHILE');
    given().when(suggest(null)).happensLike({ type: 'AgreementProposed' }, { type: 'AgreementSigned' });
  });

  test('a pause that its sender has not seen is not ended', () => {
    given(paused)
      .when(resume(1))
      .happens({ type: 'MentorshipResumed', data: { ...of, by: ben } });
    given(paused, resumed, paused).when(resume(1)).refused('MENTORSHIP.PAUSED_MEANWHILE');
    given(paused, resumed).when(resume(1)).nothingHappens();
  });

  test('nor is it replaced by another, unless that is the same', () => {
    given(paused).when(pause(friday, 0)).refused('MENTORSHIP.PAUSED_MEANWHILE');
    given(paused).when(pause(null, 0)).nothingHappens();
    given(paused)
      .when(pause(friday, 1))
      .happensLike({ type: 'MentorshipPaused', data: { until: friday } });
  });

  test('a screen from before, and the clock of the hub, say nothing of what they saw', () => {
    given(...suggested)
      .when(suggest())
      .happensLike({ type: 'AgreementProposed' }, { type: 'AgreementSigned' });
    given(paused, resumed, paused).when(resume()).happensLike({ type: 'MentorshipResumed' });
    const until: MentorshipEvent = { type: 'MentorshipPaused', data: { ...of, by: asha, until: friday, why: 'chosen' } };
    given(until)
      .when({ type: 'ResumeMentorship', ...by(HUB, friday), data: of })
      .happensLike({ type: 'MentorshipResumed', data: { by: HUB } });
  });
});
