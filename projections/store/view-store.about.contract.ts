import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { asha, at, batch, everything, goals, put, type MakeStore } from './view-store.samples.js';
import type { Side, ViewStore, Write } from './view-store.js';

/** Holds a store to the rules of finding rows by the people they are about. */
export function viewStoreAboutContract(name: string, make: MakeStore): void {
  describe(`${name} finds rows by whom they are about`, () => {
    let store: ViewStore;
    let end: (() => void) | undefined;
    beforeEach(() => {
      ({ store, end } = make({ journalLimitChanges: 10 }));
    });
    afterEach(() => {
      store.close();
      end?.();
    });

    test('[VS21] a view finds the rows about a person, in the version that its handlers write', () => {
      const about = (position: number, id: string, people: readonly string[], data: unknown = {}): Write => ({
        ...put(position, id, [asha], data),
        row: { audience: [asha], data, about: people as readonly PersonId[] },
      });
      const found = (person: string, side?: Side) => store.draftsAbout(goals(), person as PersonId, side);
      store.prepare(goals());
      store.commit([batch(goals(), 2, about(1, 'g2', ['ben', 'ben']), about(1, 'g1', ['ben', 'asha']), put(2, 'g3', [asha], {}))]);
      expect([found('ben'), found('asha'), found('nobody')]).toEqual([['g1', 'g2'], ['g1'], []]);
      expect([store.draft(goals(), 'g1')?.about, store.draft(goals(), 'g3')]).toEqual([
        ['ben', 'asha'],
        expect.not.objectContaining({ about: [] }),
      ]);
      store.serve(goals());
      expect([store.get('goal', 'g1'), ...store.list('goal', everything)].filter((row) => row && 'about' in row)).toEqual([]);
      store.commit([batch(goals(), 4, about(3, 'g1', ['asha']), { id: 'g2', position: at(4) })]);
      expect([found('ben'), found('asha')]).toEqual([[], ['g1']]);
      // Another version is another matter until it serves.
      store.reset(goals());
      store.commit([batch(goals(), 1, about(1, 'g9', ['ben']))]);
      expect([found('ben'), found('asha', 'served')]).toEqual([['g9'], ['g1']]);
    });

    test('[VS24] whose erasure a commit took in, and where, is known from then on, and by a store that failed to commit it, not', () => {
      const [ben, cleo] = ['ben', 'cleo'] as [PersonId, PersonId];
      store.prepare(goals());
      expect([...store.erased()]).toEqual([]);
      store.commit([batch(goals(), 2, put(2, 'g1', [asha], {}))], undefined, new Map([[ben, at(2)]]));
      store.commit([batch(goals(), 3)], undefined, new Map([[ben, at(3)]]));
      expect(() => store.commit([batch(goals(), 1)], undefined, new Map([[cleo, at(1)]]))).toThrow(/would go back/);
      expect([...store.erased()]).toEqual([[ben, at(2)]]);
    });

    test('[VS21] a row that is about more people and otherwise as before is no change', () => {
      const row = { audience: [asha], data: { title: 'same' } };
      store.prepare(goals());
      store.commit([batch(goals(), 1, { id: 'g1', position: at(1), row })]);
      store.serve(goals());
      expect(store.commit([batch(goals(), 2, { id: 'g1', position: at(2), row: { ...row, about: ['ben' as PersonId] } })])).toEqual([]);
      expect(store.draftsAbout(goals(), 'ben' as PersonId)).toEqual(['g1']);
      expect([store.get('goal', 'g1')?.position, store.changesAfter(at(1), { views: ['goal'], for: [asha], limitChanges: 9 })]).toEqual([
        at(1),
        { kind: 'changes', changes: [] },
      ]);
    });
  });
}
