import type { AgreementId, Day, InstitutionId, Instant, MentorshipId, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { Closure } from '../institutions/institution.events.js';
import { given as givenFacts } from '../testing/given.js';
import { PLAIN_CALENDAR } from '../uk/school-days.js';
import { asParticipants } from './participants.js';
import { COMPLETION_WINDOW_DAYS } from './limits.js';
import { mentorshipCommands, type MentorshipCommand } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import type { MentorshipEvent } from './mentorship.events.js';

const [asha, ben, helen] = ['asha', 'ben', 'helen'] as [PersonId, PersonId, PersonId];
const participants = asParticipants({ mentor: asha, mentee: ben });
/** A Friday in term; the five school days after it end on the Friday of the next week. */
const [friday, wednesday, nextFriday, saturday] = ['2026-03-06', '2026-03-11', '2026-03-13', '2026-03-14'] as [Day, Day, Day, Day];
const m1 = 'm1' as MentorshipId;
const counted = { from: friday, remindAfter: 3, answerAfter: 5 };

const given = (history: readonly MentorshipEvent[], { closures = [] as readonly Closure[], mayHelp = false, writtenToday = 0 } = {}) =>
  givenFacts(mentorship, history, {
    inReportingLine: false,
    time: { calendar: { ...PLAIN_CALENDAR, closures }, windowDays: COMPLETION_WINDOW_DAYS },
    mayHelp,
    writtenToday,
    ...{ silent: false, menteeAt: [], managesMentee: false, mayHear: null },
  });

const started: MentorshipEvent = {
  type: 'MentorshipStarted',
  data: { mentorship: m1, participants, request: null, aims: [] },
};
const underWay: readonly MentorshipEvent[] = [
  started,
  { type: 'MentorshipAgreed', data: { mentorship: m1, participants, agreement: 'a1' as AgreementId } },
];
const declined: MentorshipEvent = { type: 'CompletionDeclined', data: { mentorship: m1, by: asha } };
const withdrawn: MentorshipEvent = { type: 'CompletionWithdrawn', data: { mentorship: m1, by: ben } };

describe('completing is by both', () => {
  test('[R8] one proposes: the other has five school days, and the days are kept with the proposal', () => {
    given(underWay).when(give('ProposeCompletion', ben)).happens(proposed(ben));
  });

  test('[R8] the other agrees, and it is complete; whoever proposed cannot agree for them', () => {
    given([...underWay, proposed(ben)])
      .when(give('CompleteMentorship', asha))
      .happens(completed(asha));
    given([...underWay, proposed(ben)])
      .when(give('CompleteMentorship', ben))
      .refused('MENTORSHIP.WAITS_FOR_THE_OTHER');
    given(underWay).when(give('CompleteMentorship', ben)).refused('MENTORSHIP.NO_COMPLETION');
  });

  test('[R8] both propose at once: that is agreement', () => {
    given([...underWay, proposed(ben)])
      .when(give('ProposeCompletion', asha))
      .happens(completed(asha));
  });

  test('[R2] proposing again changes nothing, and keeps the days', () => {
    given([...underWay, proposed(ben)])
      .when(give('ProposeCompletion', ben, wednesday))
      .nothingHappens();
  });

  test('what was never agreed is not completed', () => {
    given([started]).when(give('ProposeCompletion', ben)).refused('MENTORSHIP.NOT_AGREED');
  });

  test('“not yet” closes the proposal, and it can be made again', () => {
    given([...underWay, proposed(ben)])
      .when(give('DeclineCompletion', asha))
      .happens(declined);
    given([...underWay, proposed(ben)])
      .when(give('DeclineCompletion', ben))
      .refused('MENTORSHIP.WAITS_FOR_THE_OTHER');
    given([...underWay, proposed(ben), declined])
      .when(give('CompleteMentorship', asha))
      .refused('MENTORSHIP.NO_COMPLETION');
    given([...underWay, proposed(ben), declined])
      .when(give('ProposeCompletion', asha))
      .happens(proposed(asha));
  });

  test('whoever proposed may take it back, and nobody else', () => {
    given([...underWay, proposed(ben)])
      .when(give('WithdrawCompletion', ben))
      .happens(withdrawn);
    given([...underWay, proposed(ben)])
      .when(give('WithdrawCompletion', asha))
      .refused('MENTORSHIP.NOT_YOUR_PROPOSAL');
    given([...underWay, proposed(ben), withdrawn])
      .when(give('WithdrawCompletion', ben))
      .nothingHappens();
  });

  test('[R9] either ends it early at any time, also while a proposal is open', () => {
    given([...underWay, proposed(ben)])
      .when(give('EndMentorship', asha, friday, { reason: '', wantsAnother: false }))
      .happensLike({ type: 'MentorshipEnded', data: { by: asha } });
  });

  test('an old log, in which one completed it without a proposal, reads as it did', () => {
    given([...underWay, completed(ben)])
      .when(give('ProposeCompletion', asha))
      .nothingHappens();
  });
});

describe('the five school days', () => {
  const open = [...underWay, proposed(ben)];
  const clock = (type: 'CompleteMentorship' | 'RemindOfCompletion' | 'MoveCompletionDay', on: Day) => give(type, HUB, on);

  test('[R8] once they have passed the hub completes it, and never before', () => {
    given(open).when(clock('CompleteMentorship', nextFriday)).refused('MENTORSHIP.NOT_DUE');
    given(open).when(clock('CompleteMentorship', saturday)).happens(completed(HUB));
  });

  test('[R8] half-way the one who was asked is reminded, once', () => {
    given(open).when(clock('RemindOfCompletion', friday)).refused('MENTORSHIP.NOT_DUE');
    given(open).when(clock('RemindOfCompletion', wednesday)).happens(reminded(asha));
    given([...underWay, proposed(asha)])
      .when(clock('RemindOfCompletion', wednesday))
      .happens(reminded(ben));
    given([...open, reminded(asha)])
      .when(clock('RemindOfCompletion', wednesday))
      .nothingHappens();
  });

  test('the clock that comes late finds nothing to do', () => {
    for (const type of ['CompleteMentorship', 'RemindOfCompletion', 'MoveCompletionDay'] as const) {
      given([...open, declined])
        .when(clock(type, saturday))
        .nothingHappens();
      given([...open, completed(asha)])
        .when(clock(type, saturday))
        .nothingHappens();
    }
  });

  test('a pause stops them: after it, either proposes anew', () => {
    const paused: MentorshipEvent = { type: 'MentorshipPaused', data: { mentorship: m1, by: asha, until: null, why: 'chosen' } };
    given([...open, paused])
      .when(clock('CompleteMentorship', saturday))
      .nothingHappens();
    given([...open, paused])
      .when(give('CompleteMentorship', asha))
      .refused('MENTORSHIP.NO_COMPLETION');
    given([...open, paused])
      .when(give('ProposeCompletion', ben))
      .refused('MENTORSHIP.PAUSED');
  });

  test('[R6] a pair that its roles keep apart can still complete: nothing new is said by it', () => {
    const apart: MentorshipEvent = { type: 'MentorshipPaused', data: { mentorship: m1, by: HUB, until: null, why: 'reporting-line' } };
    given([...underWay, apart])
      .when(give('ProposeCompletion', ben))
      .happens(proposed(ben));
  });

  test('[R4] days on which the school turns out to be shut come later, and it is not completed before they were counted again', () => {
    const closures = [{ from: '2026-03-12' as Day, to: nextFriday, why: 'Snow' }];
    const moved: MentorshipEvent = {
      type: 'CompletionDayMoved',
      data: { mentorship: m1, remindOn: wednesday, agreeBy: '2026-03-17' as Day },
    };
    given(open, { closures }).when(clock('MoveCompletionDay', friday)).happens(moved);
    given(open, { closures }).when(clock('CompleteMentorship', saturday)).happens(moved);
    given([...open, moved], { closures })
      .when(clock('MoveCompletionDay', friday))
      .nothingHappens();
    given([...open, moved], { closures })
      .when(clock('CompleteMentorship', '2026-03-18' as Day))
      .happens(completed(HUB));
  });
});

describe('a coordinator who is asked for help', () => {
  const ask = (by: PersonId) => give('AskForHelp', by, friday, { coordinator: helen, text: 'Could we talk?' });
  const asked: MentorshipEvent = { type: 'HelpAsked', data: { mentorship: m1, by: ben, coordinator: helen, text: 'Could we talk?' } };

  test('[R6] is one who may read it, and it changes nothing between the two', () => {
    given(underWay, { mayHelp: true }).when(ask(ben)).happens(asked);
    given(underWay).when(ask(ben)).refused('MENTORSHIP.NO_HELP_FROM_THEM');
    given(underWay, { mayHelp: true, writtenToday: 19 }).when(ask(ben)).happens(asked);
    given(underWay, { mayHelp: true, writtenToday: 20 }).when(ask(ben)).refused('MESSAGE.TOO_MANY_TODAY');
    given([...underWay, asked])
      .when(give('ProposeCompletion', ben))
      .happens(proposed(ben));
  });

  test('can be asked after the end as well', () => {
    given([...underWay, completed(asha)], { mayHelp: true })
      .when(ask(ben))
      .happens(asked);
  });
});

describe('a mentor who has left', () => {
  const needed: MentorshipEvent = { type: 'HandoverNeeded', data: { mentorship: m1, participants } };
  const settled: MentorshipEvent = { type: 'HandoverSettled', data: { mentorship: m1, by: ben } };

  test('[R8] comes to the desk once; the mentorship goes on until one of the two ends it', () => {
    given(underWay).when(give('NeedHandover', HUB)).happens(needed);
    given([...underWay, needed])
      .when(give('NeedHandover', HUB))
      .nothingHappens();
    given([...underWay, needed])
      .when(give('ProposeCompletion', ben))
      .happens(proposed(ben));
  });

  test('either says that they carry on; a mentor who leaves again is handed over again', () => {
    given([...underWay, needed])
      .when(give('SettleHandover', ben))
      .happens(settled);
    given(underWay).when(give('SettleHandover', ben)).nothingHappens();
    given([...underWay, needed, settled])
      .when(give('NeedHandover', HUB))
      .happens(needed);
  });

  test('a mentorship that is over needs none', () => {
    given([...underWay, completed(asha)])
      .when(give('NeedHandover', HUB))
      .nothingHappens();
  });
});

describe('a mentee who has left', () => {
  const school = 'elm' as InstitutionId;
  const left: MentorshipEvent = { type: 'MenteeLeft', data: { mentorship: m1, participants, institution: school } };
  const say = give('SayMenteeLeft', HUB, friday, { institution: school });

  test('[R8] asks nothing of the two: the mentorship goes on until one of them ends it', () => {
    given(underWay).when(say).happens(left);
    given([...underWay, left])
      .when(give('ProposeCompletion', ben))
      .happens(proposed(ben));
    given([...underWay, completed(asha)])
      .when(say)
      .nothingHappens();
  });
});

function proposed(by: PersonId): MentorshipEvent {
  return { type: 'CompletionProposed', data: { mentorship: m1, by, remindOn: wednesday, agreeBy: nextFriday, counted } };
}
function completed(by: PersonId): MentorshipEvent {
  return { type: 'MentorshipCompleted', data: { mentorship: m1, participants, by } };
}
function reminded(waitsFor: PersonId): MentorshipEvent {
  return { type: 'CompletionReminded', data: { mentorship: m1, waitsFor } };
}
/** A command as the hub reads it: what its schema does not name is not there. */
function give(type: MentorshipCommand['type'], by: PersonId, on: Day = friday, data: object = {}): MentorshipCommand {
  const read = mentorshipCommands[type].parse({ mentorship: m1, ...data });
  return { type, by, at: `${on}T09:00:00.000Z` as Instant, on, data: read } as MentorshipCommand;
}
