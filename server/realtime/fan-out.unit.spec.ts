import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { ChangesMessage } from '@alongside/domain/protocol/messages.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { accessId, accessView } from '@alongside/projections/views/access.view.js';
import { personView } from '@alongside/projections/views/person.view.js';
import type { View } from '@alongside/projections/engine/view.js';
import type { Change } from '@alongside/projections/store/view-store.js';
import { FanOut } from './fan-out.js';

const at = (place: number) => String(place).padStart(4, '0') as Position;
const change = (place: number, view: string, id: string, audience: RowAudience, before: RowAudience = []): Change => ({
  ...{ view, id, position: at(place), before, under: { before: [], after: [] } },
  row: { audience, data: { id } },
});

const DIRECTORY = { name: 'directory', version: 1, indexes: [], on: {} } as View;
const ALL_OF_IT = [{ view: 'directory', where: {} }];

/** A process whose views are as far as a place in the log, with ben on the line. */
function fanOut(
  through: number,
  given: { readonly store?: MemoryViewStore; readonly later?: (run: () => void) => void; readonly pageRows?: number } = {},
) {
  const standsFor = new Set<Principal>(['everyone', 'person:ben']);
  let now = at(through);
  const sent: ChangesMessage[] = [];
  const dropped: string[] = [];
  const fan = new FanOut(
    {
      store: given.store ?? new MemoryViewStore(),
      through: () => now,
      caughtUp: () => Promise.resolve(true),
      onChanges: () => () => {},
    },
    { principals: () => new Set(standsFor) },
    { send: (_, message) => void sent.push(message), drop: (id) => void dropped.push(id) },
    { resumeChanges: 100, messageChanges: 100, accessRows: given.pageRows ?? 100, keptScopes: 100 },
    given.later,
  );
  const publish = fan.publish.bind(fan);
  fan.publish = (changes, to) => {
    now = to;
    publish(changes, to);
  };
  return { fan, standsFor, sent, dropped };
}

