import type { Day, FeedbackId, GoalId, Instant, MentorshipId, PersonId, StepId } from '../kernel/brand.js';
import { given as givenBy } from '../testing/given.js';
import { asParticipants } from '../mentorships/participants.js';
import type { GoalsCommand } from './goals.commands.js';
import { goals, nextStep, OPEN_GOALS_LIMIT } from './goals.decider.js';
import type { GoalsEvent } from './goals.events.js';
import type { PairStatus } from '../mentorships/states.js';
import type { GoalsFacts } from './goals.facts.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const mentorship = 'm1' as MentorshipId;
const pair = (status: PairStatus = 'active'): GoalsFacts => ({
  pair: { participants: asParticipants({ mentor: asha, mentee: ben }), status },
});
const given = Object.assign((...history: readonly GoalsEvent[]) => givenBy(goals, history, pair()), {
  where: (history: readonly GoalsEvent[], known: GoalsFacts) => givenBy(goals, history, known),
});
const description = { title: 'Calm starts', why: 'The first five minutes', success: 'Settled by ten past' };

describe('the goals of a pair', () => {
  test('a goal is agreed with its steps, in order', () => {
    given()
      .when(agree('g1', ['s1', 's2']))
      .happens(agreed('g1'), withGoal(planned('g1', 's1')), withGoal(planned('g1', 's2')));
  });

  test('three goals are open at once and no more; one that is achieved or set aside makes room', () => {
    expect(OPEN_GOALS_LIMIT).toBe(3);
    given(agreed('g1'), agreed('g2'), agreed('g3')).when(agree('g4')).refused('GOAL.TOO_MANY_OPEN');
    given(agreed('g1'), agreed('g2'), agreed('g3'), achieved('g1')).when(agree('g4')).happens(agreed('g4'));
    given(agreed('g1'), agreed('g2'), agreed('g3'), setAside('g2')).when(agree('g4')).happens(agreed('g4'));
  });

  test('[R6] rest while the mentor manages or assesses the mentee', () => {
    const apart: GoalsFacts = { pair: { participants: asParticipants({ mentor: asha, mentee: ben }), status: 'paused', keptApart: true } };
    given
      .where([agreed('g1')], apart)
      .when(agree('g2'))
      .refused('PAIR.KEPT_APART');
  });

  test('steps are taken one after the other', () => {
    const path = [agreed('g1'), planned('g1', 's1'), planned('g1', 's2')];
    given(...path)
      .when(progress('g1', 's1'))
      .happens(took('g1', 's1'));
    given(...path)
      .when(progress('g1', 's2'))
      .refused('GOAL.STEP_NOT_NEXT');
    given(...path, took('g1', 's1'))
      .when(progress('g1', 's2'))
      .happens(took('g1', 's2'));
    given(...path, took('g1', 's1'))
      .when(progress('g1', 's1'))
      .refused('GOAL.STEP_ALREADY_TAKEN');
    given(...path)
      .when(progress('g1', 's9'))
      .refused('GOAL.STEP_NOT_FOUND');
  });

  test('a step that is reopened is the next again', () => {
    const path = [agreed('g1'), planned('g1', 's1'), planned('g1', 's2'), took('g1', 's1')];
    given(...path)
      .when(reopen('g1', 's1'))
      .happens({ type: 'StepReopened', data: { mentorship, goal: id('g1'), step: 's1' as StepId } });
    given(...path, { type: 'StepReopened', data: { mentorship, goal: id('g1'), step: 's1' as StepId } })
      .when(progress('g1', 's2'))
      .refused('GOAL.STEP_NOT_NEXT');
    given(...path)
      .when(reopen('g1', 's2'))
      .nothingHappens();
  });

  test('a step is planned for a goal that has none yet, or others', () => {
    given(agreed('g1')).when(plan('g1', 's1')).happens(planned('g1', 's1'));
    given(agreed('g1'), planned('g1', 's1')).when(plan('g1', 's2')).happens(planned('g1', 's2'));
  });

  test('a step belongs to one goal', () => {
    given(agreed('g1'), planned('g1', 's1'), planned('g1', 's2'), agreed('g2')).when(plan('g2', 's1')).refused('GOAL.STEP_ALREADY_PLANNED');
    given(agreed('g1'), planned('g1', 's1'))
      .when(agree('g2', ['s1']))
      .refused('GOAL.STEP_ALREADY_PLANNED');
    given()
      .when(agree('g1', ['s1', 's1']))
      .refused('GOAL.STEP_ALREADY_PLANNED');
  });

  test('a goal is achieved at most once, with evidence or without, whatever steps are left', () => {
    given(agreed('g1'), planned('g1', 's1')).when(achieve('g1')).happens(achieved('g1'));
    given(agreed('g1'), achieved('g1')).when(achieve('g1')).refused('GOAL.ALREADY_ACHIEVED');
    given(agreed('g1'), achieved('g1')).when(aside('g1')).refused('GOAL.ALREADY_ACHIEVED');
    given(agreed('g1'), setAside('g1')).when(achieve('g1')).refused('GOAL.SET_ASIDE');
    given(agreed('g1'), setAside('g1')).when(aside('g1')).nothingHappens();
  });

  test('a goal is not due before it is agreed', () => {
    given()
      .when(agree('g1', [], '2026-03-05'))
      .refused('GOAL.DUE_IN_THE_PAST');
    given()
      .when(agree('g1', [], '2026-03-06'))
      .happensLike({ type: 'GoalAgreed', data: { due: '2026-03-06' } });
  });

  test('the day of a goal may be changed or taken away by either, and not into the past', () => {
    const to = (due: string | null, by = asha) => asked('ChangeGoalDay', { mentorship, goal: id('g1'), due: due as Day | null }, by);
    const changed = (due: string | null, was: string | null, by = asha) =>
      ({ type: 'GoalDayChanged', data: { mentorship, goal: id('g1'), by, due, was } }) as GoalsEvent;
    given(agreed('g1')).when(to('2026-06-05')).happens(changed('2026-06-05', null));
    given(agreed('g1'), changed('2026-06-05', null))
      .when(to(null, ben))
      .happens(changed(null, '2026-06-05', ben));
    given(agreed('g1'), changed('2026-06-05', null)).when(to('2026-06-05')).nothingHappens();
    given(agreed('g1')).when(to('2026-03-05')).refused('GOAL.DUE_IN_THE_PAST');
    given(agreed('g1'), achieved('g1')).when(to('2026-06-05')).refused('GOAL.ALREADY_ACHIEVED');
  });

  test('[R9] the mentee carries one on alone: it stays theirs to work on and to close once the mentorship is over', () => {
    const carry = asked('CarryOnGoal', { mentorship, goal: id('g1') });
    const carried: GoalsEvent = { type: 'GoalCarriedOn', data: { mentorship, goal: id('g1'), by: ben } };
    for (const status of ['active', 'completed', 'ended'] as const)
      given
        .where([agreed('g1')], pair(status))
        .when(carry)
        .happens(carried);
    given(agreed('g1'), carried).when(carry).nothingHappens();
    given(agreed('g1'), achieved('g1')).when(carry).refused('GOAL.ALREADY_ACHIEVED');
    const alone = given.where([agreed('g1'), planned('g1', 's1'), carried], pair('completed'));
    alone.when(progress('g1', 's1')).happens(took('g1', 's1'));
    alone.when(achieve('g1')).happens(achieved('g1'));
  });

  test('[R8] a goal that is carried on alone is nobody else’s: the mentor changes nothing of it after the end', () => {
    const carried: GoalsEvent = { type: 'GoalCarriedOn', data: { mentorship, goal: id('g1'), by: ben } };
    given(agreed('g1'))
      .when(asked('CarryOnGoal', { mentorship, goal: id('g1') }, asha))
      .refused('GOAL.OF_THE_MENTEE');
    given
      .where([agreed('g1'), carried], pair('completed'))
      .when(asked('AchieveGoal', { mentorship, goal: id('g1'), evidence: '' }, asha))
      .refused('GOAL.MENTORSHIP_OVER', { reader: 'mentor' });
    given
      .where([agreed('g1'), carried], pair('completed'))
      .when(agree('g2'))
      .refused('GOAL.MENTORSHIP_OVER');
  });

  test('[R9] what became of a goal is the mentee’s to say, however the mentorship ended; its steps rest unless it is carried on', () => {
    for (const status of ['completed', 'ended'] as const) {
      const over = given.where([agreed('g1'), planned('g1', 's1')], pair(status));
      over.when(achieve('g1')).happens(achieved('g1'));
      over.when(asked('SetGoalAside', { mentorship, goal: id('g1') })).happensLike({ type: 'GoalSetAside' });
      over.when(progress('g1', 's1')).refused('GOAL.MENTORSHIP_OVER');
      over
        .when(asked('AchieveGoal', { mentorship, goal: id('g1'), evidence: '' }, asha))
        .refused('GOAL.MENTORSHIP_OVER', { reader: 'mentor' });
    }
  });

  test('goals rest with the mentorship', () => {
    given.where([], { pair: null }).when(agree('g1')).refused('GOAL.NO_MENTORSHIP');
    given
      .where([agreed('g1')], pair('paused'))
      .when(achieve('g1'))
      .happens(achieved('g1'));
  });

  test('the next step is the first that was not taken', () => {
    expect(nextStep([{ taken: true }, { taken: false, name: 'two' }, { taken: false }])).toEqual({ taken: false, name: 'two' });
    expect(nextStep([{ taken: true }])).toBeUndefined();
  });
});

