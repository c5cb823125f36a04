import type { Day, FeedbackId, GoalId, PersonId, StepId } from '../kernel/brand.js';
import { byId, type ById } from '../kernel/by-id.js';
import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import { areStatements, sameStatements } from '../uk/frameworks/linked.js';
import type { GoalsCommand } from './goals.commands.js';
import type { GoalsEvent } from './goals.events.js';
import { otherThan, peopleAs, takesPart, theTwo } from '../mentorships/participants.js';
import { isOver } from '../mentorships/states.js';
import type { GoalsFacts, Pair } from './goals.facts.js';

/** How many goals a pair works on at once: more would mean that none is. */
export const OPEN_GOALS_LIMIT = 3;
export const STEPS_PER_GOAL_LIMIT = 12;

export type GoalsRefusal = Refusal<
  | 'GOAL.NO_MENTORSHIP'
  | 'GOAL.MENTORSHIP_OVER'
  | 'PAIR.KEPT_APART'
  | 'GOAL.TOO_MANY_OPEN'
  | 'GOAL.ALREADY_AGREED'
  | 'GOAL.DUE_IN_THE_PAST'
  | 'GOAL.NOT_FOUND'
  | 'GOAL.ALREADY_ACHIEVED'
  | 'GOAL.SET_ASIDE'
  | 'GOAL.OF_THE_MENTEE'
  | 'GOAL.TOO_MANY_STEPS'
  | 'GOAL.STEP_ALREADY_PLANNED'
  | 'GOAL.STEP_NOT_FOUND'
  | 'GOAL.STEP_NOT_NEXT'
  | 'GOAL.STEP_ALREADY_TAKEN'
  | 'FEEDBACK.NOT_OF_THIS_PAIR'
  | 'FEEDBACK.ALREADY_GIVEN'
  | 'FEEDBACK.NOT_FOUND'
  | 'FEEDBACK.OF_THE_AUTHOR'
  | 'STANDARD.UNKNOWN'
>;

interface Step {
  readonly step: StepId;
  readonly taken: boolean;
}

interface Goal {
  readonly status: 'open' | 'achieved' | 'aside';
  readonly mentee: PersonId;
  /** The mentee goes on with it alone. */
  readonly carriedOn: boolean;
  readonly statements: readonly string[];
  /** By which day they want to achieve it. */
  readonly due: Day | null;
  /** In the order in which they are to be taken. */
  readonly steps: readonly Step[];
}

interface Feedback {
  readonly from: PersonId;
  readonly statements: readonly string[];
}

export interface Goals {
  readonly goals: ById<GoalId, Goal>;
  readonly feedback: ById<FeedbackId, Feedback>;
}

type Decision = Result<readonly GoalsEvent[], GoalsRefusal>;

function decide(command: GoalsCommand, state: Goals, { pair }: GoalsFacts): Decision {
  if (!pair) return refuse({ code: 'GOAL.NO_MENTORSHIP' });
  if (command.type === 'CarryOnGoal') return whenOpen(state, command.data.goal, (goal) => carryOn(command, goal));
  if (command.type === 'LinkGoal' || command.type === 'LinkFeedback')
    return pair.keptApart && !isOver(pair) ? refuse({ code: 'PAIR.KEPT_APART' }) : link(command, state);
  if (isOver(pair) && !isTheirsAlone(command, state))
    return refuse({
      code: 'GOAL.MENTORSHIP_OVER',
      ...(peopleAs(pair.participants, 'mentor').includes(command.by) && { facts: { reader: 'mentor' } }),
    });
  if (pair.keptApart && !isOver(pair)) return refuse({ code: 'PAIR.KEPT_APART' });
  switch (command.type) {
    case 'AgreeGoal':
      return agree(command, state, pair);
    case 'PlanStep':
      return whenOpen(state, command.data.goal, (goal) => planStep(command, state, goal));
    case 'RecordProgress':
      return whenOpen(state, command.data.goal, (goal) => recordProgress(command, goal));
    case 'ReopenStep':
      return whenOpen(state, command.data.goal, (goal) =>
        whenPlanned(goal, command.data.step, (step) => ok(step.taken ? [{ type: 'StepReopened', data: command.data }] : [])),
      );
    case 'AchieveGoal':
      return whenOpen(state, command.data.goal, () => ok([{ type: 'GoalAchieved', data: { ...command.data, by: command.by } }]));
    case 'ChangeGoalDay':
      return whenOpen(state, command.data.goal, (goal) => changeDay(command, goal));
    case 'SetGoalAside':
      return byId.get(state.goals, command.data.goal)?.status === 'aside'
        ? ok([])
        : whenOpen(state, command.data.goal, () => ok([{ type: 'GoalSetAside', data: command.data }]));
    case 'GiveFeedback':
      return giveFeedback(command, state, pair);
  }
}

