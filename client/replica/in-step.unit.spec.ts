import { createRoot } from 'solid-js';
import type { ResumeRequest, WatchRequest } from '@alongside/domain/protocol/messages.js';
import { replica } from './index.js';
import { createRows, createView, eachOnItsOwn, held, request, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

/** A hub with two requests, and what its line is asked to keep in step. */
async function open() {
  const hub = smallHub();
  for (const id of ['a', 'b']) hub.put('request', id, request(id));
  const asked: (ResumeRequest | WatchRequest)[] = [];
  const live: typeof hub.transport.live = (handlers) => {
    const line = hub.transport.live(handlers);
    return {
      ...line,
      resume: (what) => (asked.push(what), line.resume(what)),
      watch: (what) => (asked.push(what), line.watch(what)),
    };
  };
  await start({ ...hub, transport: { ...hub.transport, live } });
  const list = held(() => createRows<Request>('request', () => ({ mentee: 'ben' })));
  await settle();
  asked.length = 0;
  return { hub, list, asked, reads: () => hub.reads().filter((path) => path.startsWith('/api/views/request')).length };
}
const rowOf = (id: string) => held(() => createView<Request>('request', () => id));

describe('[RP26] a row that a list holds', () => {
  test('is opened without a read, and is kept in step by itself from there', async () => {
    const { hub, asked, reads } = await open();
    const row = rowOf('a');
    await settle();
    expect([row()?.id, row.loading, reads()]).toEqual(['a', false, 1]);
    expect(asked).toMatchObject([{ add: [{ view: 'request', ids: ['a'] }], drop: [], after: '00000002' }]);
    hub.put('request', 'a', request('a', 'declined', 'cleo'));
    expect(row()?.status).toBe('declined');
    hub.put('request', 'a', request('a', 'accepted', 'cleo'));
    expect([row()?.status, reads()]).toEqual(['accepted', 1]);
  });

  test('is asked for once, however many screens open it', async () => {
    const { asked } = await open();
    rowOf('a');
    rowOf('a');
    await settle();
    rowOf('a');
    await settle();
    expect(asked).toHaveLength(1);
  });

  test('and that left it is read again as a screen opens it, for nobody told of it since', async () => {
    const { hub, reads } = await open();
    hub.put('request', 'a', request('a', 'open', 'cleo'));
    hub.put('request', 'a', request('a', 'declined', 'cleo'));
    const row = rowOf('a');
    await settle();
    expect([row()?.status, reads()]).toEqual(['declined', 2]);
  });

  test('and is read where the line is down is not asked for again as it comes back', async () => {
    const { hub, reads } = await open();
    hub.dropLine();
    const row = rowOf('b');
    await settle();
    hub.put('request', 'b', request('b', 'declined'));
    expect(row()?.status).toBe('open');
    hub.mend();
    await settle();
    expect([row()?.status, reads()]).toEqual(['declined', 1]);
  });
});

test('a screen that goes from one row to the next shows that one, and without one nothing', async () => {
  await open();
  let id: string | undefined = 'a';
  const show = () => createRoot((dispose) => ({ row: createView<Request>('request', () => id), dispose }));
  const first = show();
  await settle();
  expect(first.row()?.id).toBe('a');
  first.dispose();
  id = undefined;
  const none = show();
  expect([none.row(), none.row.loading, none.row.gone]).toEqual([undefined, false, false]);
  none.dispose();
});

test('what is asked for before anybody is signed in is kept in step for whoever then is', async () => {
  const { hub, asked } = await open();
  await replica().signOut();
  rowOf('a');
  await settle();
  asked.length = 0;
  await replica().signInAs('asha');
  await settle();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    scopes: expect.arrayContaining([
      { view: 'request', ids: ['a'] },
      { view: 'request', where: { mentee: 'ben' } },
    ]),
  });
  hub.put('request', 'a', request('a', 'declined'));
  expect(rowOf('a')()?.status).toBe('declined');
});
