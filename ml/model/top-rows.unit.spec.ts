import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { normal } from './random.js';
import { topRows } from './top-rows.js';

const SEED = 20_261_130;
const WIDTH = 5;

/** By sorting all: the slow way. Whole numbers make sums exact in any order. */
function sorted(table: Float32Array, query: Float32Array, limit: number) {
  const scored = Array.from({ length: table.length / query.length }, (_, row) => ({
    row,
    score: query.reduce((sum, one, at) => sum + one * table[row * query.length + at]!, 0),
  }));
  const known = scored.filter(({ score }) => !Number.isNaN(score));
  return known.toSorted((a, b) => b.score - a.score || a.row - b.row).slice(0, limit);
}
const found = (...asked: Parameters<typeof topRows>) => {
  const { rows, scores } = topRows(...asked);
  return [...rows].map((row, at) => ({ row, score: scores[at] }));
};

describe('the best rows of a table', () => {
  test('are those of a sort, ties by their place, whatever the sizes', () => {
    const number = numbersFrom(SEED);
    const below = (n: number) => Math.floor(number() * n);
    for (let turn = 0; turn < 500; turn += 1) {
      const [count, width] = [below(120), 1 + below(19)];
      // Few different numbers: many rows are worth the same. Now and then one that is none, or without an end.
      const value = () => (below(60) === 0 ? [NaN, Infinity, -Infinity][below(3)]! : below(4) - 1);
      const [table, query] = [
        Float32Array.from({ length: count * width }, value),
        Float32Array.from({ length: width }, () => below(4) - 1),
      ];
      const limit = below(140);
      expect(found(table, query, limit)).toEqual(sorted(table, query, limit));
    }
  });

  test('of real numbers are those of a sort as well', () => {
    const random = numbersFrom(SEED);
    const floats = (length: number) => Float32Array.from({ length }, () => normal(random));
    const [table, query] = [floats(3000 * 64), floats(64)];
    const [ours, theirs] = [found(table, query, 50), sorted(table, query, 50)];
    expect(ours.map(({ row }) => row)).toEqual(theirs.map(({ row }) => row));
    ours.forEach(({ score }, at) => expect(score).toBeCloseTo(theirs[at]!.score, 9));
  });

  test.each([
    ['more than there are', [2, 1, 3], 9, [2, 0, 1]],
    ['none', [2, 1, 3], 0, []],
    ['of an empty table', [], 3, []],
    ['where some are no number', [NaN, 1, NaN, 3], 4, [3, 1]],
    ['where none is a number', [NaN, NaN], 2, []],
    ['of equal ones', [1, 1, 1, 1], 2, [0, 1]],
  ])('%s', (_name, values, limit, rows) => {
    expect([...topRows(Float32Array.from(values), Float32Array.of(1), limit).rows]).toEqual(rows);
  });

  test('sizes that do not fit are refused', () => {
    const table = new Float32Array(2 * WIDTH);
    expect(() => topRows(table, new Float32Array(3), 1)).toThrow('no rows of 3');
    expect(() => topRows(table, new Float32Array(0), 1)).toThrow('no rows of 0');
    for (const limit of [-1, 1.5, NaN]) expect(() => topRows(table, new Float32Array(WIDTH), limit)).toThrow('no number of rows');
  });
});
