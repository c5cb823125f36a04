import { jest } from '@jest/globals';
import { createEffect } from 'solid-js';
import { replica } from './index.js';
import type { ListOrder } from './lists.js';
import { createRows, eachOnItsOwn, held, start } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

interface Line {
  readonly at: string;
  readonly name: string;
}
const BY_NAME: ListOrder = { by: 'name', rows: 3 };

/** A hub with seven lines, of ids that sort otherwise than their names, and a list that is shown in part. */
async function open(order: ListOrder = BY_NAME) {
  const hub = smallHub();
  'abcdefg'.split('').forEach((name, place) => hub.put('roster', `id-${9 - place}`, { at: 'elm', name }));
  await start(hub);
  const list = held(() =>
    createRows<Line>(
      'roster',
      () => ({ at: 'elm' }),
      () => order,
    ),
  );
  await settle();
  const reads = () => hub.asked.filter(({ path }) => path.startsWith('/api/views/roster')).length;
  return {
    hub,
    list,
    reads,
    names: () =>
      list()
        .map(({ name }) => name)
        .join(''),
  };
}
const line = (name: string) => ({ at: 'elm', name });

describe('[RP25] a list that is read in part', () => {
  test('shows the first rows of its order, and more on request, each page by one read', async () => {
    const { list, names, reads } = await open();
    expect([names(), list.loading, list.hasMore, reads()]).toEqual(['abc', false, true, 1]);
    list.more(2);
    await settle();
    expect([names(), list.hasMore, reads()]).toEqual(['abcde', true, 2]);
    list.more();
    await settle();
    expect([names(), list.hasMore, reads()]).toEqual(['abcdefg', false, 3]);
  });

  test('begins at its end, and stays within its bounds, where the order says so', async () => {
    const last = await open({ by: 'name', descending: true, rows: 3 });
    expect(last.names()).toBe('gfe');
    last.list.more(3);
    await settle();
    expect(last.names()).toBe('gfedcb');
    const within = await open({ by: 'name', from: 'b', to: 'd', rows: 5 });
    expect([within.names(), within.list.hasMore]).toEqual(['bcd', false]);
    within.hub.put('roster', 'id-1', line('cc'));
    within.hub.put('roster', 'id-2', line('dd'));
    await settle();
    expect(within.names()).toBe('bcccd');
  });

  test('takes in rows that change to stand in it, leaves aside those beyond it, and puts each in its place', async () => {
    const { hub, names } = await open();
    hub.put('roster', 'id-1', line('bb'));
    hub.put('roster', 'id-2', line('z'));
    await settle();
    expect(names()).toBe('abbbc');
    hub.put('roster', 'id-9', line('bz'));
    await settle();
    expect(names()).toBe('bbbbzc');
  });

  test('reads on where rows left it, so that it never seems shorter than it is', async () => {
    const { hub, names, list } = await open();
    hub.remove('roster', 'id-9');
    hub.put('roster', 'id-8', line('x'));
    await settle();
    expect([names(), list.hasMore]).toEqual(['cde', true]);
  });

  test('is read to where it was read after a reset, all at once', async () => {
    const { hub, list, names } = await open();
    list.more(2);
    await settle();
    hub.cut();
    hub.put('roster', 'id-1', line('aa'));
    hub.resetNext();
    const seen: string[] = [];
    hub.mend();
    for (let turn = 0; turn < 6; turn += 1) {
      await settle();
      seen.push(names());
    }
    expect(new Set(seen.filter((one) => one !== 'abcde'))).toEqual(new Set(['aaabcd']));
    expect(list.hasMore).toBe(true);
  });

  test('stays as it was read where the hub cannot make sense of where to go on, and says that it could not be read', async () => {
    const { hub, list, names } = await open();
    hub.fail(400, '/api/views/roster');
    list.more();
    await settle();
    await jest.advanceTimersByTimeAsync(10_000);
    expect([names(), list.hasMore, replica().failing()]).toEqual(['abc', true, true]);
    hub.fail();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([names(), replica().failing()]).toEqual(['abcdefg', false]);
  });

  test('[RP12] is emptied with the session', async () => {
    const { hub, list, names } = await open();
    list.more();
    await settle();
    hub.revoke();
    await settle();
    expect([names(), list.plain(), list.loading]).toEqual(['', [], true]);
  });

  test('tells all of its rows as they stand, again with each change', async () => {
    const { hub, list } = await open();
    const before = list.plain().map(({ name }) => name);
    hub.put('roster', 'id-8', { ...line('b'), more: 'words' });
    await settle();
    expect([before, list.plain()[1]]).toEqual([['a', 'b', 'c'], { ...line('b'), more: 'words' }]);
  });
});

test('[RP25] the rest is read behind the first page, where a screen wants it as soon as that shows', async () => {
  const { list, names } = await open();
  held(() => createEffect(() => !list.loading && list.hasMore && list.more()));
  await settle();
  expect([names(), list.hasMore]).toEqual(['abcdefg', false]);
  const hub = smallHub();
  for (const name of 'abcdefg') hub.put('roster', name, line(name));
  await start(hub);
  const other = held(() => {
    const rows = createRows<Line>(
      'roster',
      () => ({ at: 'elm' }),
      () => BY_NAME,
    );
    createEffect(() => !rows.loading && rows.hasMore && rows.more());
    return rows;
  });
  await settle();
  expect([other().length, other.hasMore]).toEqual([7, false]);
});

test('[RP25] a list is read by one request at a time, however many want it', async () => {
  const hub = smallHub();
  for (const id of ['a', 'b']) hub.put('roster', id, line(id));
  await start(hub);
  hub.hold();
  const lists = [0, 1, 2].map(() => held(() => createRows<Line>('roster', () => ({ at: 'elm' }))));
  await settle();
  const more = held(() => createRows<Line>('roster', () => ({ at: 'elm' })));
  await settle();
  hub.release();
  await settle();
  expect([...lists, more].map((list) => list().length)).toEqual([2, 2, 2, 2]);
  expect(hub.asked.filter(({ path }) => path.startsWith('/api/views/roster'))).toHaveLength(1);
});
