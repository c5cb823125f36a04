import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { FanOut } from './fan-out.js';
import { at, ids, lineOf, list, row } from './line.testing.js';

const BEN = 'ben' as PersonId;
const HOUSE: Principal = 'institution:oakfield';
const ALL = list({});

describe('who comes back', () => {
  test('is sent nothing where they missed nothing, and hears what follows', () => {
    const { fan, happens, told, sent } = lineOf([['a', row('m1')]]);
    expect(fan.resume('ben-1', BEN, [ALL], at(1))).toEqual({ kind: 'resumed', through: at(1) });
    expect(sent).toEqual([]);
    happens(['a', row('m1', 'closed')]);
    expect(told('ben-1')).toEqual(['a']);
  });

  test('is sent rows that changed and the ids of those that went, by parts, of which only the last says that this is all', () => {
    const { fan, happens, sent } = lineOf([
      ['a', row('m1')],
      ['b', row('m1')],
      ['c', row('m1')],
    ]);
    happens(['a', undefined], ['b', row('m1', 'closed')], ['c', row('m1', 'closed'), ['person:asha']]);
    sent.length = 0;
    expect(fan.resume('ben-1', BEN, [ALL], at(1))).toEqual({ kind: 'resumed', through: at(2) });
    expect(sent.map(({ to, message }) => [to, message.through, message.changes.length])).toEqual([
      [['ben-1'], at(1), 2],
      [['ben-1'], at(2), 1],
    ]);
    const changes = sent.flatMap(({ message }) => message.changes);
    expect(changes.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toEqual([
      { kind: 'gone', view: 'meeting', id: 'a', position: at(2) },
      { kind: 'gone', view: 'meeting', id: 'c', position: at(2) },
      { kind: 'put', row: { view: 'meeting', id: 'b', position: at(2), data: row('m1', 'closed') } },
    ]);
  });

  test('and missed more than is sent row by row reads afresh, and so does one who adds as much on the line', () => {
    const { fan, happens, told, sent } = lineOf([], { resumeChanges: 2, messageChanges: 10 });
    fan.resume('ben-1', BEN, [ids('z')], at(1));
    happens(['a', row('m1')], ['b', row('m1')]);
    fan.resume('ben-2', BEN, [ALL], at(1));
    expect(told('ben-2')).toEqual(['a', 'b']);
    happens(['c', row('m1')]);
    sent.length = 0;
    expect(fan.resume('ben-3', BEN, [ALL], at(1))).toEqual({ kind: 'reset', through: at(3) });
    expect(fan.watch('ben-1', [ALL], [], at(1))).toEqual({ kind: 'reset', through: at(3) });
    expect(sent).toEqual([]);
    happens(['d', row('m1')]);
    expect(sent).toMatchObject([{ to: ['ben-2', 'ben-3', 'ben-1'] }]);
  });

  test('with other rights than when they left reads afresh', () => {
    const { fan, gains } = lineOf([['a', row('m1'), [HOUSE]]]);
    gains(HOUSE);
    expect(fan.resume('ben-1', BEN, [ALL], at(1))).toEqual({ kind: 'reset', through: at(2) });
    expect(fan.resume('ben-1', BEN, [ALL], at(2))).toEqual({ kind: 'resumed', through: at(2) });
  });

  test('before anything has happened begins with nothing, and is told nothing of how far the views are', () => {
    const sent: unknown[] = [];
    const fan = new FanOut(
      { store: new MemoryViewStore(), through: () => undefined, caughtUp: () => Promise.resolve(true), onChanges: () => () => {} },
      { principals: () => new Set(['everyone']) },
      { send: (_, message) => void sent.push(message), drop: () => {} },
    );
    expect(fan.resume('ben-1', BEN, [ALL], undefined)).toEqual({ kind: 'resumed', through: null });
    expect(fan.resume('ben-2', BEN, [ALL], at(7))).toEqual({ kind: 'resumed', through: null });
    expect(fan.watch('ben-1', [ids('a')], [], at(1))).toEqual({ kind: 'resumed', through: null });
    fan.progress();
    fan.replaced('meeting');
    expect(sent).toEqual([]);
  });

  test('[R5] is sent nothing of what is the hub’s own, whatever they name and whoever might see it', () => {
    const store = new MemoryViewStore();
    const [due, access] = ['due', 'access'].map((name) => ({ name, version: 1, indexes: [], on: {} }) as View);
    for (const view of [due, access])
      if (view) {
        store.prepare(view);
        store.serve(view);
      }
    if (due)
      store.commit([{ view: due, checkpoint: at(2), writes: [{ id: 'x', position: at(2), row: { audience: ['everyone'], data: {} } }] }]);
    const sent: unknown[] = [];
    const fan = new FanOut(
      { store, through: () => at(2), caughtUp: () => Promise.resolve(true), onChanges: () => () => {} },
      { principals: () => new Set(['everyone']) },
      { send: (_, message) => void sent.push(message), drop: () => {} },
    );
    expect(fan.resume('ben-1', BEN, [{ view: 'due', where: {} }], at(1))).toEqual({ kind: 'resumed', through: at(2) });
    expect(fan.watch('ben-1', [{ view: 'due', ids: ['x'] }], [], at(1))).toEqual({ kind: 'resumed', through: at(2) });
    expect(sent).toEqual([]);
  });

  test('keeps as much by name as one connection may, to the last', () => {
    const { listen, fan } = lineOf();
    expect(listen('ben-1', ids('a', 'b', 'c', 'd', 'e'))).toEqual({ kind: 'resumed', through: at(1) });
    expect(fan.watch('ben-1', [ids('f')], [ids('a')], undefined)).toEqual({ kind: 'resumed', through: at(1) });
    expect(fan.watch('ben-1', [ids('g')], [], undefined)).toBeUndefined();
  });
});

describe('a message', () => {
  test('goes once to all who are sent the very same, and to each else by itself', () => {
    const { listen, happens, sent } = lineOf();
    listen('ben-1', ids('a'));
    listen('ben-2', ids('a', 'b'));
    listen('ben-3', ids('a', 'z'));
    listen('ben-4', ids('b'));
    happens(['a', row('m1')], ['b', row('m1')]);
    expect(sent.map(({ to, message }) => [to, message.through, message.changes.length])).toEqual([
      [['ben-1', 'ben-3'], at(2), 1],
      [['ben-2'], at(2), 2],
      [['ben-4'], at(2), 1],
    ]);
  });

  test('says to everybody how far the views are, those who keep nothing included, and to nobody who left', () => {
    const { fan, listen, passes, sent } = lineOf();
    fan.progress();
    expect(sent).toEqual([]);
    listen('ben-1');
    listen('ben-2', ids('a'));
    listen('ben-3', ids('a'));
    fan.leave('ben-3');
    passes(3);
    fan.progress();
    expect(sent).toEqual([{ to: ['ben-1', 'ben-2'], message: { through: at(4), changes: [] } }]);
  });
});

describe('a view that was replaced', () => {
  test('cuts off who keeps rows of it, who then hear nothing before they come back, and nobody else', () => {
    const { fan, listen, happens, sent, dropped } = lineOf([['a', row('m1')]]);
    listen('ben-1', ids('a'));
    listen('ben-2', { view: 'person', ids: ['asha'] });
    listen('ben-3', ALL);
    fan.replaced('meeting');
    expect(dropped).toEqual(['ben-1', 'ben-3']);
    happens(['a', row('m1', 'closed')]);
    fan.progress();
    expect(sent.map(({ to }) => to)).toEqual([['ben-2']]);
  });

  test('has whoever read rows of the one before read afresh, until they have heard of something later', () => {
    const { fan, passes } = lineOf([['a', row('m1')]]);
    passes();
    fan.replaced('meeting');
    const back = (after: number, ...scopes: Parameters<typeof fan.resume>[2]) => fan.resume('ben-1', BEN, scopes, at(after))?.kind;
    expect([back(1, ALL), back(2, ALL), back(2, { view: 'person', ids: ['asha'] })]).toEqual(['reset', 'reset', 'resumed']);
    passes();
    expect([back(1, ALL), back(2, ALL), back(3, ALL)]).toEqual(['reset', 'reset', 'resumed']);
  });

  test('of what people may see cuts off those who by it may see something else, and has everybody from before read afresh', () => {
    const { fan, standsFor, listen, dropped } = lineOf([['a', row('m1')]]);
    listen('ben-1', ALL);
    fan.replaced('access');
    expect(dropped).toEqual([]);
    standsFor.delete('everyone');
    standsFor.add(HOUSE);
    fan.replaced('directory');
    expect(dropped).toEqual([]);
    fan.replaced('access');
    expect(dropped).toEqual(['ben-1']);
    expect(fan.resume('ben-1', BEN, [ids('a')], at(1))).toEqual({ kind: 'reset', through: at(1) });
  });
});
