import { z } from 'zod';
import { day, feedbackId, goalId, mentorshipId, personId, stepId, tagged } from '../kernel/brand.js';
import { event, line, personal, prose, type EventOf } from '../kernel/catalogue.js';
import { linkedStatements } from '../uk/frameworks/linked.js';

export const goalDescription = z.object({
  title: line(160, 'The goal'),
  why: prose(600, 'Why it matters'),
  /** What will be seen when it is reached. */
  success: prose(600, 'What success looks like'),
});
export type GoalDescription = z.infer<typeof goalDescription>;
export const stepTitle = line(160, 'The step');

/** Who worded it: its sender, whose key seals it. Absent in older events: these are sealed with the mentee’s key and go with either. */
const wordedBy = personId.optional();

/** The goals of one mentorship and the feedback the two give each other: one stream per mentorship, `goals-<mentorship>`. */
export const goalsEvents = {
  GoalAgreed: event(
    z.object({
      mentorship: mentorshipId,
      goal: goalId,
      mentee: personId,
      by: wordedBy,
      description: personal(goalDescription, 'actor', { title: '', why: '', success: '' }),
      /** A tag of the expertise taxonomy, and the ids of framework statements it serves. */
      tag: tagged(80).nullable(),
      statements: z.array(tagged(40)).max(6),
      due: day.nullable(),
    }),
  ),
  StepPlanned: event(
    z.object({
      mentorship: mentorshipId,
      goal: goalId,
      step: stepId,
      mentee: personId,
      by: wordedBy,
      title: personal(stepTitle, 'actor', ''),
      /** Planned as the goal was added, which tells of it. */
      withGoal: z.literal(true).optional(),
    }),
  ),
  /** A step was taken; what was noticed belongs to its author. */
  ProgressRecorded: event(
    z.object({ mentorship: mentorshipId, goal: goalId, step: stepId, by: personId, note: personal(prose(1_200), 'by', '') }),
  ),
  StepReopened: event(z.object({ mentorship: mentorshipId, goal: goalId, step: stepId })),
  GoalAchieved: event(z.object({ mentorship: mentorshipId, goal: goalId, by: personId, evidence: personal(prose(1_200), 'by', '') })),
  /** The mentee goes on with it alone: it stays theirs to work on once the mentorship is over. */
  GoalCarriedOn: event(z.object({ mentorship: mentorshipId, goal: goalId, by: personId })),
  /** They changed the day by which to achieve it. `was`: the day before, `null` for none. */
  GoalDayChanged: event(z.object({ mentorship: mentorshipId, goal: goalId, by: personId, due: day.nullable(), was: day.nullable() })),
  GoalSetAside: event(z.object({ mentorship: mentorshipId, goal: goalId })),
  /** Which statements of a framework the goal speaks to now, chosen by the mentee, whose goal it is. */
  GoalLinked: event(z.object({ mentorship: mentorshipId, goal: goalId, by: personId, statements: linkedStatements })),
  /** The same for a piece of feedback, chosen by its author. */
  FeedbackLinked: event(z.object({ mentorship: mentorshipId, feedback: feedbackId, by: personId, statements: linkedStatements })),
  /** Evidence and a next step; no stars on people. */
  FeedbackGiven: event(
    z.object({
      mentorship: mentorshipId,
      feedback: feedbackId,
      from: personId,
      to: personId,
      saw: personal(prose(1_200), 'from', ''),
      nextStep: personal(prose(1_200), 'from', ''),
    }),
  ),
};
export type GoalsEvent = EventOf<typeof goalsEvents>;
