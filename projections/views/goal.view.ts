import type { Day, GoalId, Instant, MentorshipId, PersonId, StepId } from '@alongside/domain/kernel/brand.js';
import type { GoalDescription, GoalsEvent } from '@alongside/domain/development/goals.events.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

/** One step towards a goal. `done` is `null` while it lies ahead. */
export interface GoalStep {
  readonly step: StepId;
  readonly title: string;
  readonly done: { readonly by: PersonId; readonly note: string; readonly at: Instant } | null;
}

/** A goal that a pair agreed on, with its path. */
export interface GoalRow {
  readonly goal: GoalId;
  readonly mentorship: MentorshipId;
  readonly mentee: PersonId;
  readonly description: GoalDescription;
  readonly tag: string | null;
  readonly statements: readonly string[];
  readonly due: Day | null;
  readonly status: 'open' | 'achieved' | 'set-aside';
  readonly steps: readonly GoalStep[];
  readonly agreedAt: Instant;
  /** When the mentee said that they go on with it alone; `null` otherwise. */
  readonly carriedOnAt: Instant | null;
  readonly achieved: { readonly by: PersonId; readonly evidence: string; readonly at: Instant } | null;
}

const NO_WORDS: GoalDescription = { title: '', why: '', success: '' };
const set = (rows: Rows<GoalRow>, goal: GoalId, next: (data: GoalRow) => Partial<GoalRow>): void =>
  change(rows, goal, (data) => ({ ...data, ...next(data) }));
const setStep = (rows: Rows<GoalRow>, goal: GoalId, step: StepId, next: Partial<GoalStep>): void =>
  set(rows, goal, ({ steps }) => ({ steps: steps.map((one) => (one.step === step ? { ...one, ...next } : one)) }));

/** The goal and its steps are the mentee’s words; a note on progress is its author’s. */
const without =
  (person: PersonId) =>
  (data: GoalRow): GoalRow => ({
    ...data,
    description: data.mentee === person ? NO_WORDS : data.description,
    steps: data.steps.map(({ step, title, done }) => ({
      step,
      title: data.mentee === person ? '' : title,
      done: done?.by === person ? { ...done, note: '' } : done,
    })),
    achieved: data.achieved?.by === person ? { ...data.achieved, evidence: '' } : data.achieved,
  });

/** Goals, to the pair. */
export const goalView = hubView<GoalsEvent, GoalRow>()({
  name: 'goal',
  version: 5,
  title: 'Goals and their steps',
  readers: ['mentorship'],
  own: 'goals',
  indexes: ['mentorship', 'mentee', 'status'],
  forget: (rows, id, person) => change(rows, id, without(person)),
  on: firstCome('goal', {
    GoalAgreed: ({ data, at }, rows) => {
      rows.put(data.goal, {
        audience: onlyPair(data.mentorship),
        data: { ...data, status: 'open', steps: [], agreedAt: at, carriedOnAt: null, achieved: null },
      });
    },
    StepPlanned: ({ data: { goal, step, title } }, rows) =>
      set(rows, goal, ({ steps }) => ({ steps: [...steps.filter((one) => one.step !== step), { step, title, done: null }] })),
    ProgressRecorded: ({ data: { goal, step, by, note }, at }, rows) => {
      setStep(rows, goal, step, { done: { by, note, at } });
    },
    StepReopened: ({ data: { goal, step } }, rows) => setStep(rows, goal, step, { done: null }),
    GoalLinked: ({ data: { goal, statements } }, rows) => set(rows, goal, () => ({ statements })),
    GoalAchieved: ({ data: { goal, by, evidence }, at }, rows) => {
      set(rows, goal, () => ({ status: 'achieved', achieved: { by, evidence, at } }));
    },
    GoalDayChanged: ({ data: { goal, due } }, rows) => set(rows, goal, () => ({ due })),
    GoalSetAside: ({ data: { goal } }, rows) => set(rows, goal, () => ({ status: 'set-aside' })),
    GoalCarriedOn: ({ data: { goal }, at }, rows) => set(rows, goal, () => ({ carriedOnAt: at })),
  }),
});
