import type { AgreementId, Day, Instant, MeetingId, MentorshipId, PersonId, RequestId } from '../kernel/brand.js';
import { HUB, replay } from '../kernel/decider.js';
import { given as givenFacts } from '../testing/given.js';
import { PLAIN_CALENDAR } from '../uk/school-days.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import type { AgreementTerms, MentorshipEvent, PauseReason } from './mentorship.events.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const [monday, friday] = ['2026-03-02', '2026-03-06'] as [Day, Day];
const m1 = 'm1' as MentorshipId;
const given = (decider: typeof mentorship, history: readonly MentorshipEvent[], facts = { inReportingLine: false }) =>
  givenFacts(decider, history, {
    ...facts,
    time: { calendar: PLAIN_CALENDAR, windowDays: 5 },
    mayHelp: false,
    writtenToday: 0,
    silent: false,
    ...{ menteeAt: [], managesMentee: false, mayHear: null },
  });

describe('the trial and the agreement', () => {
  test('[R2] an accepted request starts one mentorship, however often it is followed', () => {
    given(mentorship, []).when(start(asha, ben)).happens(started);
    given(mentorship, [started]).when(start(asha, ben)).nothingHappens();
    given(mentorship, [started]).when(start(ben, asha)).refused('MENTORSHIP.ALREADY_STARTED');
    given(mentorship, [started])
      .when(start(asha, ben, 'r2'))
      .refused('MENTORSHIP.ALREADY_STARTED');
    given(mentorship, []).when(start(asha, asha)).refused('MENTORSHIP.WITH_ONESELF');
  });

  test('nothing can be done in a mentorship that was not started', () => {
    given(mentorship, []).when(propose('a1', asha)).refused('MENTORSHIP.NOT_STARTED');
  });

  test('proposing signs one’s own side', () => {
    given(mentorship, [started]).when(propose('a1', asha)).happens(proposed('a1', asha), signed('a1', asha));
  });

  test('once both have signed, the trial is over', () => {
    given(mentorship, [started, proposed('a1', asha), signed('a1', asha)])
      .when(sign('a1', ben))
      .happens(signed('a1', ben), agreed('a1'));
  });

  test('[R2] proposing or signing twice is done once', () => {
    const history = [started, proposed('a1', asha), signed('a1', asha)];
    given(mentorship, history).when(propose('a1', asha)).nothingHappens();
    given(mentorship, history).when(sign('a1', asha)).nothingHappens();
    given(mentorship, history)
      .when(propose('a1', asha, '2026-03-05' as Day))
      .refused('MENTORSHIP.ALREADY_PROPOSED');
    given(mentorship, history).when(propose('a1', ben)).refused('MENTORSHIP.ALREADY_PROPOSED');
    given(mentorship, [...history, signed('a1', ben), agreed('a1')])
      .when(sign('a1', ben))
      .nothingHappens();
  });

  test('a newer proposal replaces the older, whose signatures count no more', () => {
    const history = [started, proposed('a1', asha), signed('a1', asha), proposed('a2', ben), signed('a2', ben)];
    given(mentorship, history).when(sign('a1', ben)).refused('MENTORSHIP.PROPOSAL_REPLACED');
    given(mentorship, history).when(sign('a2', asha)).happens(signed('a2', asha), agreed('a2'));
  });

  test('there must be something to sign, and a review that is still to come', () => {
    given(mentorship, [started]).when(sign('a1', ben)).refused('MENTORSHIP.NO_PROPOSAL');
    given(mentorship, [started])
      .when(propose('a1', asha, monday))
      .refused('MENTORSHIP.REVIEW_PAST');
  });

  test('terms can be renewed while the mentorship is under way, and it stays agreed meanwhile', () => {
    const asked = { from: monday, remindAfter: 3, answerAfter: 5 };
    const proposal: MentorshipEvent = {
      type: 'CompletionProposed',
      data: { mentorship: m1, by: asha, remindOn: friday, agreeBy: friday, counted: asked },
    };
    given(mentorship, [...underWay, proposed('a2', ben), signed('a2', ben), proposal])
      .when(complete(ben))
      .happens(completed(ben));
  });

  test('a check of fit is kept every time, and changes nothing', () => {
    given(mentorship, [started, fit(ben)])
      .when(checkFit(ben))
      .happens(fit(ben));
    given(mentorship, [started, fit(ben)])
      .when(propose('a1', asha))
      .happens(proposed('a1', asha), signed('a1', asha));
  });
});

