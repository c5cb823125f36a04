import type { Position } from '@alongside/domain/kernel/brand.js';
import { LIMITS, type Ports } from './ports.js';
import { createRows } from './rows.js';
import { RULES } from './rules.js';
import { scopeKey } from './scopes.js';
import { request } from './testing/replica.fixture.js';

const at = (position: number) => String(position) as Position;

/** Rows of a browser that holds little, and what it said that the line need not keep. */
function browser(limits: Partial<Ports['limits']>) {
  const rows = createRows({ rules: RULES, limits: { ...LIMITS, ...limits } });
  const dropped: string[] = [];
  rows.onDropped((kept) => void dropped.push(scopeKey(kept)));
  const sent = (id: string, position: number, mentee = 'ben') => ({
    view: 'request',
    id,
    position: at(position),
    data: request(id, 'open', mentee),
  });
  /** What is held of some rows, by their ids, without making a cell for one that is not. */
  const held = (...ids: string[]) => ids.filter((id) => rows.cell('request', id).held.status !== 'unknown').join('');
  return {
    ...{ rows, dropped, sent, held },
    tell: (position: number, ...ids: string[]) =>
      rows.apply({ through: at(position), changes: ids.map((id) => ({ kind: 'put', row: sent(id, position) })) }),
    use: (id: string, users: number) => (rows.cell('request', id).users += users),
  };
}

describe('what a browser lets go of', () => {
  test('rows that no screen reads, the longest held first, where there are more than it keeps; those that screens show do not count', () => {
    const { rows, tell, use, held, sent } = browser({ idleRows: 2 });
    for (const id of ['a', 'b', 'c']) use(id, 1);
    const list = rows.list('request', { mentee: 'cleo' });
    list.users = 1;
    rows.takeList(list, [{ rows: [sent('d', 1, 'cleo'), sent('e', 1, 'cleo')], through: at(1) }]);
    tell(2, 'a', 'b', 'c', 'f', 'g');
    expect(held('a', 'b', 'c', 'd', 'e', 'f', 'g')).toBe('abcdefg');
    tell(3, 'h');
    expect(held('a', 'b', 'c', 'd', 'e', 'g', 'h')).toBe('abcdegh');
    expect(held('f')).toBe('');
  });

  test('rows of lists that no screen reads count, and go last, with their list', () => {
    const { rows, tell, held, sent, dropped } = browser({ idleRows: 3 });
    const first = rows.list('request', { mentee: 'cleo' });
    rows.takeList(first, [{ rows: [sent('a', 1, 'cleo'), sent('b', 1, 'cleo')], through: at(1) }]);
    const second = rows.list('request', { mentee: 'dee' });
    rows.takeList(second, [{ rows: [sent('c', 1, 'dee')], through: at(1) }]);
    tell(2, 'd');
    expect([held('a', 'b', 'c'), dropped]).toEqual(['abc', []]);
    rows.takeList(second, [{ rows: ['c', 'e', 'f', 'g'].map((id) => sent(id, 3, 'dee')), through: at(3) }]);
    expect(dropped).toEqual(['request?mentee=cleo', 'request?mentee=dee']);
    expect(rows.list('request', { mentee: 'cleo' }) === first).toBe(false);
    expect(held('a', 'b', 'c', 'e', 'f', 'g')).toHaveLength(3);
  });

  test('the line keeps rows by name that screens show, and of others only so many', () => {
    const { rows, tell, use, dropped } = browser({ keptRows: 2 });
    tell(1, 'a', 'b', 'c');
    for (const id of ['a', 'b', 'c']) rows.keep('request', id);
    rows.keep('request', 'c');
    use('b', 1);
    tell(2, 'b');
    expect(dropped).toEqual(['request/a', 'request/c']);
    expect(['a', 'b', 'c'].map((id) => rows.cell('request', id).doubtful)).toEqual([true, false, true]);
    tell(3, 'b');
    expect(dropped).toHaveLength(2);
  });

  test('lists that no screen reads, the first of them, where there are more than it keeps; the line drops what no other list needs', () => {
    const { rows, tell, sent, dropped } = browser({ idleLists: 1 });
    const whole = rows.list('request', { mentee: 'ben' });
    rows.takeList(whole, [{ rows: [sent('a', 1)], through: at(1) }]);
    const inOrder = rows.list('request', { mentee: 'ben' }, { by: 'id' });
    inOrder.users = 1;
    tell(2, 'a');
    expect([rows.list('request', { mentee: 'ben' }) === whole, dropped]).toEqual([true, []]);
    rows.list('request', { mentee: 'cleo' });
    tell(3, 'a');
    expect(rows.list('request', { mentee: 'ben' }) === whole).toBe(false);
    // The other list asks for the same rows, in an order.
    expect(dropped).toEqual([]);
    inOrder.users = 0;
    rows.list('request', { mentee: 'dee' });
    tell(4, 'a');
    expect(dropped.toSorted()).toEqual(['request?mentee=ben', 'request?mentee=cleo']);
  });

  test('a row of a list that is let go of is not kept in step any more, unless it stands in another', () => {
    const { rows, sent, tell } = browser({ idleLists: 1 });
    const ben = rows.list('request', { mentee: 'ben' });
    rows.takeList(ben, [{ rows: [sent('a', 1), sent('b', 1)], through: at(1) }]);
    const open = rows.list('request', { id: 'b' });
    rows.takeList(open, [{ rows: [sent('b', 1)], through: at(1) }]);
    expect(['a', 'b'].map((id) => rows.cell('request', id).doubtful)).toEqual([true, false]);
    tell(2, 'b');
    expect(rows.cell('request', 'b').doubtful).toBe(false);
  });

  test('[RP2] nothing that the line told of the rows of a list while that is being read: it is newer than what the read brings', () => {
    const { rows, tell, sent } = browser({ idleRows: 0 });
    const list = rows.list('request', { mentee: 'ben' });
    list.isBeingRead = true;
    tell(5, 'c');
    rows.apply({ through: at(6), changes: [{ kind: 'gone', view: 'request', id: 'b', position: at(6) }] });
    rows.takeList(list, [{ rows: [sent('a', 1), sent('b', 2)], through: at(4) }]);
    expect(list.ids()).toEqual(['a', 'c']);
  });
});