/** After the end, however it came: the mentee closes a goal, and works on one that they carried on. */
function isTheirsAlone(command: Exclude<GoalsCommand, Given<'CarryOnGoal' | 'LinkGoal' | 'LinkFeedback'>>, { goals }: Goals): boolean {
  if (command.type === 'AgreeGoal' || command.type === 'GiveFeedback') return false;
  const goal = byId.get(goals, command.data.goal);
  if (goal?.mentee !== command.by) return false;
  return goal.carriedOn || command.type === 'AchieveGoal' || command.type === 'SetGoalAside';
}

/** Its owner says what it speaks to, and may do so once the mentorship is over: it stays in their record. */
function link(command: Given<'LinkGoal' | 'LinkFeedback'>, { goals, feedback }: Goals): Decision {
  const { data, by } = command;
  if (!areStatements(data.statements)) return refuse({ code: 'STANDARD.UNKNOWN', field: 'statements' });
  if (command.type === 'LinkGoal') {
    const goal = byId.get(goals, command.data.goal);
    if (!goal) return refuse({ code: 'GOAL.NOT_FOUND' });
    if (goal.mentee !== by) return refuse({ code: 'GOAL.OF_THE_MENTEE' });
    return ok(sameStatements(goal.statements, data.statements) ? [] : [{ type: 'GoalLinked', data: { ...command.data, by } }]);
  }
  const given = byId.get(feedback, command.data.feedback);
  if (!given) return refuse({ code: 'FEEDBACK.NOT_FOUND' });
  if (given.from !== by) return refuse({ code: 'FEEDBACK.OF_THE_AUTHOR' });
  return ok(sameStatements(given.statements, data.statements) ? [] : [{ type: 'FeedbackLinked', data: { ...command.data, by } }]);
}

function carryOn({ data, by }: Given<'CarryOnGoal'>, { mentee, carriedOn }: Goal): Decision {
  if (by !== mentee) return refuse({ code: 'GOAL.OF_THE_MENTEE' });
  return ok(carriedOn ? [] : [{ type: 'GoalCarriedOn', data: { ...data, by } }]);
}

type Given<Type extends GoalsCommand['type']> = Extract<GoalsCommand, { type: Type }>;

function agree({ data, by, on }: Given<'AgreeGoal'>, { goals }: Goals, pair: Pair): Decision {
  // A mentor of several would have to say whose goal it is.
  const mentee = peopleAs(pair.participants, 'mentee').includes(by) ? by : theTwo(pair).mentee;
  const { steps, ...agreed } = data;
  const open = byId.values(goals).filter((goal) => goal.status === 'open').length;
  if (byId.has(goals, data.goal)) return refuse({ code: 'GOAL.ALREADY_AGREED' });
  if (open >= OPEN_GOALS_LIMIT) return refuse({ code: 'GOAL.TOO_MANY_OPEN', facts: { limit: OPEN_GOALS_LIMIT } });
  if (data.due !== null && data.due < on) return refuse({ code: 'GOAL.DUE_IN_THE_PAST', field: 'due' });
  const planned = new Set(byId.values(goals).flatMap((goal) => goal.steps.map(({ step }) => step)));
  for (const [index, { step }] of steps.entries()) {
    if (planned.has(step)) return refuse({ code: 'GOAL.STEP_ALREADY_PLANNED', field: `steps.${index}` });
    planned.add(step);
  }
  return ok([
    { type: 'GoalAgreed', data: { ...agreed, mentee, by } },
    ...steps.map(({ step, title }) => ({
      type: 'StepPlanned' as const,
      data: { mentorship: data.mentorship, goal: data.goal, step, mentee, by, title, withGoal: true as const },
    })),
  ]);
}

function changeDay({ data, by, on }: Given<'ChangeGoalDay'>, { due: was }: Goal): Decision {
  if (data.due === was) return ok([]);
  if (data.due !== null && data.due < on) return refuse({ code: 'GOAL.DUE_IN_THE_PAST', field: 'due' });
  return ok([{ type: 'GoalDayChanged', data: { ...data, by, was } }]);
}

function planStep({ data, by }: Given<'PlanStep'>, { goals }: Goals, goal: Goal): Decision {
  if (byId.values(goals).some(({ steps }) => steps.some(({ step }) => step === data.step)))
    return refuse({ code: 'GOAL.STEP_ALREADY_PLANNED' });
  if (goal.steps.length >= STEPS_PER_GOAL_LIMIT) return refuse({ code: 'GOAL.TOO_MANY_STEPS', facts: { limit: STEPS_PER_GOAL_LIMIT } });
  return ok([{ type: 'StepPlanned', data: { ...data, mentee: goal.mentee, by } }]);
}

