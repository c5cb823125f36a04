import type { Day } from '@alongside/domain/kernel/brand.js';
import type { DueReview } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/**
 * The day has come on which two people said they would look at their agreement again. Each day has an id of its own: where nothing is asked, in a
 * holiday or a pause, the review is asked for again on the next.
 */
export const askForReview = ({ kind, mentorship, day }: DueReview, today: Day): FollowUp => ({
  commandId: commandIdFrom(kind, mentorship, day, today),
  type: 'AskForReview',
  data: { mentorship },
});
