import { jest } from '@jest/globals';
import { createAnswer, replica, session } from './index.js';
import { BROWSER } from './ports.js';
import { createReach } from './reach.js';
import { createView, eachOnItsOwn, held, request, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

describe('a hub out of reach', () => {
  beforeEach(() => jest.setSystemTime(new Date('2026-03-06T15:40:00.000Z')));

  test('is told once the line has been down for some seconds, with the moment from which nothing is known', async () => {
    const hub = await start(smallHub());
    hub.cut();
    await jest.advanceTimersByTimeAsync(4_000);
    expect([replica().saveStatus(), replica().outOfReachSince()]).toEqual(['everywhere', undefined]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect([replica().saveStatus(), replica().outOfReachSince()]).toEqual(['away', '2026-03-06T15:40:00.000Z']);
    hub.mend();
    await settle();
    expect([replica().saveStatus(), replica().outOfReachSince()]).toEqual(['everywhere', undefined]);
  });

  test('is told with the moment of the last question that it answered, where it went on answering without a line', async () => {
    const answers: ((answered: boolean) => void)[] = [];
    const reach = createReach(
      { knock: () => new Promise((answer) => answers.push(answer)), answered: () => {} },
      { clock: BROWSER.clock, random: () => 0.5 },
    );
    reach.lost();
    await jest.advanceTimersByTimeAsync(5_000);
    await jest.advanceTimersByTimeAsync(2_000);
    answers[0]?.(true);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(reach.since()).toBeUndefined();
    answers[1]?.(false);
    await settle();
    expect(reach.since()).toBe('2026-03-06T15:40:05.000Z');
    reach.found();
  });

  test('is not told by an answer to a question of before the line was back', async () => {
    const answers: ((answered: boolean) => void)[] = [];
    const read: string[] = [];
    const reach = createReach(
      { knock: () => new Promise((answer) => answers.push(answer)), answered: () => read.push('again') },
      { clock: BROWSER.clock, random: () => 0.5 },
    );
    const lost = async () => {
      reach.lost();
      await jest.advanceTimersByTimeAsync(5_000);
    };
    await lost();
    reach.found();
    answers[0]?.(false);
    await jest.advanceTimersByTimeAsync(120_000);
    expect([reach.since(), answers.length]).toEqual([undefined, 1]);
    // Lost again meanwhile: the answer of before says nothing about now.
    await lost();
    reach.found();
    await lost();
    answers[1]?.(true);
    await settle();
    answers[2]?.(false);
    await settle();
    expect([reach.since(), read]).toEqual(['2026-03-06T15:42:10.000Z', []]);
    reach.found();
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
    expect([replica().saveStatus(), row()?.status]).toEqual(['everywhere', 'declined']);
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

  test.each([408, 429, 500])('that answers %d says nothing about a row: it is still to be read, not gone', async (status) => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    hub.fail(status, '/api/views');
    const row = held(() => createView<Request>('request', () => 'a'));
    await settle();
    expect([row.loading, row.gone]).toEqual([true, false]);
    hub.fail();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(row()?.id).toBe('a');
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
