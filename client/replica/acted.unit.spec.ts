import { jest } from '@jest/globals';
import { createAnswer, dispatch } from './index.js';
import { createRows, createView, eachOnItsOwn, held, request, REQUESTED, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

/** A hub where asking a mentor closes the request that a screen shows. */
async function open() {
  const hub = smallHub((_, on) => void on.put('request', 'a', request('a', 'closed')));
  hub.put('request', 'a', request('a'));
  await start(hub);
  const [row, list] = held(
    () => [createView<Request>('request', () => 'a'), createRows<Request>('request', () => ({ status: 'closed' }))] as const,
  );
  await settle();
  return { hub, row, list, reads: () => hub.reads().length };
}

describe('what an accepted command did', () => {
  test('comes over the line, and nothing is read for it', async () => {
    const { row, list, reads } = await open();
    const before = reads();
    await dispatch('RequestMentoring', REQUESTED).answer;
    await settle();
    expect([row()?.status, list().length, reads() - before]).toEqual(['closed', 1, 0]);
  });

  test('is read at once where there is no line', async () => {
    const { hub, row, list } = await open();
    hub.dropLine();
    await dispatch('RequestMentoring', REQUESTED).answer;
    await settle();
    expect([row()?.status, list().length]).toEqual(['closed', 1]);
  });
});

test('[RP10] what the hub computed is asked for again after a reset: rights may be others by now', async () => {
  const { hub } = await open();
  const answer = held(() => createAnswer<{ rows: number }>(() => '/api/count'));
  await jest.advanceTimersByTimeAsync(1_000);
  hub.cut();
  hub.put('person', 'asha', {});
  hub.resetNext();
  hub.mend();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(answer.data()).toEqual({ rows: 2 });
});

test('[RP12] a list that a screen goes on showing is read for the next person, and follows what happens', async () => {
  const { hub, list } = await open();
  hub.put('request', 'b', request('b', 'closed'));
  expect(list().map(({ id }) => id)).toEqual(['b']);
  hub.revoke('asha');
  expect(list()).toEqual([]);
  await settle();
  hub.put('request', 'c', request('c', 'closed'));
  expect(list().map(({ id }) => id)).toEqual(['b', 'c']);
});
