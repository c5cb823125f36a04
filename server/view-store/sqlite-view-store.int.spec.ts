import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../sqlite/driver.js';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { View } from '@alongside/projections/engine/view.js';
import { lookupSql, orderedSql, rangeSql } from './sqlite-query.js';
import { slotSchema } from './sqlite-slot.js';
import { SqliteViewStore } from './sqlite-view-store.js';
import { viewStoreContract } from '@alongside/projections/store/view-store.contract.js';
import type { Write } from '@alongside/projections/store/view-store.js';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'view-store-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

viewStoreContract('The SQLite view store', (options) => ({ store: SqliteViewStore.open(join(newFolder(), 'views.sqlite'), options) }));

const profiles: View = { name: 'profile', version: 1, indexes: ['school'], on: {} } as View<never, { school: string }> as View;
const at = (place: number) => String(place).padStart(8, '0') as Position;
const row = (place: number, id: string, data: unknown): Write => ({
  id,
  position: at(place),
  row: { audience: ['everyone', `person:${id}`], data },
});

/** Whether the bytes of a text stand anywhere in any file of the folder. */
const isAnywhereIn = (folder: string, text: string) => readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(text));

describe('the SQLite view store on disk', () => {
  test('[VS16] what was committed is there after opening again, journal, draft and stop included', () => {
    const file = join(newFolder(), 'views.sqlite');
    const first = SqliteViewStore.open(file);
    first.prepare(profiles);
    first.serve(profiles);
    first.commit([{ view: profiles, writes: [row(1, 'p1', { school: 's1' })], checkpoint: at(1) }]);
    first.stop(profiles, { event: 'e2', error: 'odd' });
    first.close();

    const again = SqliteViewStore.open(file);
    expect(again.states()).toEqual([
      { name: 'profile', version: 1, checkpoint: at(1), served: true, stopped: { event: 'e2', error: 'odd' } },
    ]);
    expect(again.list('profile', { for: ['person:p1'], where: { school: 's1' } })).toMatchObject([{ id: 'p1' }]);
    expect(again.changesAfter(at(0), { views: ['profile'], for: ['person:p1'], limitChanges: 9 })).toMatchObject({
      changes: [{ id: 'p1' }],
    });
    again.commit([{ view: profiles, writes: [row(2, 'p1', { school: 's2' })], checkpoint: at(2) }]);
    expect(again.count('profile', { for: 'all', where: { school: 's1' } })).toBe(0);
    again.close();
  });

  test('[VS2] a version that cannot be made whole is not there at all, and the file opens again', () => {
    const file = join(newFolder(), 'views.sqlite');
    const store = SqliteViewStore.open(file);
    store.prepare(profiles);
    store.close();
    const db = new Database(file);
    // Where the next one would make its own.
    db.exec('CREATE TABLE rows_2 (n)');
    db.close();
    const again = SqliteViewStore.open(file);
    const before = again.states();
    expect(() => again.prepare({ ...profiles, version: 2 })).toThrow('already exists');
    expect(() => again.reset(profiles)).toThrow('already exists');
    expect(again.states()).toEqual(before);
    again.commit([{ view: profiles, writes: [row(1, 'p1', { school: 's1' })], checkpoint: at(1) }]);
    again.close();
    const third = SqliteViewStore.open(file);
    expect(third.states()).toEqual([expect.objectContaining({ name: 'profile', version: 1, checkpoint: at(1) })]);
    third.close();
  });

  test('[VS16] a file of another format begins afresh, and nothing in it is read as if it were of this one', () => {
    const file = join(newFolder(), 'views.sqlite');
    const older = new Database(file);
    older.exec(`CREATE TABLE slots (slot INTEGER PRIMARY KEY, name TEXT, version INTEGER); INSERT INTO slots VALUES (1, 'profile', 1)`);
    older.close();
    const store = SqliteViewStore.open(file);
    expect([store.states(), store.landmark()]).toEqual([[], undefined]);
    store.prepare(profiles);
    store.commit([{ view: profiles, writes: [row(1, 'p1', { school: 's1' })], checkpoint: at(1) }]);
    store.close();
    const again = SqliteViewStore.open(file);
    expect(again.states()).toMatchObject([{ checkpoint: at(1) }]);
    again.close();
  });

  test('[VS22] a journal that forgot is found again as it was after opening, and what a failed commit recorded is in neither', () => {
    const file = join(newFolder(), 'views.sqlite');
    const first = SqliteViewStore.open(file, { journalLimitChanges: 50 });
    first.prepare(profiles);
    first.serve(profiles);
    const write = (place: number) => ({ view: profiles, writes: [row(place, `p${place}`, { school: 's1' })], checkpoint: at(place) });
    for (let place = 1; place <= 200; place += 1) first.commit([write(place)]);
    expect(() => first.commit([write(201), write(1)])).toThrow('would go back');
    first.commit([write(202)]);
    const missed = (store: SqliteViewStore, place: number, who: `person:${string}` | 'everyone') => {
      const answer = store.changesAfter(at(place), { views: ['profile'], for: [who], limitChanges: 100 });
      return answer.kind === 'changes' ? answer.changes.map(({ id }) => id) : answer.kind;
    };
    const asked = (store: SqliteViewStore) => [
      missed(store, 100, 'everyone'),
      missed(store, 198, 'everyone'),
      missed(store, 198, 'person:p200'),
      missed(store, 198, 'person:p201'),
    ];
    const expected = ['too-old', ['p199', 'p200', 'p202'], ['p200'], []];
    expect(asked(first)).toEqual(expected);
    first.close();
    const again = SqliteViewStore.open(file, { journalLimitChanges: 50 });
    expect(asked(again)).toEqual(expected);
    again.close();
  });

  test('[VS24] a file from before places of erasures were noted knows who is erased, and learns where', () => {
    const file = join(newFolder(), 'views.sqlite');
    const [ben, cleo] = ['ben', 'cleo'] as [PersonId, PersonId];
    SqliteViewStore.open(file).close();
    const before = new Database(file);
    before.exec(`DROP TABLE gone_at; INSERT INTO gone VALUES ('ben'), ('cleo')`);
    before.close();

    const store = SqliteViewStore.open(file);
    expect([...store.erased()]).toEqual([
      [ben, undefined],
      [cleo, undefined],
    ]);
    store.prepare(profiles);
    store.commit([{ view: profiles, writes: [], checkpoint: at(7) }], undefined, new Map([[ben, at(5)]]));
    store.commit([{ view: profiles, writes: [], checkpoint: at(9) }], undefined, new Map([[ben, at(8)]]));
    store.close();
    const again = SqliteViewStore.open(file);
    expect([...again.erased()]).toEqual([
      [ben, at(5)],
      [cleo, undefined],
    ]);
    again.close();
  });

  test('[VS17] after a scrub no deleted or overwritten byte is in any file', () => {
    const folder = newFolder();
    const store = SqliteViewStore.open(join(folder, 'views.sqlite'));
    store.prepare(profiles);
    store.serve(profiles);
    const secret = (n: number) => `Zebedee-${n}-Quillfeather`;
    const people = Array.from({ length: 2_000 }, (_, n) => n);
    const writes = people.map((n) => row(1, `p${(n * 7_919) % 2_000}`, { school: 's1', name: secret(n), about: 'x'.repeat(n % 700) }));
    store.commit([{ view: profiles, writes, checkpoint: at(1) }]);
    expect(isAnywhereIn(folder, secret(42))).toBe(true);

    const erased = people.map((n) =>
      n % 3 === 0 ? { id: `p${(n * 7_919) % 2_000}`, position: at(2) } : row(2, `p${(n * 7_919) % 2_000}`, { school: 's2', name: '' }),
    );
    store.commit([{ view: profiles, writes: erased, checkpoint: at(2) }]);
    store.scrub();
    expect(isAnywhereIn(folder, 'Quillfeather')).toBe(false);
    expect(isAnywhereIn(folder, 'Zebedee')).toBe(false);
    expect(store.count('profile', { for: ['everyone'], where: { school: 's2' } })).toBe(1_333);
    store.close();
    expect(isAnywhereIn(folder, 'Zebedee')).toBe(false);
  });

  test('[VS17] a version that was dropped leaves nothing either', () => {
    const folder = newFolder();
    const store = SqliteViewStore.open(join(folder, 'views.sqlite'));
    store.prepare(profiles);
    store.serve(profiles);
    store.commit([{ view: profiles, writes: [row(1, 'p1', { name: 'Zebedee' })], checkpoint: at(1) }]);
    const next = { ...profiles, version: 2 };
    store.prepare(next);
    store.serve(next);
    store.scrub();
    expect(isAnywhereIn(folder, 'Zebedee')).toBe(false);
    store.close();
  });

  test('[VS18] no shape of query scans the rows of a view or sorts them', () => {
    const db = new Database(':memory:');
    db.exec(slotSchema(1));
    const leads = [['@everyone'], ['@a', '@b', '@c'], ['school=s1']];
    for (const lead of leads) {
      for (const also of [[], ['school=s1'], ['school=s1', 'role=r']]) {
        const sql = lookupSql(1, 'r.id', { lead, also, ids: false });
        const values = [...lead.flatMap((key) => [key, '']), ...also];
        const plan = (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map((step) => step.detail);
        expect(plan.filter((step) => /SCAN (?!k$)|TEMP B-TREE/.test(step))).toEqual([]);
        expect(
          plan.some((step) => step.startsWith('SEARCH keys_1 USING PRIMARY KEY (key=? AND id>?)') || step.startsWith('SEARCH k')),
        ).toBe(true);
      }
    }
    const byId = db.prepare(`EXPLAIN QUERY PLAN ${lookupSql(1, 'r.id', { lead: undefined, also: [], ids: true })}`).all('', '[]') as {
      detail: string;
    }[];
    expect(byId.map((step) => step.detail).filter((step) => /SCAN r|TEMP B-TREE/.test(step))).toEqual([]);
    for (const descending of [false, true]) {
      for (const after of [false, true]) {
        for (const also of [[], ['school=s1']]) {
          const sql = orderedSql(1, 'r.id', { descending, after, also, ids: false });
          const values = ['>school=s1', ...(after ? ['x'] : []), '>school=s2', ...also];
          const plan = (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map((step) => step.detail);
          expect(plan.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([]);
          // A later page is sought by its place, not walked to from where the range begins.
          expect(plan[0]).toContain('SEARCH k USING PRIMARY KEY (');
          expect(plan[0]?.includes('(key,id)')).toBe(after);
        }
      }
    }
    const range = (db.prepare(`EXPLAIN QUERY PLAN ${rangeSql(1)}`).all('day=', 'day=2026-11-26') as { detail: string }[]).map(
      (step) => step.detail,
    );
    expect(range.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(range.some((step) => step.includes('key>? AND key<?'))).toBe(true);
    db.close();
  });

  test('a second process on the same file is told so', () => {
    const file = join(newFolder(), 'views.sqlite');
    const store = SqliteViewStore.open(file);
    const other = new Database(file, { timeout: 0 });
    expect(() => other.prepare('SELECT count(*) FROM slots').get()).toThrow('locked');
    other.close();
    store.close();
  });
});
