import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { ChangesMessage, Scope } from '@alongside/domain/protocol/messages.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { accessId } from '@alongside/projections/views/access.view.js';
import { FanOut } from './fan-out.js';

const at = (place: number) => String(place).padStart(4, '0') as Position;
const MEETING = { name: 'meeting', version: 1, indexes: ['mentorship', 'status'], on: {} } as View<never, MeetingRow> as View;
const ACCESS = { name: 'access', version: 1, indexes: [], on: {} } as View;
interface MeetingRow {
  readonly mentorship: string;
  readonly status: string;
}
type Put = readonly [id: string, data: MeetingRow | undefined, audience?: readonly Principal[]];

/** A process with meetings, in which ben and cleo are on the line; what they are sent, by whom. */
function process(...before: readonly Put[]) {
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
  const sent: { to: readonly string[]; message: ChangesMessage }[] = [];
  const fan = new FanOut(
    { store, through: () => at(place), caughtUp: () => Promise.resolve(true), onChanges: () => () => {} },
    { principals: () => new Set(standsFor) },
    { send: (to, message) => void sent.push({ to, message }), drop: () => {} },
    { resumeChanges: 100, messageChanges: 2, accessRows: 100, keptScopes: 5 },
  );
  return {
    ...{ fan, standsFor, sent },
    listen: (id: string, ...scopes: readonly Scope[]) => fan.resume(id, 'ben' as PersonId, scopes, undefined),
    happens: (...puts: readonly Put[]) => {
      place += 1;
      fan.publish(write(MEETING, ...puts), at(place));
    },
    /** Ben comes to stand for something. */
    gains: (principal: Principal) => {
      place += 1;
      standsFor.add(principal);
      fan.publish(write(ACCESS, [accessId('belonging', 'ben' as PersonId), {} as MeetingRow, ['person:ben']]), at(place));
    },
    /** What a connection was told since this was asked last: ids, with a minus where a row is gone. */
    told: (id: string) =>
      sent
        .splice(0)
        .filter(({ to }) => to.includes(id))
        .flatMap(({ message }) => message.changes.map((change) => (change.kind === 'put' ? change.row.id : `-${change.id}`))),
  };
}
const row = (mentorship: string, status = 'booked'): MeetingRow => ({ mentorship, status });
const ids = (...named: string[]): Scope => ({ view: 'meeting', ids: named });
const list = (where: Record<string, string>): Scope => ({ view: 'meeting', where });

