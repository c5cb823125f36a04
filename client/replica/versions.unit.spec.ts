import { jest } from '@jest/globals';
import { createRoot } from 'solid-js';
import { ROWS_VERSION_HEADER } from '@alongside/domain/protocol/messages.js';
import { replica } from './index.js';
import { createReplica } from './replica.js';
import { createRows, createView, eachOnItsOwn, held, request, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

async function open() {
  const hub = smallHub();
  hub.put('request', 'a', request('a'));
  hub.put('person', 'asha', { person: 'asha' });
  await start(hub);
  const [row, list, other] = held(
    () =>
      [
        createView<Request>('request', () => 'a'),
        createRows<Request>('request', () => ({ mentee: 'ben' })),
        createView<{ person: string }>('person', () => 'asha'),
      ] as const,
  );
  await settle();
  return { hub, row, list, other };
}

describe('[RP23] a page that is older than the hub', () => {
  test('keeps what it shows of rows that it no longer understands, goes on with the others, and says so', async () => {
    const { hub, row, list, other } = await open();
    hub.cut();
    hub.updated('request');
    hub.put('request', 'a', request('a', 'in other words'));
    hub.put('person', 'asha', { person: 'asha', name: 'Asha' });
    hub.mend();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(replica().outdated()).toBe(true);
    expect([row()?.status, list().map(({ status }) => status), other()]).toEqual(['open', ['open'], { person: 'asha', name: 'Asha' }]);
    hub.put('request', 'a', request('a', 'in yet other words'));
    hub.put('person', 'asha', { person: 'asha', name: 'Asha R' });
    await settle();
    expect([row()?.status, other()]).toEqual(['open', { person: 'asha', name: 'Asha R' }]);
  });

  test('reads nothing of what it does not understand, and asks no more', async () => {
    const hub = smallHub();
    hub.updated('request');
    await start(hub);
    const [row, list] = held(
      () => [createView<Request>('request', () => 'a'), createRows<Request>('request', () => ({ mentee: 'ben' }))] as const,
    );
    await jest.advanceTimersByTimeAsync(60_000);
    expect([row(), row.gone, replica().outdated(), replica().failing()]).toEqual([undefined, false, true, false]);
    expect([list(), list.loading]).toEqual([[], true]);
    expect(hub.reads().filter((path) => path.startsWith('/api/views/request'))).toHaveLength(2);
  });
});

test('[RP23] a page that is newer than the hub waits for it, and says nothing of an update', async () => {
  const hub = smallHub();
  hub.put('request', 'a', request('a'));
  hub.behind('request');
  await start(hub);
  const row = held(() => createView<Request>('request', () => 'a'));
  await settle();
  expect([row(), row.gone, replica().outdated()]).toEqual([undefined, false, false]);
  hub.behind();
  await jest.advanceTimersByTimeAsync(60_000);
  expect([row()?.status, replica().outdated()]).toEqual(['open', false]);
  hub.put('request', 'a', request('a', 'accepted'));
  await settle();
  expect(row()?.status).toBe('accepted');
});

test('[RP23] what it missed of rows that the hub still had in an older form is told once they are served, though it heard of others meanwhile', async () => {
  const { hub, row, list, other } = await open();
  hub.cut();
  hub.behind('request');
  hub.put('request', 'a', request('a', 'accepted'));
  hub.mend();
  await settle();
  hub.put('person', 'asha', { person: 'asha', name: 'Asha' });
  await settle();
  expect([row()?.status, other()]).toEqual(['open', { person: 'asha', name: 'Asha' }]);
  hub.behind();
  await jest.advanceTimersByTimeAsync(60_000);
  expect([row()?.status, list().map(({ status }) => status)]).toEqual(['accepted', ['accepted']]);
});

test('[RP23] a page says which version of rows it was built with, where it reads them and where it keeps them in step', async () => {
  const hub = smallHub();
  const kept: unknown[] = [];
  const live: typeof hub.transport.live = (handlers) => {
    const line = hub.transport.live(handlers);
    return { ...line, resume: (what) => (kept.push(what), line.resume(what)), watch: (what) => (kept.push(what), line.watch(what)) };
  };
  const built = createReplica({ ...hub.transport, live }, { builtWith: { protocol: 3, views: { request: 4 } } });
  const close = createRoot((close) => {
    for (const view of ['request', 'person']) built.createView(view, () => 'a');
    return close;
  });
  await built.refresh();
  await settle();
  const said = hub.asked.flatMap(({ path, headers }) =>
    path.startsWith('/api/views/') ? [[path.split('?')[0], headers?.[ROWS_VERSION_HEADER]]] : [],
  );
  expect(said).toEqual(
    expect.arrayContaining([
      ['/api/views/request', '4'],
      ['/api/views/person', undefined],
    ]),
  );
  expect(kept[0]).toMatchObject({ protocol: 3, versions: { request: 4 } });
  close();
  built.close();
});
