import { seeded } from '../testing/seeded.js';
import { Table } from './table.js';

describe('a table that is never changed', () => {
  test('answers as a Map does after any changes, and leaves the older ones as they were', () => {
    const random = seeded();
    let table = Table.empty<string, number>();
    const model = new Map<string, number>();
    for (let n = 0; n < 3_000; n += 1) {
      const key = `k${Math.floor(random.number() * 700)}`;
      const before = table;
      const had = before.get(key);
      if (random.number() < 0.3) {
        table = table.without(key);
        model.delete(key);
      } else {
        table = table.with(key, n);
        model.set(key, n);
      }
      expect(before.get(key)).toBe(had);
      expect([table.get(key), table.has(key), table.size]).toEqual([model.get(key), model.has(key), model.size]);
    }
    expect(new Map(table)).toEqual(new Map([...model].toSorted()));
    expect([...table]).toHaveLength(model.size);
  });

  test('taking out what is not there answers the same table', () => {
    const table = Table.empty<string, number>().with('a', 1);
    expect(table.without('b')).toBe(table);
  });
});
