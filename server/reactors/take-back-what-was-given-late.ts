import type { EventId } from '@alongside/domain/kernel/brand.js';
import { REACT_BACK_MS, type Reactor, type World } from './reactor.js';

/** New here, it reads the whole log: what has stood for long in it, people have relied on. */
function isToTakeBack(event: EventId, { look, now }: World): boolean {
  const row = look.row('late-grant', event);
  return row !== undefined && Date.parse(now()) - Date.parse(row.since) <= REACT_BACK_MS;
}

/** Takes back a role, or a place in a trust, that was given behind the loss of the right to, and whatever was given on by it. */
export const takeBackWhatWasGivenLate: Reactor = {
  name: 'take-back-what-was-given-late',
  on: {
    RoleGranted: ({ id, data: { institution, person, role } }, world) =>
      isToTakeBack(id, world) ? [{ type: 'RevokeRole', data: { institution, person, role, late: id } }] : [],
    TrustJoined: ({ id, data: { institution } }, world) =>
      isToTakeBack(id, world) ? [{ type: 'LeaveTrust', data: { institution, late: id } }] : [],
  },
};
