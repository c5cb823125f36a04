import { jest } from '@jest/globals';
import { replica } from './index.js';
import { createRows, createView, eachOnItsOwn, held, request, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

const listOf = (rows?: number) =>
  held(() => createRows<Request>('request', () => ({ mentee: 'ben' }), rows === undefined ? undefined : () => ({ by: 'id', rows })));

/** A hub with four requests, none of which this person may read. */
async function open() {
  const hub = smallHub();
  for (const id of ['a', 'b', 'c', 'd']) hub.put('request', id, request(id));
  hub.fail(403, '/api/views/request');
  return start(hub);
}

describe('what the hub will not have read', () => {
  test('is not there: a row is gone and a list empty, and nothing is asked again', async () => {
    const hub = await open();
    const [row, list] = [held(() => createView<Request>('request', () => 'a')), listOf()];
    await settle();
    expect([row(), row.gone, row.loading]).toEqual([undefined, true, false]);
    expect([list(), list.loading, list.hasMore]).toEqual([[], false, false]);
    const reads = hub.reads().length;
    await jest.advanceTimersByTimeAsync(120_000);
    expect([hub.reads().length, replica().failing()]).toEqual([reads, false]);
  });

  test('is not there any more where it was read before: nothing of it stays on the screen', async () => {
    const hub = await open();
    hub.fail();
    const [row, list] = [held(() => createView<Request>('request', () => 'a')), listOf(2)];
    await settle();
    expect([row()?.id, list().map(({ id }) => id)]).toEqual(['a', ['a', 'b']]);
    hub.fail(403, '/api/views/request');
    list.more(2);
    await settle();
    expect([list(), list.hasMore]).toEqual([[], false]);
    hub.cut();
    hub.resetNext();
    hub.mend();
    await settle();
    expect([row(), row.gone]).toEqual([undefined, true]);
  });

  test('comes back with the line as soon as it is sent', async () => {
    const hub = await open();
    const [row, list] = [held(() => createView<Request>('request', () => 'a')), listOf()];
    await settle();
    hub.put('request', 'a', request('a', 'accepted'));
    expect([row()?.status, list().map(({ id }) => id)]).toEqual(['accepted', ['a']]);
  });
});