describe('what a connection keeps live', () => {
  test('rows by id are told to whoever names them, and to nobody else', () => {
    const { listen, happens, told } = process();
    listen('ben-1', ids('a', 'b'));
    happens(['a', row('m1')], ['c', row('m1')]);
    expect(told('ben-1')).toEqual(['a']);
    happens(['a', undefined], ['c', undefined]);
    expect(told('ben-1')).toEqual(['-a']);
  });

  test('rows by their values are told as they come, change and leave, also where several values must hold', () => {
    const { listen, happens, told } = process(['a', row('m1')]);
    listen('ben-1', list({ mentorship: 'm1', status: 'booked' }));
    happens(['a', row('m1')], ['b', row('m1')], ['c', row('m2')], ['d', row('m1', 'closed')]);
    expect(told('ben-1')).toEqual(['b']);
    happens(['b', row('m1', 'closed')]);
    expect(told('ben-1')).toEqual(['b']);
    happens(['b', row('m1', 'cancelled')], ['d', row('m1', 'cancelled')]);
    expect(told('ben-1')).toEqual([]);
    happens(['d', row('m1')]);
    expect(told('ben-1')).toEqual(['d']);
    happens(['d', undefined]);
    expect(told('ben-1')).toEqual(['-d']);
  });

  test('[R5] [R6] nobody is told of a row that they may not see, whatever they name', () => {
    const { listen, happens, told } = process(['a', row('m1')]);
    listen('ben-1', ids('a', 'b'), list({ mentorship: 'm1' }));
    happens(['a', row('m1'), ['person:asha']], ['b', row('m1'), ['person:asha']]);
    expect(told('ben-1')).toEqual(['-a']);
    happens(['a', row('m1', 'closed'), ['person:asha']]);
    expect(told('ben-1')).toEqual([]);
  });

  test('a row is told once, however many scopes hold it', () => {
    const { listen, happens, told } = process();
    listen('ben-1', ids('a'), list({ mentorship: 'm1' }), list({ status: 'booked' }), list({}));
    happens(['a', row('m1')]);
    expect(told('ben-1')).toEqual(['a']);
  });

  test('more can be kept later, and less: each is told of what it keeps then', () => {
    const { fan, listen, happens, told } = process();
    listen('ben-1', ids('a'));
    expect(fan.watch('ben-1', [ids('b'), list({ mentorship: 'm2' })], [ids('a')], undefined)).toEqual({ kind: 'resumed', through: at(1) });
    happens(['a', row('m1')], ['b', row('m1')], ['c', row('m2')]);
    expect(told('ben-1')).toEqual(['b', 'c']);
    fan.watch('ben-1', [], [list({ mentorship: 'm2' })], undefined);
    happens(['c', row('m2', 'closed')]);
    expect(told('ben-1')).toEqual([]);
    expect(fan.watch('nobody', [ids('a')], [], undefined)).toBeUndefined();
  });

  test('who came from a process that is ahead has what it kept there, and is told everything of what it adds', () => {
    const { fan, happens, told } = process();
    fan.resume('ben-1', 'ben' as PersonId, [ids('a')], at(5));
    happens(['a', row('m1')]);
    expect(told('ben-1')).toEqual([]);
    fan.watch('ben-1', [ids('b')], [], undefined);
    happens(['b', row('m1')]);
    expect(told('ben-1')).toEqual(['b']);
  });

  test('what is added is brought up to date from where the client has it, by parts of which the last says so; the rest is not sent again', () => {
    const { fan, listen, happens, told, sent } = process();
    listen('ben-1', ids('z'));
    happens(['a', row('m1')], ['b', row('m1')], ['c', row('m1')], ['z', row('m1')]);
    told('ben-1');
    expect(fan.watch('ben-1', [ids('a', 'b', 'c')], [], at(1))).toEqual({ kind: 'resumed', through: at(2) });
    expect(sent.map(({ message }) => [message.through, message.changes.length])).toEqual([
      [at(1), 2],
      [at(2), 1],
    ]);
    expect(told('ben-1')).toEqual(['a', 'b', 'c']);
  });

  test('who comes back is sent what they missed of what they keep: rows by id, and of a list all that may have been in it', () => {
    const { fan, listen, happens, told } = process(['a', row('m1')], ['b', row('m2')]);
    listen('ben-1', ids('a'));
    happens(['a', row('m1', 'closed')], ['b', row('m2', 'closed')]);
    told('ben-1');
    fan.resume('ben-2', 'ben' as PersonId, [ids('a')], at(1));
    expect(told('ben-2')).toEqual(['a']);
    fan.resume('ben-3', 'ben' as PersonId, [list({ status: 'booked' })], at(1));
    expect(told('ben-3')).toEqual(['a', 'b']);
  });

  test('what comes into sight is told where it is kept, or may be in a list', () => {
    const HOUSE: Principal = 'institution:oakfield';
    const { listen, gains, told } = process(['a', row('m1'), [HOUSE]], ['b', row('m2'), [HOUSE]]);
    listen('ben-1', ids('a'));
    gains(HOUSE);
    expect(told('ben-1')).toEqual(['a']);
  });

  test('one connection keeps so much by name and no more: what would be too much is not taken, and what it had stays', () => {
    const { fan, listen, happens, told } = process();
    expect(listen('ben-2', ids('a', 'b', 'c', 'd', 'e', 'f'))).toBeUndefined();
    expect(listen('ben-1', ids('a', 'b', 'c'), list({ status: 'closed' }))).toEqual({ kind: 'resumed', through: at(1) });
    expect(fan.watch('ben-1', [ids('d', 'e')], [], undefined)).toBeUndefined();
    expect(fan.watch('ben-1', [ids('a', 'd')], [ids('b')], undefined)).toEqual({ kind: 'resumed', through: at(1) });
    happens(['a', row('m1')], ['b', row('m1')], ['d', row('m1')], ['e', row('m1')]);
    expect(told('ben-1')).toEqual(['a', 'd']);
  });

  test('after a view was replaced a connection reads afresh once, and not with each thing that it adds until something happens', () => {
    const { fan, listen } = process(['a', row('m1')]);
    listen('ben-1', { view: 'person', ids: ['ben'] });
    fan.replaced('meeting');
    expect(fan.watch('ben-1', [ids('a')], [], at(1))).toEqual({ kind: 'reset', through: at(1) });
    expect(fan.watch('ben-1', [ids('b')], [], at(1))).toEqual({ kind: 'resumed', through: at(1) });
    // What was read before it, wherever that was, is of before.
    expect(fan.watch('ben-1', [ids('c')], [], at(0))).toEqual({ kind: 'reset', through: at(1) });
    fan.replaced('meeting');
    listen('ben-2', { view: 'person', ids: ['ben'] });
    expect(fan.watch('ben-2', [ids('a')], [], at(1))).toEqual({ kind: 'resumed', through: at(1) });
    expect(fan.resume('ben-3', 'ben' as PersonId, [ids('a')], at(1))).toEqual({ kind: 'reset', through: at(1) });
  });

  test('views that are the hub’s own are kept by nobody', () => {
    const { fan } = process();
    fan.resume('ben-1', 'ben' as PersonId, [{ view: 'session', where: {} }], undefined);
    expect(fan.watch('ben-1', [{ view: 'due', ids: ['x'] }], [], undefined)).toEqual({ kind: 'resumed', through: at(1) });
  });
});
