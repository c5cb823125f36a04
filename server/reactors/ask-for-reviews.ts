import type { Day } from '@alongside/domain/kernel/brand.js';
import type { DueReview } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/**
 * The review date of an agreement has come. Each date has its own id: a review not asked for in a holiday or pause is asked for the next
 * day.
 */
export const askForReview = ({ kind, mentorship, day }: DueReview, today: Day): FollowUp => ({
  commandId: commandIdFrom(kind, mentorship, day, today),
  type: 'AskForReview',
  data: { mentorship },
});
