import { jest } from '@jest/globals';
import type { Scope } from '@alongside/domain/protocol/messages.js';
import { Scopes } from './scopes.js';

const ids = (...named: string[]): Scope => ({ view: 'person', ids: named });
const list = (where: Record<string, string>): Scope => ({ view: 'person', where });
const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `p${from + n}`);

describe('what a connection keeps', () => {
  test('is what it said, whatever else it says later; what is dropped and added in one message is kept', () => {
    const first = Scopes.none.changed([ids('a', 'b'), list({ school: 'elm' }), { view: 'goal', where: {} }]);
    const next = first.changed(
      [ids('b', 'c'), list({ school: 'oak' })],
      [ids('a', 'b'), list({ school: 'elm' }), { view: 'goal', where: {} }],
    );
    const held = (scopes: Scopes) => ['a', 'b', 'c'].filter((id) => scopes.holds('person', id, []));
    expect([held(first), held(next)]).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    const inList = (scopes: Scopes) => ['elm', 'oak'].filter((school) => scopes.holds('person', 'x', [`school=${school}`]));
    expect([inList(first), inList(next)]).toEqual([['elm'], ['oak']]);
    expect([first.holds('goal', 'g', []), next.holds('goal', 'g', [])]).toEqual([true, false]);
    expect([[...first.views].toSorted(), [...next.views], first.size, next.size]).toEqual([['goal', 'person'], ['person'], 4, 3]);
  });

  test('what is said at once is taken in once, and not with a copy of all that is kept for each thing', () => {
    const kept = Scopes.none.changed([{ view: 'person', ids: numbered(2_000) }]);
    const one = (id: string) => ids(id);
    const added = additionsDuring(() => {
      const after = kept.changed(numbered(100, 2_000).map(one), numbered(100).map(one));
      expect([after.size, after.holds('person', 'p0', []), after.holds('person', 'p2099', [])]).toEqual([2_000, false, true]);
    });
    expect(added).toBeLessThan(5_000);
  });
});

/** How often anything is added to a set meanwhile: a copy adds all that it copies. */
function additionsDuring(run: () => void): number {
  const add = jest.spyOn(Set.prototype, 'add');
  run();
  const count = add.mock.calls.length;
  add.mockRestore();
  return count;
}
