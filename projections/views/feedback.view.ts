import type { FeedbackId, Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { GoalsEvent } from '@alongside/domain/development/goals.events.js';
import { change } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { firstCome } from './first-come.js';
import { hubView } from './hub-view.js';

/** What one half of a pair saw, and the next step they would take. */
export interface FeedbackRow {
  readonly feedback: FeedbackId;
  readonly mentorship: MentorshipId;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly saw: string;
  readonly nextStep: string;
  /** Ids of the framework statements that its author links it to. */
  readonly statements: readonly string[];
  readonly at: Instant;
}

/** Feedback, to the pair. */
export const feedbackView = hubView<GoalsEvent, FeedbackRow>()({
  name: 'feedback',
  version: 3,
  title: 'Feedback',
  readers: ['mentorship'],
  own: 'feedback',
  indexes: ['mentorship', 'to', 'from'],
  forget: (rows, id, person) => change(rows, id, (data) => (data.from === person ? { ...data, saw: '', nextStep: '' } : data)),
  on: firstCome('feedback', {
    FeedbackGiven: ({ data, at }, rows) => {
      rows.put(data.feedback, { audience: onlyPair(data.mentorship), data: { ...data, statements: [], at } });
    },
    FeedbackLinked: ({ data: { feedback, statements } }, rows) => change<FeedbackRow>(rows, feedback, (data) => ({ ...data, statements })),
  }),
});
