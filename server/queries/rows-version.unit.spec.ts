import type { View } from '@alongside/projections/engine/view.js';
import { MemoryViewStore } from '@alongside/projections/store/memory-view-store.js';
import { Problem } from '../app/problem.js';
import { rowsOf } from './rows-version.js';

interface Row {
  readonly institution: string;
  readonly name: string;
  readonly sortAs: string;
}
const before = { name: 'roster', version: 1, indexes: ['institution'], on: {} } as View<never, Row> as View;
const after = {
  ...before,
  version: 2,
  indexes: ['institution', 'name'],
  orders: [{ within: 'institution', by: 'sortAs' }],
} as View<never, Row> as View;
const inOrder = { for: 'all', where: { institution: 'elm' }, order: { by: 'sortAs' } } as const;

/** Whatever a read throws. */
function problemOf(read: () => unknown): unknown {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof Problem ? [error.status, error.code] : error;
  }
}

test('[RP23] while a version is served that has no such order, who says no version is told to wait as well', () => {
  const store = new MemoryViewStore();
  store.prepare(before);
  store.serve(before);
  store.prepare(after);
  expect(problemOf(() => rowsOf(store, 'roster', inOrder))).toEqual([409, 'QUERY.OLDER_ROWS']);
  expect(problemOf(() => rowsOf(store, 'roster', { for: 'all', where: { name: 'Ben' } }))).toEqual([409, 'QUERY.OLDER_ROWS']);
  expect(rowsOf(store, 'roster', { for: 'all', where: { institution: 'elm' } })).toEqual([]);
  const broken = new RangeError('disk');
  const fails = () => {
    throw broken;
  };
  expect(problemOf(() => rowsOf({ list: fails }, 'roster', inOrder))).toBe(broken);
});
