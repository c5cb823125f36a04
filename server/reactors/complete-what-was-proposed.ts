import type { Day } from '@alongside/domain/kernel/brand.js';
import type { Look } from '@alongside/projections/engine/look.js';
import type { DueCompletion } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/** One of the two proposed to complete: the other is reminded half-way, and after the last day it is complete (R8). */
export function completeWhatWasProposed(today: Day, look: Look): readonly FollowUp[] {
  const waiting = [
    ...look.rows<DueCompletion>('due', { kind: 'complete' }),
    ...look.rows<DueCompletion>('due', { kind: 'remind-completion' }),
  ];
  return waiting
    .filter(({ day }) => day <= today)
    .map(({ kind, mentorship, day }) => ({
      commandId: commandIdFrom(kind, mentorship, day),
      type: kind === 'complete' ? 'CompleteMentorship' : 'RemindOfCompletion',
      data: { mentorship },
    }));
}
