import type { DueCompletion } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/** One of the two proposed to complete: the other is reminded half-way, and after the last day it is complete (R8). */
export const completeWhatWasProposed = ({ kind, mentorship, day }: DueCompletion): FollowUp => ({
  commandId: commandIdFrom(kind, mentorship, day),
  type: kind === 'complete' ? 'CompleteMentorship' : 'RemindOfCompletion',
  data: { mentorship },
});
