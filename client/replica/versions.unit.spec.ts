import { jest } from '@jest/globals';
import { replica } from './index.js';
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
    const row = held(() => createView<Request>('request', () => 'a'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect([row(), row.gone, replica().outdated(), replica().failing()]).toEqual([undefined, false, true, false]);
    expect(hub.reads().filter((path) => path.startsWith('/api/views/request'))).toHaveLength(1);
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
