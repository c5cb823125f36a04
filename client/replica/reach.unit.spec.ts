import { jest } from '@jest/globals';
import { createAnswer, replica, session } from './index.js';
import { createView, eachOnItsOwn, held, request, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

describe('a hub out of reach', () => {
  beforeEach(() => jest.setSystemTime(new Date('2026-03-06T15:40:00.000Z')));

  test('is told once the line has been down for some seconds, with the moment from which nothing is known', async () => {
    const hub = await start(smallHub());
    hub.cut();
    await jest.advanceTimersByTimeAsync(4_000);
    expect([replica().standing(), replica().outOfReachSince()]).toEqual(['everywhere', undefined]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect([replica().standing(), replica().outOfReachSince()]).toEqual(['away', '2026-03-06T15:40:00.000Z']);
    hub.mend();
    await settle();
    expect([replica().standing(), replica().outOfReachSince()]).toEqual(['everywhere', undefined]);
  });

  test('is another thing than a line that is down: what is shown is then read again', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    const row = held(() => createView<Request>('request', () => 'a'));
    await settle();
    hub.dropLine();
    hub.put('request', 'a', request('a', 'declined'));
    await jest.advanceTimersByTimeAsync(6_000);
    expect([replica().standing(), row()?.status]).toEqual(['everywhere', 'declined']);
  });

  test('lets first reads fail, and they are made again on request and when it is back', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    hub.fail(503, '/api/');
    const row = held(() => createView<Request>('request', () => 'a'));
    const answer = held(() => createAnswer<{ rows: number }>(() => '/api/count'));
    await jest.advanceTimersByTimeAsync(10_000);
    expect([row.loading, replica().failing(), answer.failed()]).toEqual([true, true, 'We could not load this. Try again.']);
    hub.fail();
    replica().readAgain();
    await jest.advanceTimersByTimeAsync(10);
    expect([row()?.id, replica().failing(), answer.data()]).toEqual(['a', false, { rows: 1 }]);
  });

  test('[RP16] is knocked at until it says who is signed in', async () => {
    const hub = smallHub();
    hub.fail(503, '/api/session');
    await start(hub);
    expect([session(), replica().away()]).toEqual([undefined, true]);
    hub.fail();
    await jest.advanceTimersByTimeAsync(1_500);
    expect([session()?.person, replica().away()]).toEqual(['ben', false]);
  });
});
