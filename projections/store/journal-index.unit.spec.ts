import { JournalIndex } from './journal-index.js';
import { keyNumber } from './key-number.js';

describe('the index of a journal', () => {
  const index = new JournalIndex(4);
  const [evens, all] = [1, 2];
  for (let seq = 1; seq <= 10; seq += 1) index.add(seq, seq % 2 === 0 ? [all, evens] : [all]);

  test('[VS22] finds the entries under a key from one on, in order, and no more than asked for', () => {
    expect(index.under(evens, 0, 9)).toEqual([2, 4, 6, 8, 10]);
    expect(index.under(evens, 5, 9)).toEqual([6, 8, 10]);
    expect(index.under(evens, 6, 2)).toEqual([6, 8]);
    expect(index.under(all, 11, 9)).toEqual([]);
    expect(index.under(3, 0, 9)).toEqual([]);
  });

  test('[VS22] drops entries that are no longer asked for, many at once', () => {
    expect(index.segments).toBe(3);
    index.forget(7);
    expect([index.segments, index.under(all, 8, 9)]).toEqual([2, [8, 9, 10]]);
    index.forget(10);
    expect([index.segments, index.under(all, 0, 9)]).toEqual([0, []]);
    index.add(11, [all]);
    expect(index.under(all, 0, 9)).toEqual([11]);
  });

  test('a view and a principal have a number of their own, nearly always', () => {
    const names = Array.from({ length: 20_000 }, (_, n) => keyNumber(n % 2 ? 'person' : 'member', `person:p${n >> 1}`));
    expect(new Set(names).size).toBeGreaterThan(19_990);
    expect(names.every(Number.isInteger)).toBe(true);
  });
});
