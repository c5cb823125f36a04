import type { Day, GoalId, Instant, MentorshipId, PersonId, StepId } from '@alongside/domain/kernel/brand.js';
import type { GoalDescription, GoalsEvent } from '@alongside/domain/development/goals.events.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

/** One step towards a goal. `done` is `null` while it lies ahead. */
export interface GoalStep {
  readonly step: StepId;
  /** Who worded it. */
  readonly by: PersonId;
  /** In older logs: sealed for the mentee, so that it goes with the mentee as well. */
  readonly goesWithMentee?: true;
  /** Empty once its words are gone with an account. */
  readonly title: string;
  readonly done: { readonly by: PersonId; readonly note: string; readonly at: Instant } | null;
}

/** A goal that a pair agreed on, with its path. */
export interface GoalRow {
  readonly goal: GoalId;
  readonly mentorship: MentorshipId;
  readonly mentee: PersonId;
  /** Who worded it. */
  readonly by: PersonId;
  /** In older logs: sealed for the mentee, so that its words go with the mentee as well. */
  readonly goesWithMentee?: true;
  /** Empty once its words are gone with an account. */
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

/** Whose a goal or a step is, by who sent it: older events do not say so themselves. */
const wordedBy = ({ data: { by }, actor }: { readonly data: { readonly by?: PersonId | undefined }; readonly actor: PersonId }) =>
  by ? { by } : ({ by: actor, goesWithMentee: true } as const);

/** The goal, each step and each note on progress are the words of their author. */
const without =
  (person: PersonId) =>
  (data: GoalRow): GoalRow => {
    const isTheirs = ({ by, goesWithMentee }: Pick<GoalRow, 'by' | 'goesWithMentee'>) =>
      by === person || (goesWithMentee === true && data.mentee === person);
    return {
      ...data,
      description: isTheirs(data) ? NO_WORDS : data.description,
      steps: data.steps.map((step) => ({
        ...step,
        title: isTheirs(step) ? '' : step.title,
        done: step.done?.by === person ? { ...step.done, note: '' } : step.done,
      })),
      achieved: data.achieved?.by === person ? { ...data.achieved, evidence: '' } : data.achieved,
    };
  };

/** Goals, to the pair. */
export const goalView = hubView<GoalsEvent, GoalRow>()({
  name: 'goal',
  version: 6,
  title: 'Goals and their steps',
  readers: ['mentorship'],
  own: 'goals',
  indexes: ['mentorship', 'mentee', 'status'],
  forget: (rows, id, person) => change(rows, id, without(person)),
  on: firstCome('goal', {
    GoalAgreed: (event, rows) => {
      const { data, at } = event;
      rows.put(data.goal, {
        audience: onlyPair(data.mentorship),
        // What older hubs sealed for the mentee is found by the mentee.
        about: [data.mentee],
        data: { ...data, ...wordedBy(event), status: 'open', steps: [], agreedAt: at, carriedOnAt: null, achieved: null },
      });
    },
    StepPlanned: (event, rows) => {
      const { goal, step, title } = event.data;
      const planned = { step, ...wordedBy(event), title, done: null };
      set(rows, goal, ({ steps }) => ({ steps: [...steps.filter((one) => one.step !== step), planned] }));
    },
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
