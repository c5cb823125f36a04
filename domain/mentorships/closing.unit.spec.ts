import type { AgreementId, Day, Instant, InstitutionId, MentorshipId, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { Closure } from '../institutions/institution.events.js';
import { given as givenFacts } from '../testing/given.js';
import { PLAIN_CALENDAR } from '../uk/school-days.js';
import { asParticipants } from './participants.js';
import { COMPLETION_WINDOW_DAYS } from './limits.js';
import { mentorshipCommands, type MentorshipCommand } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import type { AgreementTerms, MentorshipEvent } from './mentorship.events.js';

const [asha, ben, helen] = ['asha', 'ben', 'helen'] as [PersonId, PersonId, PersonId];
const participants = asParticipants({ mentor: asha, mentee: ben });
/** A Friday in term; the five school days after it end on the Friday of the next week. */
const [friday, nextFriday, saturday] = ['2026-03-06', '2026-03-13', '2026-03-14'] as [Day, Day, Day];
const m1 = 'm1' as MentorshipId;
const counted = { from: friday, remindAfter: 3, answerAfter: 5 };

const terms: AgreementTerms = {
  ...{ purpose: 'Calm starts', frequency: 'fortnightly', minutes: 45, format: 'either', confidentiality: '' },
  reviewOn: '2026-03-20' as Day,
};

const given = (
  history: readonly MentorshipEvent[],
  { silent = true, closures = [] as readonly Closure[], mayHear = null as PersonId | null } = {},
) =>
  givenFacts(mentorship, history, {
    ...{ inReportingLine: false, mayHelp: false, writtenToday: 0, silent, menteeAt: [], managesMentee: false, mayHear },
    time: { calendar: { ...PLAIN_CALENDAR, closures }, windowDays: COMPLETION_WINDOW_DAYS },
  });

const trial: MentorshipEvent = {
  type: 'MentorshipStarted',
  data: { mentorship: m1, participants, request: null, aims: [] },
};
const active: readonly MentorshipEvent[] = [
  trial,
  { type: 'MentorshipAgreed', data: { mentorship: m1, participants, agreement: 'a1' as AgreementId } },
];
const suggested: MentorshipEvent = {
  type: 'ClosingProposed',
  data: { mentorship: m1, participants, by: helen, because: 'not-meeting', continueBy: nextFriday, counted },
};
const open = [...active, suggested];
const paused: MentorshipEvent = { type: 'MentorshipPaused', data: { mentorship: m1, by: asha, until: null, why: 'chosen' } };
const ended = (by: PersonId): MentorshipEvent => ({
  type: 'MentorshipEnded',
  data: { mentorship: m1, participants, by, reason: '', wantsAnother: false },
});
const closed: MentorshipEvent = {
  type: 'MentorshipEnded',
  data: { mentorship: m1, participants, by: HUB, reason: '', wantsAnother: false, because: 'not-meeting' },
};
const lifted: MentorshipEvent = { type: 'ClosingLifted', data: { mentorship: m1, why: 'met' } };

describe('a coordinator who suggests ending a pair that no longer meets', () => {
  test('[R8] both have five school days, in the trial period and after it', () => {
    given(active).when(give('ProposeClosing', helen)).happens(suggested);
    given([trial]).when(give('ProposeClosing', helen)).happens(suggested);
  });

  test('[R2] suggesting it twice is answered alike, and keeps the days', () => {
    given(open)
      .when(give('ProposeClosing', helen, '2026-03-11' as Day))
      .nothingHappens();
  });

  test('only a pair that is silent at that moment is asked', () => {
    given(active, { silent: false }).when(give('ProposeClosing', helen)).refused('MENTORSHIP.NOT_SILENT');
  });

  test('neither a paused pair nor one that is over is asked', () => {
    given([...active, paused])
      .when(give('ProposeClosing', helen))
      .refused('MENTORSHIP.PAUSED', { reader: 'coordinator' });
    given([...active, ended(ben)])
      .when(give('ProposeClosing', helen))
      .refused('MENTORSHIP.OVER', { reader: 'coordinator' });
  });

  test('[R6] a pair of which one suggested completing is asked like any other: a refusal would tell of it', () => {
    const proposal: MentorshipEvent = {
      type: 'CompletionProposed',
      data: { mentorship: m1, by: ben, remindOn: friday, agreeBy: nextFriday, counted },
    };
    given([...active, proposal])
      .when(give('ProposeClosing', helen))
      .happens(suggested);
    given([...active, proposal, suggested])
      .when(give('CloseMentorship', HUB, saturday))
      .nothingHappens();
  });
});

describe('the two who were asked', () => {
  test('[R8] one of them continues: that is enough, and the other needs to say nothing', () => {
    for (const one of [asha, ben]) given(open).when(give('DeclineClosing', one)).happens(continued(one));
    given([...open, continued(asha)])
      .when(give('DeclineClosing', ben))
      .nothingHappens();
  });

  test('[R9] either ends it at once, as at any time', () => {
    given(open)
      .when(give('EndMentorship', ben, friday, { reason: '', wantsAnother: false }))
      .happens(ended(ben));
  });

  test('are left in peace for four weeks once one of them continues', () => {
    const history = [...open, continued(asha)];
    given(history)
      .when(give('ProposeClosing', helen, '2026-04-02' as Day))
      .refused('MENTORSHIP.CONTINUES');
    given(history)
      .when(give('ProposeClosing', helen, '2026-04-03' as Day))
      .happensLike({ type: 'ClosingProposed', data: { by: helen } });
  });

  test('whoever goes on together has said that they continue', () => {
    given(open)
      .when(give('ProposeCompletion', ben))
      .happensLike(continued(ben), { type: 'CompletionProposed', data: { by: ben } });
    given(open)
      .when(give('ProposeAgreement', asha, friday, { agreement: 'a2', terms }))
      .happensLike(continued(asha), { type: 'AgreementProposed' }, { type: 'AgreementSigned' });
  });

  test('a pause takes the suggestion back: no days run while a pair rests', () => {
    given([...open, paused])
      .when(give('CloseMentorship', HUB, saturday))
      .nothingHappens();
    given([...open, paused])
      .when(give('DeclineClosing', ben))
      .nothingHappens();
  });

  test('a meeting lifts it, and it can be suggested again once they are silent again', () => {
    given(open)
      .when(give('LiftClosing', HUB, friday, { why: 'met' }))
      .happens(lifted);
    given([...open, lifted])
      .when(give('LiftClosing', HUB, friday, { why: 'met' }))
      .nothingHappens();
    given([...open, lifted])
      .when(give('ProposeClosing', helen))
      .happens(suggested);
  });
});

describe('going on together while one of them suggested completing', () => {
  const proposal: MentorshipEvent = {
    type: 'CompletionProposed',
    data: { mentorship: m1, by: ben, remindOn: friday, agreeBy: nextFriday, counted },
  };
  const agreement = { agreement: 'a2', terms };

  test('[R8] the other says “not yet” by it, and it is not completed after all', () => {
    given([...active, proposal])
      .when(give('ProposeAgreement', asha, friday, agreement))
      .happensLike({ type: 'CompletionDeclined', data: { by: asha } }, { type: 'AgreementProposed' }, { type: 'AgreementSigned' });
    const agreedOn: MentorshipEvent = {
      type: 'AgreementProposed',
      data: { mentorship: m1, agreement: 'a1' as AgreementId, by: ben, terms },
    };
    given([trial, agreedOn, ...active.slice(1), proposal])
      .when(give('ReviewAgreement', asha, friday, { agreement: 'a1', reviewOn: '2026-06-05' }))
      .happensLike({ type: 'CompletionDeclined', data: { by: asha } }, { type: 'ReviewAnswered' });
  });

  test('[R8] whoever suggested it takes it back by it', () => {
    given([...active, proposal])
      .when(give('ProposeAgreement', ben, friday, agreement))
      .happensLike({ type: 'CompletionWithdrawn', data: { by: ben } }, { type: 'AgreementProposed' }, { type: 'AgreementSigned' });
  });

  test('“not yet” is also a reply to a coordinator who suggested ending it', () => {
    given([...active, suggested, proposal])
      .when(give('DeclineCompletion', asha))
      .happensLike(continued(asha), { type: 'CompletionDeclined', data: { by: asha } });
  });

  test('what one act replies to is told by one event, be it one suggestion or both', () => {
    const open = [...active, suggested, proposal];
    const within = (type: string) => ({ data: { within: type } });
    given(open)
      .when(give('ProposeAgreement', asha, friday, agreement))
      .happensLike(
        { type: 'ClosingDeclined', ...within('AgreementProposed') },
        { type: 'CompletionDeclined', ...within('AgreementProposed') },
        { type: 'AgreementProposed', data: { goesOn: true } },
        { type: 'AgreementSigned' },
      );
    given(open)
      .when(give('DeclineCompletion', asha))
      .happens({ ...continued(asha), data: { ...continued(asha).data, within: 'CompletionDeclined' } } as MentorshipEvent, {
        type: 'CompletionDeclined',
        data: { mentorship: m1, by: asha },
      });
    given([...active, suggested])
      .when(give('ProposeCompletion', ben))
      .happensLike({ type: 'ClosingDeclined', ...within('CompletionProposed') }, { type: 'CompletionProposed' });
    given([...active, suggested])
      .when(give('DeclineClosing', ben))
      .happens(continued(ben));
  });
});

describe('a mentee who has another mentor', () => {
  const asked: MentorshipEvent = {
    type: 'ClosingProposed',
    data: { mentorship: m1, participants, by: HUB, because: 'mentor-left', continueBy: nextFriday, counted },
  };
  const left: MentorshipEvent = { type: 'HandoverNeeded', data: { mentorship: m1, participants } };
  const handed = [...active, left];
  const settled: MentorshipEvent = { type: 'HandoverSettled', data: { mentorship: m1, by: ben } };
  const lively = { silent: false };

  test('[R8] is asked whether they continue with one who has left; so is that mentor', () => {
    given(handed, lively).when(give('ProposeClosing', HUB)).happens(asked);
  });

  test('[R6] a mentor who has not left is never asked by the hub, which would tell them of the other', () => {
    given(active).when(give('ProposeClosing', HUB)).nothingHappens();
  });

  test('is not asked about a mentor whom they meet, nor about what is on its way already', () => {
    given(active, lively).when(give('ProposeClosing', HUB)).nothingHappens();
    for (const last of [asked, suggested, paused, settled])
      given([...handed, last], lively)
        .when(give('ProposeClosing', HUB))
        .nothingHappens();
  });

  test('continues with both, and the hand-over is settled with it', () => {
    given([...handed, asked], lively)
      .when(give('DeclineClosing', ben))
      .happens(continued(ben), settled);
  });

  test('[R8] without a reply the earlier one ends, also where the two met until the mentor left', () => {
    given([...handed, asked], lively)
      .when(give('CloseMentorship', HUB, saturday))
      .happensLike({ type: 'MentorshipEnded', data: { by: HUB, because: 'mentor-left' } });
  });
});

describe('the five school days', () => {
  test('[R8] once they have passed the hub ends it for both, and never before', () => {
    given(open)
      .when(give('CloseMentorship', HUB, nextFriday))
      .refused('MENTORSHIP.NOT_DUE');
    given(open)
      .when(give('CloseMentorship', HUB, saturday))
      .happens(closed);
  });

  test('a pair that has met or booked a moment before is not ended', () => {
    given(open, { silent: false })
      .when(give('CloseMentorship', HUB, saturday))
      .happens(lifted);
  });

  test('the clock that comes late finds nothing to do', () => {
    for (const last of [continued(ben), lifted, ended(ben)])
      for (const type of ['CloseMentorship', 'MoveClosingDay', 'LiftClosing'] as const)
        given([...open, last])
          .when(give(type, HUB, saturday, { why: 'met' }))
          .nothingHappens();
  });

  test('[R4] days on which the school turns out to be shut come later, and it is not ended before they were counted again', () => {
    const closures = [{ from: '2026-03-12' as Day, to: nextFriday, why: 'Snow' }];
    const moved: MentorshipEvent = { type: 'ClosingDayMoved', data: { mentorship: m1, continueBy: '2026-03-17' as Day } };
    given(open, { closures }).when(give('MoveClosingDay', HUB)).happens(moved);
    given(open, { closures })
      .when(give('CloseMentorship', HUB, saturday))
      .happens(moved);
    given([...open, moved], { closures })
      .when(give('CloseMentorship', HUB, '2026-03-18' as Day))
      .happens(closed);
  });
});

describe('a mentor who comes back', () => {
  const left: MentorshipEvent = { type: 'HandoverNeeded', data: { mentorship: m1, participants } };
  const back: MentorshipEvent = { type: 'HandoverSettled', data: { mentorship: m1, by: HUB, because: 'mentor-back' } };
  const asked: MentorshipEvent = { ...suggested, data: { ...suggested.data, by: HUB, because: 'mentor-left' } } as MentorshipEvent;

  test('leaves nothing to hand over, and nothing to ask because they had left', () => {
    given([...active, left])
      .when(give('SettleHandover', HUB))
      .happens(back);
    given([...active, left, asked])
      .when(give('SettleHandover', HUB))
      .happens(back, { type: 'ClosingLifted', data: { mentorship: m1, why: 'mentor-back' } });
  });

  test('is said with where they are now; one of the two says no more than that they carry on', () => {
    const institution = 'elm' as InstitutionId;
    const command = give('SettleHandover', HUB, friday, { institution });
    given([...active, left])
      .when(command)
      .happens({ ...back, data: { ...back.data, institution } } as MentorshipEvent);
    given([...active, left])
      .when({ ...command, by: ben })
      .happens({ type: 'HandoverSettled', data: { mentorship: m1, by: ben } });
  });

  test('leaves a coordinator’s question as it is: the two no longer meet all the same', () => {
    given([...active, left, suggested])
      .when(give('SettleHandover', HUB))
      .happens(back);
  });

  test('is no news where they never left', () => {
    given(active).when(give('SettleHandover', HUB)).nothingHappens();
  });
});

describe('the coordinator who suggested it', () => {
  const askedBy = helen;
  const hears = { mayHear: helen };

  test('is named by whatever settles it: a reply, a meeting, a pause, an end', () => {
    const { data: reply } = continued(asha);
    given(open, hears)
      .when(give('DeclineClosing', asha))
      .happensLike({ type: 'ClosingDeclined', data: { ...reply, askedBy } });
    given(open, hears)
      .when(give('LiftClosing', HUB, friday, { why: 'met' }))
      .happensLike({ type: 'ClosingLifted', data: { askedBy } });
    given(open, hears)
      .when(give('PauseMentorship', ben, friday, { until: null }))
      .happensLike({ type: 'MentorshipPaused', data: { askedBy } });
    given(open, hears)
      .when(give('EndMentorship', ben, friday, { reason: '', wantsAnother: false }))
      .happensLike({ type: 'MentorshipEnded', data: { askedBy } });
    given(open, hears)
      .when(give('CloseMentorship', HUB, saturday))
      .happensLike({ type: 'MentorshipEnded', data: { because: 'not-meeting', askedBy } });
  });

  test('is named once, by the last of what settles it', () => {
    const asked: MentorshipEvent = {
      type: 'CompletionProposed',
      data: { mentorship: m1, by: ben, remindOn: friday, agreeBy: nextFriday, counted },
    };
    given([...active, asked, suggested], hears)
      .when(give('ProposeCompletion', asha))
      .happens(continued(asha), { type: 'MentorshipCompleted', data: { mentorship: m1, participants, by: asha, askedBy } });
  });

  test('[R6] is named by nothing once they may not hear of the pair, nor where nothing was suggested', () => {
    given(open).when(give('DeclineClosing', asha)).happens(continued(asha));
    given(active, hears)
      .when(give('EndMentorship', ben, friday, { reason: '', wantsAnother: false }))
      .happens(ended(ben));
  });
});

function continued(by: PersonId): MentorshipEvent {
  return { type: 'ClosingDeclined', data: { mentorship: m1, by, on: friday } };
}
/** A command as the hub reads it: what its schema does not name is not there. */
function give(type: MentorshipCommand['type'], by: PersonId, on: Day = friday, data: object = {}): MentorshipCommand {
  const read = mentorshipCommands[type].parse({ mentorship: m1, ...data });
  return { type, by, at: `${on}T09:00:00.000Z` as Instant, on, data: read } as MentorshipCommand;
}