describe('a pause', () => {
  test('[R9] either side may pause, change the end of it, and resume', () => {
    given(mentorship, underWay).when(pause(ben, null)).happens(paused(ben, null));
    given(mentorship, [...underWay, paused(ben, null)])
      .when(pause(asha, friday))
      .happens(paused(asha, friday));
    given(mentorship, [...underWay, paused(ben, friday)])
      .when(resume(asha))
      .happens(resumed(asha));
  });

  test('[R9] the hub ends it on its day, and no pause that has another end or none', () => {
    given(mentorship, [...underWay, paused(ben, monday)])
      .when(resume(HUB))
      .happens(resumed(HUB));
    for (const until of [friday, null])
      given(mentorship, [...underWay, paused(ben, until)])
        .when(resume(HUB))
        .nothingHappens();
  });

  test('[R2] pausing alike or resuming twice is done once', () => {
    given(mentorship, [...underWay, paused(ben, null)])
      .when(pause(asha, null))
      .nothingHappens();
    given(mentorship, underWay).when(resume(asha)).nothingHappens();
  });

  test('names the booked meetings that are cancelled with it', () => {
    const cancel = ['k1' as MeetingId];
    const command = pause(ben, null);
    given(mentorship, underWay)
      .when({ ...command, data: { ...command.data, cancel } } as MentorshipCommand)
      .happensLike({ type: 'MentorshipPaused', data: { by: ben, cancel } });
  });

  test('a pause ends on a later day', () => {
    given(mentorship, underWay).when(pause(ben, monday)).refused('MENTORSHIP.PAUSE_PAST');
  });

  test('while paused, nothing is proposed or signed', () => {
    given(mentorship, [...underWay, paused(ben, null)])
      .when(propose('a2', asha))
      .refused('MENTORSHIP.PAUSED');
    given(mentorship, [started, proposed('a1', asha), signed('a1', asha), paused(ben, null)])
      .when(sign('a1', ben))
      .refused('MENTORSHIP.PAUSED');
  });
});

describe('a mentor who has come to appraise or assess the mentee', () => {
  const inLine = { inReportingLine: true };
  const resting = paused(HUB, null, 'reporting-line');

  test('[R6] the hub pauses it without an end, for that reason and no other', () => {
    given(mentorship, underWay, inLine).when(pause(HUB, null)).happens(resting);
    given(mentorship, underWay).when(pause(HUB, null)).nothingHappens();
  });

  test('[R6] a pause that would have ended ends no more', () => {
    given(mentorship, [...underWay, paused(ben, friday)], inLine)
      .when(pause(HUB, null))
      .happens(resting);
  });

  test('[R6] neither of the two resumes it while that is so, nor gives the pause another end', () => {
    given(mentorship, [...underWay, resting], inLine)
      .when(resume(ben))
      .refused('MENTORSHIP.IN_REPORTING_LINE');
    given(mentorship, [...underWay, resting], inLine)
      .when(pause(asha, friday))
      .nothingHappens();
    given(mentorship, [...underWay, paused(ben, null)], inLine)
      .when(resume(asha))
      .refused('MENTORSHIP.IN_REPORTING_LINE');
  });

  test('[R9] once it is so no longer, either resumes it; either may end it at any time', () => {
    given(mentorship, [...underWay, resting])
      .when(resume(ben))
      .happens(resumed(ben));
    given(mentorship, [...underWay, resting], inLine)
      .when(end(ben, ''))
      .happens(ended(ben, ''));
  });

  test('[R2] told twice, it pauses once', () => {
    given(mentorship, [...underWay, resting], inLine)
      .when(pause(HUB, null))
      .nothingHappens();
  });
});

describe('the end', () => {
  test('what was never agreed is not completed; it can be ended', () => {
    given(mentorship, [started]).when(complete(asha)).refused('MENTORSHIP.NOT_AGREED');
    given(mentorship, [started]).when(end(ben)).happens(ended(ben));
  });

  test('[R8] either side ends it, paused or not, with a reason of their own or none', () => {
    given(mentorship, [...underWay, paused(asha, null)])
      .when(end(ben, ''))
      .happens(ended(ben, ''));
    given(mentorship, underWay).when(end(asha)).happens(ended(asha));
  });

  test('[R9] the hub ends it when one of the two was erased', () => {
    given(mentorship, underWay).when(end(HUB, '')).happens(ended(HUB, ''));
  });

  test('[R2] asking for the same end again changes nothing', () => {
    given(mentorship, [...underWay, ended(ben)])
      .when(end(ben))
      .nothingHappens();
    given(mentorship, [...underWay, ended(ben)])
      .when(end(ben, 'We rarely met'))
      .refused('MENTORSHIP.ALREADY_ENDED');
    given(mentorship, [...underWay, ended(ben)])
      .when(end(HUB, ''))
      .nothingHappens();
    for (const one of [asha, ben])
      given(mentorship, [...underWay, completed(asha)])
        .when(complete(one))
        .nothingHappens();
  });

  test('[R8] after the end the record stays as it is', () => {
    for (const over of [ended(ben), completed(ben)])
      for (const command of [propose('a2', asha), sign('a1', asha), checkFit(asha), pause(asha, null), resume(asha), end(asha)])
        given(mentorship, [...underWay, over])
          .when(command)
          .refused('MENTORSHIP.OVER');
  });
});

