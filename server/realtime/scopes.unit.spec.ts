import { jest } from '@jest/globals';
import type { Scope } from '@alongside/domain/protocol/messages.js';
import { fieldKey } from '@alongside/projections/store/row-keys.js';
import { rowRoom, Scopes, valueRoom } from './scopes.js';

const ids = (view: string, ...named: string[]): Scope => ({ view, ids: named });
const list = (view: string, where: Record<string, string>): Scope => ({ view, where });
const keeping = (...scopes: Scope[]) => Scopes.none.changed(scopes);
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `p${from + n}`);
const under = (where: Record<string, string>) => Object.entries(where).map(([field, value]) => fieldKey(field, value));

describe('what a connection keeps by name', () => {
  test('is what it added and did not drop, by rows, lists and whole views', () => {
    const first = keeping(ids('meeting', 'a', 'b'), list('meeting', { mentorship: 'm1' }), list('goal', {}));
    expect([first.size, [...first.views].toSorted()]).toEqual([4, ['goal', 'meeting']]);
    const less = first.changed([], [ids('meeting', 'a', 'c'), list('meeting', { mentorship: 'm2' }), list('goal', {})]);
    expect([less.size, [...less.views]]).toEqual([2, ['meeting']]);
    const none = less.changed([], [ids('meeting', 'b'), list('meeting', { mentorship: 'm1' })]);
    expect([none.size, [...none.views], [...none.rooms()]]).toEqual([0, [], []]);
    // What was there is as it was: a connection that may not keep more has what it had.
    expect([first.size, less.size]).toEqual([4, 2]);
  });

  test('counts each once, however often and in whatever order its fields are named', () => {
    const once = keeping(ids('meeting', 'a'), ids('meeting', 'a'), list('meeting', { mentorship: 'm1', status: 'booked' }));
    const again = once.changed([list('meeting', { status: 'booked', mentorship: 'm1' }), ids('meeting', 'a')]);
    expect([once.size, again.size]).toEqual([2, 2]);
    expect(again.changed([], [list('meeting', { status: 'booked', mentorship: 'm1' })]).size).toBe(1);
  });

  test('stays where it is dropped and added at once', () => {
    const kept = keeping(ids('meeting', 'a')).changed([ids('meeting', 'a', 'b')], [ids('meeting', 'a')]);
    expect(['a', 'b', 'c'].map((id) => kept.holds('meeting', id, []))).toEqual([true, true, false]);
  });
});

describe('a row is kept', () => {
  test('by its id, by a list all of whose values it stands under, or with its view', () => {
    const kept = keeping(ids('meeting', 'a'), list('meeting', { mentorship: 'm1', status: 'booked' }), list('goal', {}));
    expect(kept.holds('meeting', 'a', [])).toBe(true);
    expect(kept.holds('meeting', 'b', under({ status: 'booked', mentorship: 'm1', person: 'ben' }))).toBe(true);
    expect(kept.holds('meeting', 'b', under({ mentorship: 'm1', status: 'closed' }))).toBe(false);
    expect(kept.holds('meeting', 'b', [])).toBe(false);
    expect([kept.holds('goal', 'b', []), kept.holds('request', 'a', [])]).toEqual([true, false]);
  });

  test('perhaps, where it is not known any more what it stood under, by any list of its view', () => {
    const may = (scope: Scope, view = 'meeting') => keeping(scope).mayHaveHeld(view, 'b');
    expect([may(ids('meeting', 'b')), may(list('meeting', { mentorship: 'm1' })), may(list('meeting', {}))]).toEqual([true, true, true]);
    expect([may(ids('meeting', 'a')), may(list('meeting', { mentorship: 'm1' }), 'goal'), may(list('meeting', {}), 'goal')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('is waited for in a room of its own, and a list in that of one of its values', () => {
    const kept = keeping(ids('meeting', 'a', 'b'), list('meeting', { status: 'booked', mentorship: 'm1' }), list('goal', {}));
    const rooms = [...kept.rooms()];
    expect(rooms.slice(0, 2)).toEqual([rowRoom('meeting', 'a'), rowRoom('meeting', 'b')]);
    expect(rooms).toHaveLength(3);
    expect(under({ status: 'booked', mentorship: 'm1' }).map((key) => valueRoom('meeting', key))).toContain(rooms[2]);
  });
});

test('whoever waits for a row or a value waits apart from those who wait for another', () => {
  const [booked = '', closed = ''] = under({ status: 'booked', mentorship: 'closed' });
  const rooms = [valueRoom('meeting', booked), valueRoom('meeting', closed), valueRoom('goal', booked), rowRoom('meeting', booked)];
  expect(new Set([...rooms, rowRoom('goal', booked)]).size).toBe(5);
});

test('what is said at once is taken in once, and not with a copy of all that is kept for each thing', () => {
  const kept = Scopes.none.changed([{ view: 'person', ids: numbered(2_000) }]);
  const one = (id: string) => ids('person', id);
  const added = additionsDuring(() => {
    const after = kept.changed(numbered(100, 2_000).map(one), numbered(100).map(one));
    expect([after.size, after.holds('person', 'p0', []), after.holds('person', 'p2099', [])]).toEqual([2_000, false, true]);
  });
  expect(added).toBeLessThan(5_000);
});

/** How often anything is added to a set meanwhile: a copy adds all that it copies. */
function additionsDuring(run: () => void): number {
  const add = jest.spyOn(Set.prototype, 'add');
  run();
  const count = add.mock.calls.length;
  add.mockRestore();
  return count;
}
