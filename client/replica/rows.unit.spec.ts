import type { Position } from '@alongside/domain/kernel/brand.js';
import { LIMITS } from './ports.js';
import { createRows } from './rows.js';
import { RULES } from './rules.js';
import { request } from './testing/replica.fixture.js';

const at = (position: string) => position as Position;
const row = (id: string, position: string, status: string) => ({ view: 'request', id, position: at(position), data: request(id, status) });

/** Rows of which `a` was declined and `b` withdrawn at position 5, as the line said. */
function declined() {
  const rows = createRows({ rules: RULES, limits: LIMITS });
  rows.apply({
    through: at('5'),
    changes: [
      { kind: 'put', row: row('a', '5', 'declined') },
      { kind: 'gone', view: 'request', id: 'b' },
    ],
  });
  const held = () => [rows.cell('request', 'a').state.data, rows.cell('request', 'b').state.status];
  return { rows, held };
}

test('[RP1] an older message of the line changes no row that is newer', () => {
  const { rows, held } = declined();
  rows.apply({
    through: at('4'),
    changes: [
      { kind: 'put', row: row('a', '4', 'open') },
      { kind: 'put', row: row('b', '3', 'open') },
    ],
  });
  rows.apply({ through: at('4'), changes: [{ kind: 'gone', view: 'request', id: 'a' }] });
  expect(held()).toEqual([request('a', 'declined'), 'gone']);
});

test('[RP2] an older read neither brings back what a row was before a change of the line, nor takes the row away', () => {
  const { rows, held } = declined();
  rows.takeIds('request', ['a', 'b'], [row('a', '2', 'open'), row('b', '3', 'open')], at('4'));
  rows.takeIds('request', ['a'], [], at('4'));
  expect(held()).toEqual([request('a', 'declined'), 'gone']);
});

test('[RP2] a row of a later page is as new as its page, though the list is as old as its first', () => {
  const rows = createRows({ rules: RULES, limits: LIMITS });
  const list = rows.list('request', {});
  rows.takeList(list, [
    { rows: [row('a', '1', 'open')], through: at('2') },
    { rows: [row('b', '5', 'declined')], through: at('5') },
  ]);
  const other = rows.list('request', { mentee: 'ben' });
  rows.takeList(other, [{ rows: [row('a', '3', 'withdrawn'), row('b', '4', 'open')], through: at('4') }]);
  expect([list, other].map(({ ids }) => ids())).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect(['a', 'b'].map((id) => rows.cell('request', id).state.data)).toEqual([request('a', 'withdrawn'), request('b', 'declined')]);
});

test('the same list is held once, in whatever order its fields are named, and each of its orders by itself', () => {
  const rows = createRows({ rules: RULES, limits: LIMITS });
  const list = rows.list('request', { mentee: 'ben', status: 'open' });
  expect(rows.list('request', { status: 'open', mentee: 'ben' })).toBe(list);
  const others = [
    rows.list('request', { status: 'open' }),
    rows.list('meeting', { mentee: 'ben', status: 'open' }),
    rows.list('request', { mentee: 'ben', status: 'open' }, { by: 'id' }),
    rows.list('request', { mentee: 'ben', status: 'open' }, { by: 'id', descending: true }),
  ];
  expect(new Set([list, ...others]).size).toBe(5);
});

describe('[RP3] the rows of a list stand in its order', () => {
  const named = (id: string, position: string, name: string) => ({ view: 'roster', id, position: at(position), data: { at: 'elm', name } });
  const put = (id: string, position: string, name: string) => ({ kind: 'put' as const, row: named(id, position, name) });
  /** A list by name of which `b` and `d` were read at 3. */
  function roster() {
    const rows = createRows({ rules: RULES, limits: LIMITS });
    const list = rows.list('roster', { at: 'elm' }, { by: 'name' });
    return { rows, list, read: () => rows.takeList(list, [{ rows: [named('2', '1', 'b'), named('4', '1', 'd')], through: at('3') }]) };
  }

  test('where the line told of one before the read that does not know it yet', () => {
    const { rows, list, read } = roster();
    rows.apply({ through: at('5'), changes: [put('3', '5', 'c'), put('9', '5', 'a')] });
    read();
    expect(list.ids()).toEqual(['9', '2', '3', '4']);
  });

  test.each([3, 20, 21, 60])('where %d are told of at once', (many) => {
    const { rows, list, read } = roster();
    read();
    const changes = Array.from({ length: many }, (_, n) => put(`n${n}`, '5', `c${String((n * 7) % 100).padStart(2, '0')}`));
    rows.apply({ through: at('5'), changes });
    const inOrder = changes.toSorted((a, b) => (a.row.data.name < b.row.data.name ? -1 : 1)).map(({ row: { id } }) => id);
    expect(list.ids()).toEqual(['2', ...inOrder, '4']);
    rows.apply({ through: at('6'), changes: [put('2', '6', 'z')] });
    expect(list.ids()).toEqual([...inOrder, '4', '2']);
  });
});
