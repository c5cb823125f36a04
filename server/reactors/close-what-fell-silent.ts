import type { DueClosing } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/** A coordinator suggested ending a pair that no longer meets, and neither of the two has replied: after the last day it ends (R8). */
export const closeWhatFellSilent = ({ kind, mentorship, day }: DueClosing): FollowUp => ({
  commandId: commandIdFrom(kind, mentorship, day),
  type: 'CloseMentorship',
  data: { mentorship },
});
