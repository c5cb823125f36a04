import type { Day } from '@alongside/domain/kernel/brand.js';
import type { Look } from '@alongside/projections/engine/look.js';
import type { DueClosing } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/** A coordinator suggested ending a pair that no longer meets, and neither of the two has replied: after the last day it ends (R8). */
export const closeWhatFellSilent = (today: Day, look: Look): readonly FollowUp[] =>
  look
    .rows<DueClosing>('due', { kind: 'close' })
    .filter(({ day }) => day <= today)
    .map(({ kind, mentorship, day }) => ({
      commandId: commandIdFrom(kind, mentorship, day),
      type: 'CloseMentorship',
      data: { mentorship },
    }));
