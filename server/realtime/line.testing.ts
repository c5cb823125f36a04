import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { ChangesMessage, Scope } from '@alongside/domain/protocol/messages.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { accessId } from '@alongside/projections/views/access.view.js';
import { FanOut, type FanOutLimits } from './fan-out.js';

export const at = (place: number) => String(place).padStart(4, '0') as Position;
const MEETING = { name: 'meeting', version: 1, indexes: ['mentorship', 'status'], on: {} } as View<never, MeetingRow> as View;
const ACCESS = { name: 'access', version: 1, indexes: [], on: {} } as View;
interface MeetingRow {
  readonly mentorship: string;
  readonly status: string;
}
type Put = readonly [id: string, data: MeetingRow | undefined, audience?: readonly Principal[]];

/** A process with meetings, in which ben and cleo are on the line; what they are sent, by whom. */
export function lineOf(before: readonly Put[] = [], given: Partial<FanOutLimits> = {}, later?: (run: () => void) => void) {
  const store = new MemoryViewStore();
  let place = 1;
  const write = (view: View, ...puts: readonly Put[]): readonly Change[] =>
    store.commit([
      {
        ...{ view, side: 'served', checkpoint: at(place) },
        writes: puts.map(([id, data, audience = ['everyone']]) => ({ id, position: at(place), ...(data && { row: { audience, data } }) })),
      },
    ]);
  for (const view of [MEETING, ACCESS]) {
    store.prepare(view);
    store.serve(view);
  }
  write(MEETING, ...before);
  const standsFor = new Set<Principal>(['everyone', 'person:ben']);
  const dropped: string[] = [];
  const sent: { to: readonly string[]; message: ChangesMessage }[] = [];
  const fan = new FanOut(
    { store, through: () => at(place), caughtUp: () => Promise.resolve(true), onChanges: () => () => {} },
    { principals: () => new Set(standsFor) },
    { send: (to, message) => void sent.push({ to, message }), drop: (id) => void dropped.push(id) },
    { resumeChanges: 100, messageChanges: 2, accessRows: 100, keptScopes: 5, ...given },
    later,
  );
  /** Ben comes to stand for other things, with rows of the same moment. */
  const moves = (
    { gains = [], loses = [] }: { readonly gains?: readonly Principal[]; readonly loses?: readonly Principal[] },
    ...puts: readonly Put[]
  ) => {
    place += 1;
    for (const one of gains) standsFor.add(one);
    for (const one of loses) standsFor.delete(one);
    const belongs: Put = [accessId('belonging', 'ben' as PersonId), row(`as of ${place}`), ['person:ben']];
    fan.publish([...write(ACCESS, belongs), ...write(MEETING, ...puts)], at(place));
  };
  return {
    ...{ fan, standsFor, sent, dropped },
    listen: (id: string, ...scopes: readonly Scope[]) => fan.resume(id, 'ben' as PersonId, scopes, undefined),
    happens: (...puts: readonly Put[]) => {
      place += 1;
      fan.publish(write(MEETING, ...puts), at(place));
    },
    moves,
    /** Ben comes to stand for something, or no longer does. */
    gains: (...principals: readonly Principal[]) => moves({ gains: principals }),
    loses: (principal: Principal) => moves({ loses: [principal] }),
    /** So many events happen that change nothing. */
    passes: (events = 1) => void (place += events),
    /** What a connection was told since this was asked last: ids, with a minus where a row is gone. */
    told: (id: string) =>
      sent
        .splice(0)
        .filter(({ to }) => to.includes(id))
        .flatMap(({ message }) => message.changes.map((change) => (change.kind === 'put' ? change.row.id : `-${change.id}`))),
  };
}
export const row = (mentorship: string, status = 'booked'): MeetingRow => ({ mentorship, status });
export const ids = (...named: string[]): Scope => ({ view: 'meeting', ids: named });
export const list = (where: Record<string, string>): Scope => ({ view: 'meeting', where });
