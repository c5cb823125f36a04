import type { Day } from '@alongside/domain/kernel/brand.js';
import type { Look } from '@alongside/projections/engine/look.js';
import type { DueRequest } from '@alongside/projections/views/due.view.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/** Requests of which half of the time is over are reminded of, and those that were not answered lapse (R4). */
export function remindAndLapse(today: Day, look: Look): readonly FollowUp[] {
  // Not only those of today: the clock may have stood still for a while.
  const waiting = [...look.rows<DueRequest>('due', { kind: 'lapse' }), ...look.rows<DueRequest>('due', { kind: 'remind' })];
  return waiting
    .filter(({ day }) => day <= today)
    .map(({ kind, request, mentor, day }) => ({
      commandId: commandIdFrom(kind, request, day),
      type: kind === 'remind' ? 'RemindOfRequest' : 'LapseRequest',
      data: { mentor, request },
    }));
}
