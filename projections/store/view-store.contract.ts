import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { View } from '../engine/view.js';
import { viewStoreAboutContract } from './view-store.about.contract.js';
import { viewStoreJournalContract } from './view-store.journal.contract.js';
import { viewStoreOrderContract } from './view-store.order.contract.js';
import { asha, at, batch, ben, cleo, everything, goals, gone, landmark, notes, put, serve, type MakeStore } from './view-store.samples.js';
import { QUERY_LIMIT_ROWS, type Query, type ViewStore, type Write } from './view-store.js';

/** Holds a store to the rules of `docs/spec/view-store.md`. `make` gives a new, empty one with a journal of this many changes. */
export function viewStoreContract(name: string, make: MakeStore): void {
  viewStoreAboutContract(name, make);
  viewStoreJournalContract(name, make);
  viewStoreOrderContract(name, make);
  describe(`${name} keeps the rules of a view store`, () => {
    let store: ViewStore;
    let end: (() => void) | undefined;
    const ids = (query: Query, view = 'goal') => store.list(view, query).map((row) => row.id);
    const serving = (view: View, checkpoint: number, ...writes: Write[]) => serve(store, view, checkpoint, ...writes);

    beforeEach(() => {
      ({ store, end } = make({ journalLimitChanges: 10 }));
    });
    afterEach(() => {
      store.close();
      end?.();
    });

    test('[VS1] a prepared version is empty, and nothing is read from it until it is served', () => {
      expect(store.prepare(goals())).toEqual({ name: 'goal', version: 1, checkpoint: undefined, served: false });
      store.commit([batch(goals(), 1, put(1, 'g1', [asha], { title: 'Questioning' }))]);
      expect([store.get('goal', 'g1'), ids(everything), store.count('goal', everything)]).toEqual([undefined, [], 0]);
      store.serve(goals());
      expect(ids(everything)).toEqual(['g1']);
      expect(store.states()).toEqual([{ name: 'goal', version: 1, checkpoint: at(1), served: true }]);
    });

    test('[VS1] a name that nobody prepared has no rows', () => {
      expect([store.get('nothing', 'x'), store.list('nothing', everything), store.count('nothing', everything)]).toEqual([
        undefined,
        [],
        0,
      ]);
    });

    test('[VS2] a commit that fails half-way leaves no row and no checkpoint of any view', () => {
      serving(goals(), 1, put(1, 'g1', [asha], { title: 'first' }));
      serving(notes, 1);
      const endless: { self?: unknown } = {};
      endless.self = endless;
      const failing = [
        batch(goals(), 2, put(2, 'g1', [asha], { title: 'second' }), put(2, 'g2', [asha], {})),
        batch(notes, 2, put(2, 'n1', [asha], endless)),
      ];
      expect(() => store.commit(failing)).toThrow('circular');
      expect(store.get('goal', 'g1')).toMatchObject({ data: { title: 'first' } });
      expect(store.draft(goals(), 'g1')).toMatchObject({ data: { title: 'first' } });
      expect([ids(everything), ids(everything, 'note')]).toEqual([['g1'], []]);
      expect(store.states().map((state) => state.checkpoint)).toEqual([at(1), at(1)]);
      expect(store.changesAfter(at(1), { views: ['goal', 'note'], for: [asha, ben, cleo], limitChanges: 20 })).toEqual({
        kind: 'changes',
        changes: [],
      });
    });

    test('[VS2] a checkpoint never goes back, and data without a JSON form is refused', () => {
      serving(goals(), 5);
      expect(() => store.commit([batch(goals(), 4)])).toThrow('would go back');
      expect(() => store.commit([batch(goals(), 6, put(6, 'g1', [asha], undefined))])).toThrow('JSON');
      expect(store.states()).toMatchObject([{ checkpoint: at(5) }]);
    });

    test('[VS3] a row is as it was last written', () => {
      serving(goals(), 3, put(1, 'g1', [asha], { title: 'first' }), put(3, 'g1', [asha, ben], { title: 'Größer 🎯', tags: [] }));
      const row = { id: 'g1', position: at(3), audience: [asha, ben], data: { title: 'Größer 🎯', tags: [] } };
      expect(store.get('goal', 'g1')).toEqual(row);
      expect(store.list('goal', everything)).toEqual([row]);
      expect(store.draft(goals(), 'g1')).toEqual(row);
      expect(store.get('goal', 'g2')).toBeUndefined();
    });

    test('[VS4] only rows whose audience meets the reader are listed and counted', () => {
      serving(
        goals(),
        1,
        put(1, 'both', [asha, ben], {}),
        put(1, 'mine', [asha], {}),
        put(1, 'none', [], {}),
        put(1, 'open', ['everyone'], {}),
      );
      expect(ids({ for: [asha] })).toEqual(['both', 'mine']);
      expect(ids({ for: [ben, 'everyone'] })).toEqual(['both', 'open']);
      expect(ids({ for: [asha, ben] })).toEqual(['both', 'mine']);
      expect(ids({ for: [asha], ids: ['open', 'mine'] })).toEqual(['mine']);
      expect([ids({ for: [] }), ids({ for: [cleo] })]).toEqual([[], []]);
      expect(ids(everything)).toEqual(['both', 'mine', 'none', 'open']);
      expect([store.count('goal', { for: [asha, ben] }), store.count('goal', { for: [] }), store.count('goal', everything)]).toEqual([
        2, 0, 4,
      ]);
    });

    test('[VS4] whom a row keeps out of the crowd does not list or count it, whichever key leads to it', () => {
      const crowd: RowAudience = ['everyone', 'institution:i1', 'except:ben'];
      serving(
        goals(),
        1,
        put(1, 'g1', crowd, { mentorship: 'm1' }),
        put(1, 'g2', [ben, ...crowd], { mentorship: 'm1' }),
        put(1, 'g3', ['institution:i1#leaders', ...crowd], { mentorship: 'm1' }),
      );
      const asBen = { for: ['everyone', ben, 'institution:i1'] as const };
      for (const query of [asBen, { ...asBen, where: { mentorship: 'm1' } }, { ...asBen, ids: ['g1', 'g2', 'g3'] }])
        expect([ids(query), store.count('goal', query)]).toEqual([['g2'], 1]);
      expect(ids({ for: [...asBen.for, 'institution:i1#leaders'] })).toEqual(['g2', 'g3']);
      expect(ids({ for: ['everyone', asha] })).toEqual(['g1', 'g2', 'g3']);
    });

    test('[VS4] somebody with very many principals is answered like anybody else', () => {
      serving(goals(), 1, put(1, 'g1', ['mentorship:m1199'], { mentorship: 'x' }), put(1, 'g2', [asha], { mentorship: 'x' }));
      const many = Array.from({ length: 1_200 }, (_, place): Principal => `mentorship:m${place}`);
      expect(ids({ for: many })).toEqual(['g1']);
      expect(ids({ for: many, where: { mentorship: 'x' } })).toEqual(['g1']);
    });

    test('[VS5] where is equality on indexed fields, all of them, and reaches into lists', () => {
      serving(
        goals(),
        1,
        put(1, 'g1', [asha], { mentorship: 'm1', tags: ['reading', 'send'] }),
        put(1, 'g2', [asha], { mentorship: 'm1', tags: ['send'] }),
        put(1, 'g3', [ben], { mentorship: 'm2', tags: ['send'] }),
        put(1, 'g4', [ben], { mentorship: null }),
      );
      expect(ids({ ...everything, where: { tags: 'send' } })).toEqual(['g1', 'g2', 'g3']);
      expect(ids({ ...everything, where: { tags: 'send', mentorship: 'm1' } })).toEqual(['g1', 'g2']);
      expect(ids({ for: [ben], where: { tags: 'send' } })).toEqual(['g3']);
      expect(ids({ for: [asha, ben], where: { mentorship: 'm1', tags: 'reading' }, ids: ['g1', 'g3'] })).toEqual(['g1']);
      expect(ids({ ...everything, where: { mentorship: 'null' } })).toEqual([]);
      expect(store.count('goal', { for: [asha], where: { tags: 'send' } })).toBe(2);
    });

    test('[VS5] a field without an index is refused rather than scanned', () => {
      serving(goals(), 1);
      expect(() => store.list('goal', { ...everything, where: { title: 'x' } })).toThrow('no index on title');
      expect(() => store.count('goal', { for: [asha], where: { title: 'x' } })).toThrow('no index on title');
    });

    test('[VS20] rows up to a value of an indexed field are all found, and none after it', () => {
      serving(
        goals(),
        1,
        put(1, 'g1', [asha], { mentorship: 'm2', tags: ['b'] }),
        put(1, 'g2', [ben], { mentorship: 'm10', tags: ['a', 'b'] }),
        put(1, 'g3', [], { mentorship: 'm3', tags: ['c'] }),
        put(1, 'g4', [], { mentorship: null }),
      );
      const upTo = (field: string, last: string) => [...store.upTo('goal', field, last)].map(({ id }) => id).sort();
      expect(upTo('mentorship', 'm2')).toEqual(['g1', 'g2']);
      expect(upTo('mentorship', 'm')).toEqual([]);
      expect(upTo('tags', 'b')).toEqual(['g1', 'g2']);
      expect(upTo('mentorship', 'n')).toEqual(['g1', 'g2', 'g3']);
      expect(() => store.upTo('goal', 'title', 'x')).toThrow('no index on title');
      expect(store.upTo('not-served', 'mentorship', 'm2')).toEqual([]);
    });

    test('[VS6] rows come in order of id, by page, and never too many', () => {
      const writes = Array.from({ length: QUERY_LIMIT_ROWS + 5 }, (_, place) =>
        put(1, `g${String(9_999 - place)}`, [asha, ben], { mentorship: 'm1' }),
      );
      serving(goals(), 1, ...writes);
      const sorted = writes.map((write) => write.id).sort();
      for (const query of [
        everything,
        { for: [asha] },
        { for: [asha, ben] },
        { ...everything, where: { mentorship: 'm1' } },
        { for: [ben], where: { mentorship: 'm1' } },
      ]) {
        expect(ids({ ...query, limitRows: 3 })).toEqual(sorted.slice(0, 3));
        expect(ids({ ...query, limitRows: 2, afterId: sorted[2] as string })).toEqual(sorted.slice(3, 5));
        expect(ids({ ...query, limitRows: 0 })).toEqual([]);
        expect(ids({ ...query, ids: [sorted[7] as string, sorted[1] as string, 'absent'] })).toEqual([sorted[1], sorted[7]]);
        expect(ids({ ...query, limitRows: 50_000 })).toHaveLength(QUERY_LIMIT_ROWS);
        expect(store.count('goal', query)).toBe(QUERY_LIMIT_ROWS + 5);
      }
    });

    test('[VS7] a changed row is found under the new and no longer under the old; a removed one by nothing', () => {
      serving(goals(), 1, put(1, 'g1', [asha], { mentorship: 'm1', tags: ['a', 'b'] }));
      store.commit([batch(goals(), 2, put(2, 'g1', [ben], { mentorship: 'm2', tags: ['b', 'c'] }))]);
      const under = (where: Record<string, string>) => ids({ ...everything, where });
      expect([ids({ for: [asha] }), under({ mentorship: 'm1' }), under({ tags: 'a' })]).toEqual([[], [], []]);
      expect([ids({ for: [ben] }), under({ mentorship: 'm2' }), under({ tags: 'b' }), under({ tags: 'c' })]).toEqual([
        ['g1'],
        ['g1'],
        ['g1'],
        ['g1'],
      ]);
      store.commit([batch(goals(), 3, gone(3, 'g1'))]);
      expect([store.get('goal', 'g1'), ids(everything), ids({ for: [ben] }), under({ tags: 'c' })]).toEqual([undefined, [], [], []]);
      store.commit([batch(goals(), 4, put(4, 'g1', [asha], { mentorship: 'm3' }))]);
      expect(under({ mentorship: 'm3' })).toEqual(['g1']);
    });

    test('[VS8] a commit returns what changed, in order, with who could see it before and under which values it stood', () => {
      serving(goals(), 1, put(1, 'g1', [asha], { title: 'a', mentorship: 'm1' }), put(1, 'g2', [ben], { title: 'b', tags: ['x', 'y'] }));
      serving(notes, 1);
      const changes = store.commit([
        batch(goals(), 5, put(3, 'g1', [ben], { title: 'a', mentorship: 'm2' }), gone(5, 'g2')),
        batch(notes, 5, put(4, 'n1', [cleo], 'x')),
      ]);
      expect(changes).toEqual([
        {
          view: 'goal',
          id: 'g1',
          position: at(3),
          before: [asha],
          under: { before: ['mentorship=m1'], after: ['mentorship=m2'] },
          row: { audience: [ben], data: { title: 'a', mentorship: 'm2' } },
        },
        { view: 'note', id: 'n1', position: at(4), before: [], under: { before: [], after: [] }, row: { audience: [cleo], data: 'x' } },
        { view: 'goal', id: 'g2', position: at(5), before: [ben], under: { before: ['tags=x', 'tags=y'], after: [] } },
      ]);
    });

    test('[VS8] writing a row as it was, or removing one that is not there, changes nothing', () => {
      serving(goals(), 1, put(1, 'g1', [asha], { title: 'a' }));
      expect(store.commit([batch(goals(), 2, put(2, 'g1', [asha], { title: 'a' }), gone(2, 'g9'))])).toEqual([]);
      expect(store.get('goal', 'g1')).toMatchObject({ position: at(1) });
    });

    test('[VS11] a new version is built unseen beside the old, then takes its place', () => {
      serving(goals(), 2, put(1, 'g1', [asha], { title: 'old' }));
      expect(store.prepare(goals(2))).toMatchObject({ version: 2, served: false });
      expect(store.commit([batch(goals(2), 1, put(1, 'g1', [asha], { title: 'new' }))])).toEqual([]);
      expect(store.get('goal', 'g1')).toMatchObject({ data: { title: 'old' } });
      expect(store.draft(goals(2), 'g1')).toMatchObject({ data: { title: 'new' } });
      expect(store.states()).toMatchObject([
        { version: 1, served: true },
        { version: 2, checkpoint: at(1), served: false },
      ]);
      store.serve(goals(2));
      expect(store.get('goal', 'g1')).toMatchObject({ data: { title: 'new' } });
      expect(store.states()).toMatchObject([{ version: 2, served: true }]);
      expect(() => store.draft(goals(1), 'g1')).toThrow('not prepared');
    });

    test('[VS12] a version that is begun again serves what it had until it is served anew', () => {
      serving(goals(), 2, put(1, 'g1', [asha], 'old'));
      store.reset(goals());
      expect([store.get('goal', 'g1')?.data, store.draft(goals(), 'g1')]).toEqual(['old', undefined]);
      expect(store.prepare(goals())).toEqual({ name: 'goal', version: 1, checkpoint: undefined, served: false });
      store.commit([batch(goals(), 1, put(1, 'g2', [asha], 'half'))]);
      store.reset(goals());
      store.commit([batch(goals(), 2, put(1, 'g1', [asha], 'new'))]);
      expect(ids(everything)).toEqual(['g1']);
      store.serve(goals());
      expect([store.list('goal', everything).map((row) => row.data), store.states().length]).toEqual([['new'], 1]);
    });

    test('[VS12] while a version is built again, what it serves can be written on, and is told', () => {
      serving(goals(), 2, put(1, 'g1', [asha], 'old'), put(2, 'g2', [asha], 'old'));
      store.reset(goals());
      store.commit([batch(goals(), 1, put(1, 'g1', [asha], 'built'))]);
      const told = store.commit([{ ...batch(goals(), 3, gone(3, 'g2')), side: 'served' }]);
      expect(told).toMatchObject([{ id: 'g2', position: at(3) }]);
      expect([ids(everything), store.draft(goals(), 'g1')?.data]).toEqual([['g1'], 'built']);
      expect([store.draft(goals(), 'g1', 'served')?.data, store.draft(goals(), 'g2', 'served')]).toEqual(['old', undefined]);
      store.stop(goals(), { event: 'e4', error: 'no' }, 'served');
      expect(store.states()).toMatchObject([
        { served: true, stopped: { event: 'e4' } },
        { served: false, checkpoint: at(1) },
      ]);
      store.serve(goals());
      expect(store.list('goal', everything).map(({ data }) => data)).toEqual(['built']);
    });

    test('[VS12] a version whose indexes changed is begun again', () => {
      serving(goals(1, ['tags']), 2, put(1, 'g1', [asha], { mentorship: 'm1' }));
      expect(store.prepare(goals(1, ['mentorship']))).toMatchObject({ checkpoint: undefined, served: false });
      serving(goals(1, ['mentorship']), 2, put(1, 'g1', [asha], { mentorship: 'm1' }));
      expect(ids({ ...everything, where: { mentorship: 'm1' } })).toEqual(['g1']);
    });

    test('[VS13] a stopped view stays marked until it moves on', () => {
      serving(goals(), 1);
      store.stop(goals(), { event: 'e7', error: 'no such goal' });
      expect(store.prepare(goals()).stopped).toEqual({ event: 'e7', error: 'no such goal' });
      expect(store.prepare(goals(2)).stopped).toBeUndefined();
      store.commit([batch(goals(), 2)]);
      expect(store.prepare(goals()).stopped).toBeUndefined();
      store.stop(goals(), { event: 'e8', error: 'again' });
      store.reset(goals());
      expect(store.prepare(goals()).stopped).toBeUndefined();
    });

    test('[VS14] a reader who changes what it was given changes nothing', () => {
      serving(goals(), 1, put(1, 'g1', [asha], { tags: ['a'] }));
      for (const row of [store.get<{ tags: string[] }>('goal', 'g1'), store.list<{ tags: string[] }>('goal', everything)[0]]) {
        if (!row) throw new Error('The row is not there.');
        row.data.tags.push('b');
        (row.audience as Principal[]).push(ben);
      }
      expect(store.get('goal', 'g1')).toMatchObject({ audience: [asha], data: { tags: ['a'] } });
    });

    test('[VS19] the landmark is the furthest event that a commit took in, and none that failed', () => {
      serving(goals(), 1);
      expect(store.landmark()).toBeUndefined();
      const [one, two, three] = [1, 2, 3].map((place) => landmark(place));
      store.commit([batch(goals(), 2)], two);
      store.commit([batch(goals(), 2)], one);
      expect(store.landmark()).toEqual(two);
      expect(() => store.commit([batch(goals(), 1)], three)).toThrow('would go back');
      expect(store.landmark()).toEqual(two);
      store.commit([batch(goals(), 3)], three);
      expect(store.landmark()).toEqual(three);
    });
  });
}
