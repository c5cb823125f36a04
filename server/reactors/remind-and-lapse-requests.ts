import type { Day } from '@alongside/domain/kernel/brand.js';
import type { Look } from '@alongside/projections/engine/look.js';
import type { DueRow } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/**
 * What the clock must do today: remind those whose half of the time is over, and lapse what was not answered. Each act has the id of its
 * request and day, so that it is done once whoever's clock strikes first.
 */
export function clockWork(today: Day, look: Look): readonly FollowUp[] {
  // Not only those of today: the clock may have stood still for a while.
  const waiting = [...look.rows<DueRow>('due', { kind: 'lapse' }), ...look.rows<DueRow>('due', { kind: 'remind' })];
  return waiting
    .filter(({ day }) => day <= today)
    .map(({ kind, request, mentor, day }) => ({
      commandId: commandIdFrom(kind, request, day),
      type: kind === 'remind' ? 'RemindMentor' : 'LapseRequest',
      data: { mentor, request },
    }));
}
