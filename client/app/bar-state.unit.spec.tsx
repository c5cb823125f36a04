import { jest } from '@jest/globals';
import { render, screen } from '@solidjs/testing-library';
import { dispatch, replica, startReplica } from '../replica/index.js';
import { settle, smallHub, type SmallHub } from '../replica/testing/small-hub.js';
import { FetchTrouble, Skeleton } from '../ui/index.js';
import { BarState, OutOfReach } from './bar-state.js';

async function open(): Promise<SmallHub> {
  const hub = smallHub();
  await startReplica(hub.transport).refresh();
  await settle();
  render(() => (
    <FetchTrouble.Provider value={{ failing: () => replica().failing(), again: () => replica().readAgain() }}>
      <BarState />
      <OutOfReach />
    </FetchTrouble.Provider>
  ));
  return hub;
}
const aloud = () => screen.getByRole('status').textContent;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  jest.setSystemTime(new Date('2026-03-06T15:40:00.000Z'));
});
afterEach(() => {
  replica().close();
  jest.useRealTimers();
});

describe('how changes stand', () => {
  test('is seen at every step, and told aloud only where it matters', async () => {
    const hub = await open();
    hub.hold();
    const answer = dispatch('RequestMentoring', {});
    await settle();
    expect(screen.getByText('Saving')).toBeTruthy();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(aloud()).toBe('');
    hub.release();
    await answer;
    await jest.advanceTimersByTimeAsync(3_000);
    expect([screen.queryByText('Saved everywhere') !== null, aloud()]).toEqual([true, '']);
    hub.fail(503, '/api/commands');
    void dispatch('RequestMentoring', {});
    await settle();
    expect(aloud()).toBe('');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(aloud()).toBe('One change waiting to be sent');
  });

  test('says from when what one sees is, while the hub is out of reach', async () => {
    const hub = await open();
    hub.cut();
    await jest.advanceTimersByTimeAsync(8_000);
    expect(screen.getByText('Out of reach')).toBeTruthy();
    expect(screen.getAllByText('The hub is out of reach; what you see is from 3.40.')).toHaveLength(2);
    expect(aloud()).toBe('The hub is out of reach; what you see is from 3.40.');
    hub.mend();
    await jest.advanceTimersByTimeAsync(2_000);
    expect([screen.queryByText(/out of reach/), aloud()]).toEqual([null, '']);
  });
});

describe('where something will stand', () => {
  test('it is said when it cannot be fetched, with a way to try again', () => {
    const again = jest.fn();
    render(() => (
      <FetchTrouble.Provider value={{ failing: () => true, again }}>
        <Skeleton label="Opening your profile" />
      </FetchTrouble.Provider>
    ));
    expect(screen.getByText('This could not be fetched just now.')).toBeTruthy();
    screen.getByRole('button', { name: 'Try again' }).click();
    expect(again).toHaveBeenCalledTimes(1);
  });
});