describe('a review that is due', () => {
  const [thursday, saturday] = ['2026-03-05', '2026-03-07'] as [Day, Day];
  const onDay = (on: Day): MentorshipCommand => ({ type: 'AskForReview', ...askedBy(HUB), on, data: { mentorship: m1 } });
  const asked: MentorshipEvent = { type: 'ReviewAsked', data: { mentorship: m1, mentor: asha, mentee: ben, reviewOn: friday } };
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

const started: MentorshipEvent = {
  type: 'MentorshipStarted',
  data: { mentorship: m1, mentor: asha, mentee: ben, request: 'r1' as RequestId, aims: [] },
};
const underWay: readonly MentorshipEvent[] = [started, proposed('a1', asha), signed('a1', asha), signed('a1', ben), agreed('a1')];

function terms(reviewOn: Day): AgreementTerms {
  return { purpose: 'Calm starts', frequency: 'fortnightly', minutes: 45, format: 'either', confidentiality: '', reviewOn };
}
function proposed(agreement: string, by: PersonId): MentorshipEvent {
  return { type: 'AgreementProposed', data: { mentorship: m1, agreement: agreement as AgreementId, by, terms: terms(friday) } };
}
function signed(agreement: string, by: PersonId): MentorshipEvent {
  return { type: 'AgreementSigned', data: { mentorship: m1, agreement: agreement as AgreementId, by } };
}
function agreed(agreement: string): MentorshipEvent {
  return { type: 'MentorshipAgreed', data: { mentorship: m1, mentor: asha, mentee: ben, agreement: agreement as AgreementId } };
}
function fit(by: PersonId): MentorshipEvent {
  return { type: 'FitChecked', data: { mentorship: m1, by, answer: 'good' } };
}
function paused(by: PersonId, until: Day | null, why: PauseReason = 'chosen'): MentorshipEvent {
  return { type: 'MentorshipPaused', data: { mentorship: m1, by, until, why } };
}
function resumed(by: PersonId): MentorshipEvent {
  return { type: 'MentorshipResumed', data: { mentorship: m1, by } };
}
function completed(by: PersonId): MentorshipEvent {
  return { type: 'MentorshipCompleted', data: { mentorship: m1, mentor: asha, mentee: ben, by } };
}
function ended(by: PersonId, reason = 'My role changed'): MentorshipEvent {
  return { type: 'MentorshipEnded', data: { mentorship: m1, mentor: asha, mentee: ben, by, reason, wantsAnother: true } };
}
function askedBy(person: PersonId) {
  return { by: person, at: '2026-03-02T09:00:00.000Z' as Instant, on: monday };
}
function start(mentor: PersonId, mentee: PersonId, request = 'r1'): MentorshipCommand {
  return { type: 'StartMentorship', ...askedBy(HUB), data: { mentorship: m1, mentor, mentee, request: request as RequestId, aims: [] } };
}
function propose(agreement: string, who: PersonId, reviewOn: Day = friday): MentorshipCommand {
  return {
    type: 'ProposeAgreement',
    ...askedBy(who),
    data: { mentorship: m1, agreement: agreement as AgreementId, terms: terms(reviewOn) },
  };
}
function sign(agreement: string, who: PersonId): MentorshipCommand {
  return { type: 'SignAgreement', ...askedBy(who), data: { mentorship: m1, agreement: agreement as AgreementId } };
}
function checkFit(who: PersonId): MentorshipCommand {
  return { type: 'CheckFit', ...askedBy(who), data: { mentorship: m1, answer: 'good' } };
}
function pause(who: PersonId, until: Day | null): MentorshipCommand {
  return { type: 'PauseMentorship', ...askedBy(who), data: { mentorship: m1, until } };
}
function resume(who: PersonId): MentorshipCommand {
  return { type: 'ResumeMentorship', ...askedBy(who), data: { mentorship: m1 } };
}
function complete(who: PersonId): MentorshipCommand {
  return { type: 'CompleteMentorship', ...askedBy(who), data: { mentorship: m1 } };
}
function end(who: PersonId, reason = 'My role changed'): MentorshipCommand {
  return { type: 'EndMentorship', ...askedBy(who), data: { mentorship: m1, reason, wantsAnother: true } };
}
