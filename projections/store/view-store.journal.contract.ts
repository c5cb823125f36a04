import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { View } from '../engine/view.js';
import { asha, at, batch, ben, cleo, goals, gone, notes, put, serve, type MakeStore } from './view-store.samples.js';
import type { ViewStore, Write } from './view-store.js';

/** Holds the journal of a store to the rules of `docs/spec/view-store.md`. */
export function viewStoreJournalContract(name: string, make: MakeStore): void {
  describe(`${name} keeps the rules of a journal`, () => {
    let store: ViewStore;
    let end: (() => void) | undefined;
    const after = (place: number, who: readonly Principal[] = [asha, ben, cleo], ...views: string[]) =>
      store.changesAfter(at(place), { views: views.length ? views : ['goal'], for: who, limitChanges: 20 });
    const idsAfter = (place: number, ...who: Principal[]) => {
      const answer = after(place, who);
      return answer.kind === 'changes' ? answer.changes.map(({ id, row }) => (row ? id : `-${id}`)) : answer.kind;
    };
    const serving = (view: View, checkpoint: number, ...writes: Write[]) => serve(store, view, checkpoint, ...writes);

    beforeEach(() => {
      ({ store, end } = make({ journalLimitChanges: 10 }));
    });
    afterEach(() => {
      store.close();
      end?.();
    });

    test('[VS9] changes after a position: one per row, as it now stands, or gone where it cannot be seen any more', () => {
      serving(goals(), 1, put(1, 'g1', [asha], 'old'), put(1, 'g2', [asha], 'stays'), put(1, 'g3', [cleo], 'goes'));
      serving(notes, 1);
      store.commit([batch(goals(), 2, put(2, 'g1', [ben], 'newer')), batch(notes, 2, put(2, 'n1', [asha], 'x'))]);
      store.commit([batch(goals(), 4, gone(3, 'g3'), put(4, 'g1', [cleo], 'newest'))]);
      expect(after(1)).toEqual({
        kind: 'changes',
        changes: [
          { view: 'goal', id: 'g3', position: at(3) },
          { view: 'goal', id: 'g1', position: at(4), row: { audience: [cleo], data: 'newest' } },
        ],
      });
      expect([idsAfter(1, asha), idsAfter(1, ben), idsAfter(1, cleo)]).toEqual([['-g1'], ['-g1'], ['-g3', 'g1']]);
      expect([idsAfter(2, asha), idsAfter(2, ben)]).toEqual([[], ['-g1']]);
      expect(after(1, [asha, cleo], 'goal', 'note')).toMatchObject({ changes: [{ id: 'n1' }, { id: 'g3' }, { id: 'g1' }] });
      expect(after(1, [asha], 'note', 'note')).toMatchObject({ changes: [{ id: 'n1' }] });
      for (const none of [after(4), after(9), after(1, [])]) expect(none).toEqual({ kind: 'changes', changes: [] });
    });

    test('[VS9] whoever was kept out of the crowd all the while could not see it; whoever was let in or out could', () => {
      serving(goals(), 1, put(1, 'g1', ['everyone', 'except:ben'], 'a'), put(1, 'g2', ['everyone'], 'a'));
      store.commit([
        batch(goals(), 2, put(2, 'g1', ['everyone', 'except:ben', 'except:cleo'], 'b'), put(2, 'g2', ['everyone', 'except:ben'], 'b')),
      ]);
      const seen = () => [asha, ben, cleo].map((person) => idsAfter(1, 'everyone', person));
      expect(seen()).toEqual([['g1', 'g2'], ['-g2'], ['-g1', 'g2']]);
      store.commit([batch(goals(), 3, put(3, 'g1', [asha], 'c'), put(3, 'g2', [asha], 'c'))]);
      store.commit([batch(goals(), 4, gone(4, 'g1'), gone(4, 'g2'))]);
      expect(seen()).toEqual([['-g1', '-g2'], ['-g2'], ['-g1', '-g2']]);
    });

    test('[VS9] a row that came and left while a reader was away is gone for them, as late as it left', () => {
      serving(goals(), 1, put(1, 'g1', [asha], 'a'));
      store.commit([batch(goals(), 2, put(2, 'g1', [asha, ben], 'b'))]);
      store.commit([batch(goals(), 3, put(3, 'g1', [asha], 'c'))]);
      store.commit([batch(goals(), 4, put(4, 'g1', [asha, cleo], 'd'))]);
      expect(after(1, [ben])).toEqual({ kind: 'changes', changes: [{ view: 'goal', id: 'g1', position: at(3) }] });
      expect(after(3, [ben])).toEqual({ kind: 'changes', changes: [] });
    });

    test('[VS22] more changes than asked for are counted and not answered, and those of others do not count', () => {
      serving(goals(), 1);
      store.commit([
        batch(goals(), 3, ...[1, 2, 3].map((n) => put(2, `a${n}`, [asha], n)), ...[1, 2, 3].map((n) => put(3, `b${n}`, [ben], n))),
      ]);
      const kinds = (limitChanges: number) =>
        [[asha], [cleo], [asha, ben]].map(
          (who) => store.changesAfter(at(1), { views: ['goal'], for: who as Principal[], limitChanges }).kind,
        );
      expect(kinds(2)).toEqual(['too-many', 'changes', 'too-many']);
      expect(kinds(3)).toEqual(['changes', 'changes', 'too-many']);
      expect(kinds(6)).toEqual(['changes', 'changes', 'changes']);
    });

    test('[VS22] one row that changed again and again is one change, until reading them all would cost too much', () => {
      serving(goals(), 1);
      for (const place of [2, 3, 4]) store.commit([batch(goals(), place, put(place, 'g1', [asha], place))]);
      const asked = () => store.changesAfter(at(1), { views: ['goal'], for: [asha], limitChanges: 1 });
      expect(asked()).toMatchObject({ kind: 'changes', changes: [{ id: 'g1', position: at(4) }] });
      for (const place of [5, 6, 7]) store.commit([batch(goals(), place, put(place, 'g1', [asha], place))]);
      expect(asked()).toEqual({ kind: 'too-many' });
    });

    test('[VS10] a reader from before the journal is told so', () => {
      serving(goals(), 1);
      for (let place = 2; place <= 14; place += 1) store.commit([batch(goals(), place, put(place, `g${place}`, [asha], place))]);
      expect([after(3).kind, after(4).kind]).toEqual(['too-old', 'changes']);
      expect(after(4)).toMatchObject({ changes: { length: 10 } });
    });

    test('[VS10] serving another version begins the journal of that view afresh, and of no other', () => {
      serving(goals(), 1);
      serving(notes, 1);
      store.commit([batch(goals(), 3, put(3, 'g1', [asha], 1)), batch(notes, 3)]);
      serving(goals(2), 3, put(3, 'g1', [asha], 2));
      expect([after(2).kind, after(3).kind, after(2, [asha], 'note').kind]).toEqual(['too-old', 'changes', 'changes']);
    });

    test('[VS15] quiet writes are read but not told', () => {
      serving(goals(), 1);
      expect(store.commit([{ ...batch(goals(), 2, put(2, 'g1', [asha], 1)), quiet: true }])).toEqual([]);
      expect([store.list('goal', { for: [asha] }).map(({ id }) => id), after(1, [asha])]).toEqual([
        ['g1'],
        { kind: 'changes', changes: [] },
      ]);
    });
  });
}