function recordProgress({ data, by }: Given<'RecordProgress'>, goal: Goal): Decision {
  return whenPlanned(goal, data.step, (step) => {
    if (step.taken) return refuse({ code: 'GOAL.STEP_ALREADY_TAKEN' });
    return nextStep(goal.steps)?.step === data.step
      ? ok([{ type: 'ProgressRecorded', data: { ...data, by } }])
      : refuse({ code: 'GOAL.STEP_NOT_NEXT' });
  });
}

function giveFeedback({ data, by }: Given<'GiveFeedback'>, { feedback }: Goals, pair: Pair): Decision {
  if (!takesPart(pair.participants, by)) return refuse({ code: 'FEEDBACK.NOT_OF_THIS_PAIR' });
  if (byId.has(feedback, data.feedback)) return refuse({ code: 'FEEDBACK.ALREADY_GIVEN' });
  return ok([{ type: 'FeedbackGiven', data: { ...data, from: by, to: otherThan(pair.participants, by) } }]);
}

/** The step to take now: the first that was not taken yet. Absent once all are. */
export const nextStep = <S extends { readonly taken: boolean }>(steps: readonly S[]): S | undefined => steps.find((step) => !step.taken);

function whenOpen({ goals }: Goals, id: GoalId, then: (goal: Goal) => Decision): Decision {
  const goal = byId.get(goals, id);
  if (!goal) return refuse({ code: 'GOAL.NOT_FOUND' });
  if (goal.status === 'achieved') return refuse({ code: 'GOAL.ALREADY_ACHIEVED' });
  return goal.status === 'aside' ? refuse({ code: 'GOAL.SET_ASIDE' }) : then(goal);
}

function whenPlanned(goal: Goal, id: StepId, then: (step: Step) => Decision): Decision {
  const step = goal.steps.find((planned) => planned.step === id);
  return step ? then(step) : refuse({ code: 'GOAL.STEP_NOT_FOUND' });
}

function evolve(state: Goals, event: GoalsEvent): Goals {
  switch (event.type) {
    case 'GoalAgreed':
      return {
        ...state,
        goals: byId.with(state.goals, event.data.goal, {
          status: 'open',
          mentee: event.data.mentee,
          carriedOn: false,
          statements: event.data.statements,
          due: event.data.due,
          steps: [],
        }),
      };
    case 'StepPlanned':
      return withGoal(state, event.data.goal, (goal) => ({ ...goal, steps: [...goal.steps, { step: event.data.step, taken: false }] }));
    case 'ProgressRecorded':
      return withGoal(state, event.data.goal, (goal) => withStep(goal, event.data.step, true));
    case 'StepReopened':
      return withGoal(state, event.data.goal, (goal) => withStep(goal, event.data.step, false));
    case 'GoalAchieved':
      return withGoal(state, event.data.goal, (goal) => ({ ...goal, status: 'achieved' }));
    case 'GoalDayChanged':
      return withGoal(state, event.data.goal, (goal) => ({ ...goal, due: event.data.due }));
    case 'GoalSetAside':
      return withGoal(state, event.data.goal, (goal) => ({ ...goal, status: 'aside' }));
    case 'GoalCarriedOn':
      return withGoal(state, event.data.goal, (goal) => ({ ...goal, carriedOn: true }));
    case 'FeedbackGiven':
      return { ...state, feedback: byId.with(state.feedback, event.data.feedback, { from: event.data.from, statements: [] }) };
    case 'GoalLinked':
      return withGoal(state, event.data.goal, (goal) => ({ ...goal, statements: event.data.statements }));
    case 'FeedbackLinked': {
      const { feedback, statements } = event.data;
      const given = byId.get(state.feedback, feedback);
      return given ? { ...state, feedback: byId.with(state.feedback, feedback, { ...given, statements }) } : state;
    }
  }
}

function withGoal(state: Goals, id: GoalId, change: (goal: Goal) => Goal): Goals {
  const goal = byId.get(state.goals, id);
  return goal ? { ...state, goals: byId.with(state.goals, id, change(goal)) } : state;
}

const withStep = (goal: Goal, id: StepId, taken: boolean): Goal => ({
  ...goal,
  steps: goal.steps.map((step) => (step.step === id ? { ...step, taken } : step)),
});

/** The goals of one mentorship and the feedback within the pair: few at a time, step after step, achieved once. */
export const goals: Decider<Goals, GoalsCommand, GoalsEvent, GoalsRefusal, GoalsFacts> = {
  initial: { goals: {}, feedback: {} },
  decide,
  evolve,
};