describe('what goes out on the line', () => {
  test('whoever comes from a process that is ahead is sent nothing that they have, the last of it included', () => {
    const { fan, sent } = fanOut(3);
    fan.resume('ben-1', 'ben' as PersonId, ALL_OF_IT, at(5));
    for (const place of [4, 5, 6]) fan.publish([change(place, 'directory', `d${place}`, ['everyone'])], at(place));
    expect(sent.flatMap(({ changes }) => changes)).toMatchObject([{ kind: 'put', row: { id: 'd6' } }]);
  });

  test('whose rights change is told of no row that they saw neither before nor after: its id is nobody else’s business', () => {
    const { fan, standsFor, sent } = fanOut(3);
    fan.resume('ben-1', 'ben' as PersonId, ALL_OF_IT, undefined);
    standsFor.add('institution:oakfield');
    fan.publish(
      [
        change(4, 'access', accessId('belonging', 'ben' as PersonId), []),
        change(4, 'directory', 'mine', ['institution:oakfield']),
        change(4, 'directory', 'left', ['institution:elm'], ['everyone']),
        change(4, 'directory', 'theirs', ['institution:elm'], ['institution:elm']),
      ],
      at(4),
    );
    expect(sent).toMatchObject([
      {
        changes: [
          { kind: 'put', row: { id: 'mine' } },
          { kind: 'gone', id: 'left' },
        ],
      },
    ]);
  });

  describe('who comes to know somebody', () => {
    const known = accessId('known', 'ben' as PersonId);
    const met = (person: string, since: number) => ({ person, since: at(since) });

    /** Asha and cleo let nobody find them, and did so long ago; ben met cleo then, and asha at 4. */
    function acquainted(given: Parameters<typeof fanOut>[1] = {}) {
      const store = new MemoryViewStore();
      const put = (view: View, id: string, place: number, audience: RowAudience, data: object) =>
        store.commit([{ view, checkpoint: at(place), writes: [{ id, position: at(place), row: { audience, data } }] }]);
      const [access, person] = [accessView, personView] as unknown as readonly [View, View];
      for (const view of [access, person, DIRECTORY]) {
        store.prepare(view);
        store.serve(view);
      }
      for (const id of ['asha', 'cleo', 'dev']) put(person, id, 1, [`person:${id}`, `known:${id}`], { person: id });
      put(access, known, 2, ['person:ben'], { person: 'ben', kind: 'known', held: [met('cleo', 2)] });
      put(DIRECTORY, 'd', 3, ['everyone'], {});
      put(access, known, 4, ['person:ben'], { person: 'ben', kind: 'known', held: [met('cleo', 2), met('asha', 4)] });
      const line = fanOut(5, { store, ...given });
      line.standsFor.add('known:cleo');
      return line;
    }

    test('is sent their name, which was there before, with the commit by which they met', () => {
      const { fan, standsFor, sent } = acquainted();
      fan.resume('ben-1', 'ben' as PersonId, [{ view: 'person', where: {} }], undefined);
      standsFor.add('known:asha');
      fan.publish([change(6, 'access', known, ['person:ben'])], at(6));
      expect(sent).toEqual([
        { through: at(6), changes: [{ kind: 'put', row: { view: 'person', id: 'asha', position: at(6), data: { person: 'asha' } } }] },
      ]);
    });

    test('and was away meanwhile is sent that name and no other, and need not read afresh', () => {
      const { fan, standsFor, sent } = acquainted();
      standsFor.add('known:asha');
      expect(
        fan.resume(
          'ben-1',
          'ben' as PersonId,
          [
            { view: 'access', where: {} },
            { view: 'person', where: {} },
          ],
          at(3),
        ),
      ).toEqual({ kind: 'resumed', through: at(5) });
      expect(sent.flatMap(({ changes }) => changes)).toMatchObject([
        { kind: 'put', row: { view: 'access', id: known } },
        // As new as the sight of it: a client that read at 3 that there is nothing takes it all the same.
        { kind: 'put', row: { view: 'person', id: 'asha', position: at(4) } },
      ]);
      sent.length = 0;
      expect(fan.resume('ben-2', 'ben' as PersonId, [{ view: 'person', where: {} }], at(4))).toEqual({ kind: 'resumed', through: at(5) });
      expect(sent).toEqual([]);
    });

    test('and was away while it were more than go into one turn reads afresh', () => {
      const { fan, standsFor } = acquainted({ pageRows: 1 });
      standsFor.add('known:asha');
      expect(fan.resume('ben-1', 'ben' as PersonId, [{ view: 'person', where: {} }], at(3))).toMatchObject({ kind: 'reset' });
    });

    test('and is still being sent their names is told of what they add from where they have it, which may be earlier', () => {
      const { fan, standsFor, sent } = acquainted({ pageRows: 1, later: () => undefined });
      fan.resume('ben-1', 'ben' as PersonId, [{ view: 'person', where: {} }], undefined);
      standsFor.add('known:asha');
      fan.publish([change(6, 'access', known, ['person:ben'])], at(6));
      expect(fan.watch('ben-1', ALL_OF_IT, [], at(2))).toEqual({ kind: 'resumed', through: at(5) });
      expect(sent).toMatchObject([{ through: at(5), changes: [{ kind: 'put', row: { view: 'directory', id: 'd', position: at(3) } }] }]);
    });
  });

  describe('who comes to stand for a community of thousands', () => {
    const HOUSE = 'institution:oakfield' as const;
    const view = DIRECTORY;
    const belongs = change(4, 'access', accessId('belonging', 'ben' as PersonId), ['person:ben']);

    /** Oakfield has some rows; ben, who knew none of them, joins it; what is due later runs when it is asked for. */
    function joining(rows: number) {
      const store = new MemoryViewStore();
      const put = (id: string, place: number, audience: RowAudience = [HOUSE]) =>
        store.commit([
          { view, side: 'served', checkpoint: at(place), writes: [{ id, position: at(place), row: { audience, data: { id } } }] },
        ]);
      const take = (id: string, place: number) =>
        store.commit([{ view, side: 'served', checkpoint: at(place), writes: [{ id, position: at(place) }] }]);
      store.prepare(view);
      for (let row = 0; row < rows; row += 1) put(`r${row}`, 1);
      store.serve(view);
      const due: (() => void)[] = [];
      const { fan, standsFor, sent, dropped } = fanOut(3, { store, later: (run) => void due.push(run), pageRows: 3 });
      fan.resume('ben-1', 'ben' as PersonId, ALL_OF_IT, undefined);
      standsFor.add(HOUSE);
      fan.publish([belongs], at(4));
      const turn = () => void due.shift()?.();
      const ids = () => sent.flatMap(({ changes }) => changes.map((one) => (one.kind === 'put' ? one.row.id : `-${one.id}`)));
      return { fan, standsFor, sent, dropped, due, turn, put, take, ids };
    }

    test('is sent its rows by pages, one in each turn, and stays on the line', () => {
      const { sent, dropped, due, turn, ids } = joining(8);
      expect(ids()).toEqual([]);
      turn();
      expect(ids()).toEqual(['r0', 'r1', 'r2']);
      while (due.length > 0) turn();
      expect(ids()).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7']);
      expect(dropped).toEqual([]);
      // Only the last says that all is there: cut off before, it would ask again from where it was.
      expect(sent.map(({ through }) => through)).toEqual([...sent.slice(1).map(() => at(3)), at(4)]);
    });

    test('hears between the pages what happens, and is not held to be further than it is', () => {
      const { fan, sent, due, turn, put, ids } = joining(8);
      turn();
      put('r1', 5);
      put('r7', 5, []);
      fan.publish([change(5, 'directory', 'r1', [HOUSE], [HOUSE]), change(5, 'directory', 'r7', [], [HOUSE])], at(5));
      fan.progress();
      expect(sent.at(-1)).toMatchObject({
        through: at(3),
        changes: [
          { kind: 'put', row: { id: 'r1' } },
          // Held at 3, it may have read the row as of later: it is told as of when it is gone.
          { kind: 'gone', id: 'r7', position: at(5) },
        ],
      });
      while (due.length > 0) turn();
      expect(ids().filter((id) => id === 'r7')).toEqual([]);
      expect(sent.at(-1)).toEqual({ through: at(5), changes: [] });
    });

    test('who leaves again before the last page is told to forget what came, and sent no more', () => {
      const { fan, standsFor, due, turn, ids } = joining(8);
      turn();
      standsFor.delete(HOUSE);
      const before = ids().length;
      fan.publish([belongs], at(5));
      while (due.length > 0) turn();
      const left = new Set<string>();
      for (const id of ids()) {
        if (id.startsWith('-')) left.delete(id.slice(1));
        else left.add(id);
      }
      expect([...left]).toEqual([]);
      expect(
        ids()
          .slice(before)
          .filter((id) => !id.startsWith('-')),
      ).toEqual([]);
    });

    /** What a browser holds after these messages: one that is older than what it holds of a row is passed over ([RP1]). */
    function heldAfter(sent: readonly ChangesMessage[]): readonly string[] {
      const rows = new Map<string, { readonly asOf: Position; readonly here: boolean }>();
      for (const { through, changes } of sent)
        for (const one of changes) {
          const [id, position = through] = one.kind === 'put' ? [one.row.id, one.row.position] : [one.id, one.position];
          const asOf = rows.get(id)?.asOf ?? at(0);
          if (through < asOf && position <= asOf) continue;
          rows.set(id, { asOf: [asOf, through, position].toSorted().at(-1) as Position, here: one.kind === 'put' });
        }
      return [...rows].flatMap(([id, { here }]) => (here ? [id] : [])).toSorted();
    }
    const HERE = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];

    test.each([1, 2])('who leaves and comes back after %i of 3 pages has every row', (pages) => {
      const { fan, standsFor, sent, due, turn } = joining(8);
      while (due.length > 0) turn();
      standsFor.delete(HOUSE);
      fan.publish([belongs], at(5));
      for (let page = 0; page < pages; page += 1) turn();
      standsFor.add(HOUSE);
      fan.publish([belongs], at(6));
      while (due.length > 0) turn();
      expect(heldAfter(sent)).toEqual(HERE);
    });

    test('who leaves is told of a row that is gone, or goes elsewhere, before its page: that page does not find it any more', () => {
      const { fan, standsFor, sent, due, turn, put, take } = joining(8);
      while (due.length > 0) turn();
      standsFor.delete(HOUSE);
      fan.publish([belongs], at(5));
      turn();
      expect(heldAfter(sent)).toEqual(HERE.slice(3));
      put('r7', 6, ['institution:elm']);
      take('r6', 6);
      fan.publish([change(6, 'directory', 'r7', ['institution:elm'], [HOUSE]), { ...change(6, 'directory', 'r6', [], [HOUSE]) }], at(6));
      while (due.length > 0) turn();
      expect(heldAfter(sent)).toEqual([]);
      // And is told nothing more of it.
      const told = sent.length;
      fan.publish([change(7, 'directory', 'r7', ['institution:elm'], ['institution:elm'])], at(7));
      expect(sent.slice(told).flatMap(({ changes }) => changes)).toEqual([]);
    });
  });
});