describe('feedback', () => {
  test('goes from one of the pair to the other', () => {
    given()
      .when(feedback(asha))
      .happensLike({ type: 'FeedbackGiven', data: { from: asha, to: ben } });
    given()
      .when(feedback(ben))
      .happensLike({ type: 'FeedbackGiven', data: { from: ben, to: asha } });
  });

  test('comes from nobody else', () => {
    given().when(feedback(cleo)).refused('FEEDBACK.NOT_OF_THIS_PAIR');
  });
});

function id(goal: string): GoalId {
  return goal as GoalId;
}
function asked<Type extends GoalsCommand['type']>(type: Type, data: Extract<GoalsCommand, { type: Type }>['data'], by: PersonId = ben) {
  return { type, by, at: '2026-03-06T15:40:00.000Z' as Instant, on: '2026-03-06' as Day, data };
}
function agree(goal: string, steps: readonly string[] = [], due: string | null = null): GoalsCommand {
  const titled = steps.map((step) => ({ step: step as StepId, title: 'Meet them at the door' }));
  return asked('AgreeGoal', {
    mentorship,
    goal: id(goal),
    description,
    tag: null,
    statements: ['eng-ts-7.1'],
    due: due as Day | null,
    steps: titled,
  });
}
function plan(goal: string, step: string): GoalsCommand {
  return asked('PlanStep', { mentorship, goal: id(goal), step: step as StepId, title: 'Meet them at the door' });
}
function progress(goal: string, step: string): GoalsCommand {
  return asked('RecordProgress', { mentorship, goal: id(goal), step: step as StepId, note: 'It worked' });
}
function reopen(goal: string, step: string): GoalsCommand {
  return asked('ReopenStep', { mentorship, goal: id(goal), step: step as StepId });
}
function achieve(goal: string): GoalsCommand {
  return asked('AchieveGoal', { mentorship, goal: id(goal), evidence: 'Four of five' });
}
function aside(goal: string): GoalsCommand {
  return asked('SetGoalAside', { mentorship, goal: id(goal) });
}
function feedback(by: PersonId): GoalsCommand {
  return asked('GiveFeedback', { mentorship, feedback: 'f1' as FeedbackId, saw: 'A calm start', nextStep: 'Try the exit' }, by);
}
function agreed(goal: string): GoalsEvent {
  return {
    type: 'GoalAgreed',
    data: { mentorship, goal: id(goal), mentee: ben, by: ben, description, tag: null, statements: ['eng-ts-7.1'], due: null },
  };
}
function planned(goal: string, step: string): GoalsEvent {
  return {
    type: 'StepPlanned',
    data: { mentorship, goal: id(goal), step: step as StepId, mentee: ben, by: ben, title: 'Meet them at the door' },
  };
}
function took(goal: string, step: string): GoalsEvent {
  return { type: 'ProgressRecorded', data: { mentorship, goal: id(goal), step: step as StepId, by: ben, note: 'It worked' } };
}
function achieved(goal: string): GoalsEvent {
  return { type: 'GoalAchieved', data: { mentorship, goal: id(goal), by: ben, evidence: 'Four of five' } };
}
function setAside(goal: string): GoalsEvent {
  return { type: 'GoalSetAside', data: { mentorship, goal: id(goal) } };
}
/** Planned as its goal was added. */
function withGoal(event: GoalsEvent): GoalsEvent {
  return { ...event, data: { ...event.data, withGoal: true } } as GoalsEvent;
}
