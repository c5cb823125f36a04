import type { Principal } from '@alongside/domain/policies/actor.js';
import { keysOf, type Lookups } from '@alongside/projections/store/row-keys.js';
import { Database } from '../sqlite/driver.js';
import { SqliteReader } from './sqlite-query.js';
import { slotSchema } from './sqlite-slot.js';

const lookups: Lookups = { indexes: ['school'], orders: [{ within: 'school', by: 'name' }] };
const number = (n: number) => String(n).padStart(5, '0');
const own: Principal = 'institution:home';
const me: Principal = 'person:me';
const theirs: Principal = 'institution:other';

/** A school of 5,000 of whom a reader sees the third, the last and one between, and `atHome` rows of their own school. */
function oneSchoolOfMany(atHome = 300) {
  const db = new Database(':memory:');
  db.exec(slotSchema(1));
  const addRow = db.prepare(`INSERT INTO rows_1 (id, position, audience, data) VALUES (?, '1', ?, ?)`);
  const addKey = db.prepare('INSERT INTO keys_1 (key, id) VALUES (?, ?)');
  const put = (id: string, audience: readonly Principal[], data: unknown) => {
    addRow.run(id, JSON.stringify(audience), JSON.stringify(data));
    for (const key of keysOf(lookups, audience, data)) addKey.run(key, id);
  };
  const seen = new Set([3, 2_500, 4_999]);
  for (let n = 0; n < 5_000; n += 1) {
    const audience: readonly Principal[] = seen.has(n) ? [me] : [theirs];
    put(`o${number(n)}`, audience, { school: 'other', name: number(n) });
  }
  for (let n = 0; n < atHome; n += 1) put(`h${number(n)}`, [own], { school: 'home', name: number(n) });
  let stepped = 0;
  const counting = {
    prepare: (sql: string) => {
      const statement = db.prepare(sql);
      const iterate = statement.iterate.bind(statement);
      return Object.assign(statement, {
        *iterate(...values: never[]) {
          for (const row of iterate(...values)) {
            stepped += 1;
            yield row;
          }
        },
      });
    },
  } as unknown as typeof db;
  const reader = new SqliteReader(counting, 1, 'rows', lookups);
  return {
    reader,
    list: (order: object, limitRows?: number) =>
      reader
        .list({ for: [own, me], where: { school: 'other' }, order: { by: 'name', ...order }, ...(limitRows && { limitRows }) })
        .map(({ id }) => id),
    stepped: () => stepped,
    close: () => db.close(),
  };
}

describe('rows in an order of which a reader sees next to nothing', () => {
  test('nobody is led past all of them: their own rows are looked through from there on', () => {
    const { list, stepped, close } = oneSchoolOfMany();
    expect(list({})).toEqual(['o00003', 'o02500', 'o04999']);
    expect(stepped()).toBeLessThan(1_500);
    close();
  });

  test('nor in order of id: what they see leads from there on', () => {
    const { reader, stepped, close } = oneSchoolOfMany(2_500);
    const found = reader.list({ for: [own, me], where: { school: 'other' } }).map(({ id }) => id);
    expect(found).toEqual(['o00003', 'o02500', 'o04999']);
    expect(stepped()).toBeLessThan(1_500);
    expect(reader.count({ for: [own, me], where: { school: 'other' } })).toBe(3);
    close();
  });

  test('what comes by pages, backwards and in bounds is the same', () => {
    const { list, close } = oneSchoolOfMany();
    expect(list({ descending: true })).toEqual(['o04999', 'o02500', 'o00003']);
    expect(list({}, 2)).toEqual(['o00003', 'o02500']);
    expect(list({ after: { value: '02500', id: 'o02500' } }, 2)).toEqual(['o04999']);
    expect(list({ from: '00004', to: '04998' })).toEqual(['o02500']);
    expect(list({ from: '00004', after: { value: '00001', id: 'o00001' } })).toEqual(['o02500', 'o04999']);
    expect(list({ descending: true, to: '02500', after: { value: '04999', id: 'o04999' } })).toEqual(['o02500', 'o00003']);
    close();
  });
});
