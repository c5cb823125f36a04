import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { accessId } from '@alongside/projections/views/access.view.js';
import { missedBy } from './missed.js';
import { Scopes } from './scopes.js';

const BEN = 'ben' as PersonId;
const at = (place: number) => String(place).padStart(4, '0') as Position;
// Names are shown to those who know the person as well, goals are not.
const [PERSON, GOAL, ACCESS] = ['person', 'goal', 'access'].map((name) => ({ name, version: 1, indexes: [], on: {} }) as View) as [
  View,
  View,
  View,
];

/** Ben knows asha, and keeps names and goals: what he missed since 1, by ids. */
function away(given: { readonly journal?: number; readonly resumeChanges?: number } = {}) {
  const store = new MemoryViewStore({ journalLimitChanges: given.journal ?? 100 });
  for (const view of [PERSON, GOAL, ACCESS]) {
    store.prepare(view);
    store.serve(view);
  }
  let place = 1;
  const happens = (view: View, id: string, audience: readonly Principal[], data: object = {}) => {
    place += 1;
    store.commit([{ view, checkpoint: at(place), writes: [{ id, position: at(place), row: { audience, data: { ...data, place } } }] }]);
  };
  const listener = {
    ...{ id: 'ben-1', person: BEN, replacements: 0 },
    scopes: Scopes.none.changed([
      { view: 'person', where: {} },
      { view: 'goal', where: {} },
    ]),
    principals: new Set<Principal>(['person:ben', 'known:asha']),
  };
  const missed = () =>
    missedBy(store, listener, at(1), { resumeChanges: given.resumeChanges ?? 100, accessRows: 100 })?.map((one) =>
      one.kind === 'put' ? one.row.id : `-${one.id}`,
    );
  return { happens, missed };
}

describe('who was away', () => {
  test('is told of rows that are theirs by whom they know, and of rows that are theirs otherwise', () => {
    const { happens, missed } = away();
    happens(PERSON, 'asha', ['known:asha']);
    happens(PERSON, 'cleo', ['known:cleo']);
    happens(GOAL, 'g1', ['person:ben']);
    happens(GOAL, 'g2', ['person:asha']);
    expect(missed()).toEqual(['asha', 'g1']);
  });

  test('is told once of a row that changed, and that they see since they met', () => {
    const { happens, missed } = away();
    happens(ACCESS, accessId('known', BEN), ['person:ben'], { person: BEN, kind: 'known', held: [{ person: 'asha', since: at(2) }] });
    happens(PERSON, 'asha', ['known:asha']);
    expect(missed()).toEqual(['asha']);
  });

  test.each([
    ['of names', [PERSON, PERSON, PERSON]],
    ['of goals', [GOAL, GOAL, GOAL]],
    ['of both together', [PERSON, GOAL, GOAL]],
  ])('reads afresh where it is more than is sent row by row, %s', (_, [first, second, third]) => {
    const { happens, missed } = away({ resumeChanges: 2 });
    const changes = (view: View | undefined, id: string) => view && happens(view, id, ['person:ben']);
    changes(first, 'a');
    changes(second, 'b');
    expect(missed()).toEqual(['a', 'b']);
    changes(third, 'c');
    expect(missed()).toBeUndefined();
  });

  test('reads afresh where their rights changed more often than is sent', () => {
    const { happens, missed } = away({ resumeChanges: 1 });
    happens(ACCESS, accessId('pairs', BEN), ['person:ben']);
    expect(missed()).toEqual([]);
    happens(ACCESS, 'pairs~ben again', ['person:ben']);
    expect(missed()).toBeUndefined();
  });

  test('for longer than the journal reaches back reads afresh', () => {
    const { happens, missed } = away({ journal: 2 });
    happens(GOAL, 'g1', ['person:ben']);
    happens(GOAL, 'g2', ['person:ben']);
    expect(missed()).toEqual(['g1', 'g2']);
    happens(GOAL, 'g3', ['person:asha']);
    expect(missed()).toBeUndefined();
  });
});
