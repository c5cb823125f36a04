import { z } from 'zod';
import { day, feedbackId, goalId, mentorshipId, stepId } from '../kernel/brand.js';
import { prose, type CommandOf } from '../kernel/catalogue.js';
import { linkedStatements } from '../uk/frameworks/linked.js';
import { entryId } from '../uk/taxonomy/entry-id.js';
import { goalDescription, stepTitle } from './goals.events.js';

const goal = z.object({ mentorship: mentorshipId, goal: goalId });
const step = goal.extend({ step: stepId });

export const goalsCommands = {
  AgreeGoal: goal.extend({
    description: goalDescription,
    tag: entryId.nullable(),
    statements: linkedStatements,
    due: day.nullable(),
    steps: z.array(z.object({ step: stepId, title: stepTitle })).max(10),
  }),
  PlanStep: step.extend({ title: stepTitle }),
  RecordProgress: step.extend({ note: prose(1_200, 'Your note') }),
  ReopenStep: step,
  AchieveGoal: goal.extend({ evidence: prose(1_200, 'Your evidence') }),
  /** `null`: without a day. */
  ChangeGoalDay: goal.extend({ due: day.nullable() }),
  SetGoalAside: goal,
  /** The mentee goes on with it alone, once the mentorship is over. */
  CarryOnGoal: goal,
  /** Chooses anew which statements it speaks to; an empty list removes them. */
  LinkGoal: goal.extend({ statements: linkedStatements }),
  LinkFeedback: z.object({ mentorship: mentorshipId, feedback: feedbackId, statements: linkedStatements }),
  GiveFeedback: z.object({
    mentorship: mentorshipId,
    feedback: feedbackId,
    saw: prose(1_200, 'Feedback').min(1, { error: 'Enter what you saw and its effect.' }),
    nextStep: prose(1_200, 'The next step'),
  }),
};
export type GoalsCommand = CommandOf<typeof goalsCommands>;
