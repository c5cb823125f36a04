import { jest } from '@jest/globals';
import { dispatch, replica, session, startReplica } from './index.js';
import { createView, eachOnItsOwn, held, request, REQUESTED, start, type Request } from './testing/replica.fixture.js';
import { settle, smallHub } from './testing/small-hub.js';

eachOnItsOwn();

const goes = (how: 'offline' | 'online') => void dispatchEvent(new Event(how));

describe('as the browser has a network again', () => {
  test('what could not be sent is sent at once', async () => {
    const hub = await start(smallHub());
    hub.fail(503, '/api/commands');
    const { answer } = dispatch('RequestMentoring', REQUESTED);
    await jest.advanceTimersByTimeAsync(8_000);
    const sent = hub.commands().length;
    hub.fail();
    goes('online');
    await settle();
    expect(hub.commands()).toHaveLength(sent + 1);
    await expect(answer).resolves.toMatchObject({ outcome: 'accepted' });
  });

  test('what could not be read is read at once', async () => {
    const hub = smallHub();
    hub.put('request', 'a', request('a'));
    await start(hub);
    hub.fail(503, '/api/views');
    const row = held(() => createView<Request>('request', () => 'a'));
    await jest.advanceTimersByTimeAsync(8_000);
    expect([row.loading, replica().failing()]).toEqual([true, true]);
    hub.fail();
    goes('online');
    await settle();
    expect([row()?.id, replica().failing()]).toEqual(['a', false]);
  });

  test('whoever is not known yet is asked for at once', async () => {
    const hub = smallHub();
    hub.fail(503, '/api/session');
    startReplica(hub.transport);
    await replica().refresh();
    await jest.advanceTimersByTimeAsync(8_000);
    expect(session()).toBeUndefined();
    hub.fail();
    goes('online');
    await settle();
    expect(session()?.person).toBe('ben');
  });

  test('whether the hub is within reach is known at once, though there is no line', async () => {
    const hub = await start(smallHub());
    hub.fail(503);
    hub.dropLine();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(replica().saveStatus()).toBe('away');
    hub.fail();
    goes('online');
    await settle();
    expect(replica().saveStatus()).toBe('everywhere');
  });
});

describe('without a network', () => {
  test('is said, and not that the hub is out of reach; what waits is here', async () => {
    const hub = await start(smallHub());
    goes('offline');
    hub.cut();
    await jest.advanceTimersByTimeAsync(10_000);
    expect([replica().online(), replica().saveStatus(), replica().outOfReachSince()]).toEqual([false, 'offline', undefined]);
    dispatch('RequestMentoring', REQUESTED);
    expect([replica().saveStatus(), replica().unsent()]).toEqual(['here', 'here']);
    goes('online');
    expect([replica().online(), replica().outOfReachSince()]).not.toContain(undefined);
    hub.mend();
    await jest.advanceTimersByTimeAsync(30_000);
    expect([replica().saveStatus(), replica().unsent(), replica().outOfReachSince()]).toEqual(['everywhere', undefined, undefined]);
  });

  test('what is on its way to a hub that answers is only being sent', async () => {
    const hub = await start(smallHub());
    hub.hold();
    dispatch('RequestMentoring', REQUESTED);
    await settle();
    expect([replica().saveStatus(), replica().unsent()]).toEqual(['sending', undefined]);
    hub.release();
    await settle();
    expect(replica().saveStatus()).toBe('everywhere');
  });
});

describe('[RP12] what is kept of a person elsewhere', () => {
  async function told() {
    const hub = await start(smallHub());
    let times = 0;
    replica().onForgotten(() => (times += 1));
    return { hub, times: () => times };
  }

  test('goes as they sign out, here or everywhere, and stays where that could not be done', async () => {
    const { hub, times } = await told();
    hub.fail(503, '/api/sign-out');
    expect((await replica().signOut()).ok).toBe(false);
    expect([times(), session()?.person]).toEqual([0, 'ben']);
    hub.fail();
    expect((await replica().signOut()).ok).toBe(true);
    expect([times(), session()]).toEqual([1, null]);
    await replica().signInAs('ben');
    expect((await replica().signOutEverywhere()).ok).toBe(true);
    expect([times(), hub.asked.at(-1)?.path]).toEqual([2, '/api/sign-out/everywhere']);
  });

  test('goes as another person signs in, and not as the same one is back', async () => {
    const { hub, times } = await told();
    hub.endSession();
    await replica().refresh();
    await replica().signInAs('ben');
    expect(times()).toBe(0);
    hub.endSession();
    await replica().refresh();
    await replica().signInAs('asha');
    expect(times()).toBe(1);
  });
});

test('a replica that is closed asks nothing more', async () => {
  const hub = await start(smallHub());
  held(() => createView<Request>('request', () => 'a'));
  await settle();
  hub.fail(503, '/api/session');
  hub.dropLine();
  await jest.advanceTimersByTimeAsync(6_000);
  replica().close();
  const asked = hub.asked.length;
  for (const event of ['online', 'focus']) dispatchEvent(new Event(event));
  await jest.advanceTimersByTimeAsync(120_000);
  expect(hub.asked).toHaveLength(asked);
});
