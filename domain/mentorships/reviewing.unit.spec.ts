import type { AgreementId, Day, PersonId } from '../kernel/brand.js';
import { HUB, replay } from '../kernel/decider.js';
import { PLAIN_CALENDAR } from '../uk/school-days.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import type { MentorshipEvent } from './mentorship.events.js';
import {
  agreed,
  asha,
  askedBy,
  ben,
  friday,
  given,
  m1,
  monday,
  paused,
  propose,
  proposed,
  signed,
  started,
  underWay,
  participants,
} from './mentorship.examples.js';

describe('a review that is due', () => {
  const [thursday, saturday] = ['2026-03-05', '2026-03-07'] as [Day, Day];
  const onDay = (on: Day): MentorshipCommand => ({ type: 'AskForReview', ...askedBy(HUB), on, data: { mentorship: m1 } });
  const asked: MentorshipEvent = { type: 'ReviewAsked', data: { mentorship: m1, participants, reviewOn: friday } };
  const next = '2026-06-05' as Day;
  const review = (who: PersonId, reviewOn = next, agreement = 'a1'): MentorshipCommand => ({
    type: 'ReviewAgreement',
    ...askedBy(who),
    data: { mentorship: m1, agreement: agreement as AgreementId, reviewOn },
  });
  const reviewed = (by: PersonId): MentorshipEvent => ({
    type: 'AgreementReviewed',
    data: { mentorship: m1, agreement: 'a1' as AgreementId, by, reviewOn: next },
  });

  const answered = (by: PersonId, reviewOn = next): MentorshipEvent => ({
    type: 'ReviewAnswered',
    data: { mentorship: m1, agreement: 'a1' as AgreementId, by, reviewOn },
  });

  test('is told once, on its day or the first school day after it', () => {
    given(mentorship, underWay).when(onDay(thursday)).nothingHappens();
    given(mentorship, underWay).when(onDay(friday)).happens(asked);
    given(mentorship, underWay).when(onDay(saturday)).nothingHappens();
    given(mentorship, underWay)
      .when(onDay('2026-03-09' as Day))
      .happens(asked);
    given(mentorship, [...underWay, asked])
      .when(onDay('2026-03-09' as Day))
      .nothingHappens();
    given(mentorship, [...underWay, paused(ben, null)])
      .when(onDay(friday))
      .nothingHappens();
    given(mentorship, [...underWay, asked, reviewed(ben)])
      .when(onDay(next))
      .happensLike({ type: 'ReviewAsked', data: { reviewOn: next } });
  });

  test('is done once each has said so for themself', () => {
    given(mentorship, [...underWay, asked])
      .when(review(ben))
      .happens(answered(ben));
    given(mentorship, [...underWay, asked, answered(ben)])
      .when(review(ben))
      .nothingHappens();
    given(mentorship, [...underWay, asked, answered(ben)])
      .when(review(asha))
      .happens(reviewed(asha));
    given(mentorship, [...underWay, asked, answered(ben), reviewed(asha)])
      .when(review(ben))
      .nothingHappens();
  });

  test('on another day than the other named is a question back to them', () => {
    const other = '2026-06-12' as Day;
    given(mentorship, [...underWay, answered(ben)])
      .when(review(asha, other))
      .happens(answered(asha, other));
    given(mentorship, [...underWay, answered(ben), answered(asha, other)])
      .when(review(ben, other))
      .happensLike({ type: 'AgreementReviewed', data: { by: ben, reviewOn: other } });
  });

  test('that one of the two did in an older log is done, and the next one asks both', () => {
    given(mentorship, [...underWay, asked, reviewed(ben)])
      .when(review(asha))
      .nothingHappens();
    given(mentorship, [...underWay, asked, reviewed(ben)])
      .when(review(asha, '2026-07-03' as Day))
      .happensLike({ type: 'ReviewAnswered', data: { by: asha } });
  });

  test('is not of an agreement that was signed meanwhile', () => {
    given(mentorship, [...underWay, answered(ben), proposed('a2', ben), signed('a2', ben), signed('a2', asha), agreed('a2')])
      .when(review(asha, next, 'a2'))
      .happensLike({ type: 'ReviewAnswered', data: { by: asha } });
  });

  test('is on a school day to come', () => {
    given(mentorship, underWay).when(review(ben, monday)).refused('MENTORSHIP.REVIEW_PAST');
    given(mentorship, underWay)
      .when(review(ben, '2026-08-12' as Day))
      .refused('MENTORSHIP.REVIEW_IN_HOLIDAY');
  });

  test('is of what both signed and one has read', () => {
    given(mentorship, [started]).when(review(ben)).refused('MENTORSHIP.NOTHING_TO_REVIEW');
    given(mentorship, underWay)
      .when(review(ben, next, 'a2'))
      .refused('MENTORSHIP.AGREEMENT_REPLACED');
    given(mentorship, [...underWay, paused(ben, null)])
      .when(review(ben))
      .refused('MENTORSHIP.PAUSED');
  });
});

describe('the review date of an agreement', () => {
  test('is a school day of the mentee: never at a weekend, on a bank holiday or in a holiday of theirs', () => {
    for (const day of ['2026-03-07', '2026-04-03', '2026-08-12', '2026-12-25'] as Day[])
      given(mentorship, [started])
        .when(propose('a1', asha, day))
        .refused('MENTORSHIP.REVIEW_IN_HOLIDAY');
  });

  test('follows the dates that their school has set, and the next school day is named', () => {
    const closures = [{ from: friday, to: friday, why: 'INSET day' }];
    const time = { calendar: { ...PLAIN_CALENDAR, closures }, windowDays: 5 };
    const decision = mentorship.decide(propose('a1', asha), replay(mentorship, [started]), {
      inReportingLine: false,
      time,
      ...{ mayHelp: false, writtenToday: 0, silent: false, menteeAt: [], managesMentee: false, mayHear: null },
    });
    expect(decision).toMatchObject({ ok: false, error: { field: 'terms.reviewOn', facts: { next: '2026-03-09' } } });
  });
});
