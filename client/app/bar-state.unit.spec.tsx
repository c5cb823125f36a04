import { jest } from '@jest/globals';
import { render, screen, within } from '@solidjs/testing-library';
import { createRoot } from 'solid-js';
import { dispatch, replica, startReplica } from '../replica/index.js';
import { REQUESTED } from '../replica/testing/replica.fixture.js';
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

describe('a page that was loaded before the hub was updated', () => {
  test('[RP23] is told so kindly, once aloud, with a press that loads it again', async () => {
    const hub = await open();
    hub.put('person', 'asha', { person: 'asha' });
    const [row, dispose] = createRoot((end) => [replica().createView<{ person: string }>('person', () => 'asha'), end] as const);
    await settle();
    hub.cut();
    hub.updated('person');
    hub.mend();
    await jest.advanceTimersByTimeAsync(3_000);
    const below = within(screen.getByRole('region', { name: 'About this page' }));
    expect(below.getByText(/Alongside has been updated\. Load the page again to go on\./)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Load page again' })).toBeTruthy();
    expect(aloud()).toBe('Alongside has been updated. Load the page again to go on.');
    expect(row()).toEqual({ person: 'asha' });
    hub.hold();
    dispatch('RequestMentoring', { ...REQUESTED, request: 'r2' });
    await settle();
    expect(below.getByText(/Load the page again once your changes are saved\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load page again' })).toBeNull();
    dispose();
  });
});

describe('how changes stand', () => {
  test('is seen at every step, and told aloud only where it matters', async () => {
    const hub = await open();
    hub.hold();
    const answer = dispatch('RequestMentoring', REQUESTED).answer;
    await settle();
    expect(screen.getByText('Saving')).toBeTruthy();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(aloud()).toBe('');
    hub.release();
    await answer;
    await jest.advanceTimersByTimeAsync(3_000);
    expect([screen.queryByText('Saved') !== null, aloud()]).toEqual([true, '']);
    hub.fail(503, '/api/commands');
    void dispatch('RequestMentoring', REQUESTED);
    await settle();
    expect(aloud()).toBe('');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(aloud()).toBe('Not saved: no connection. Keep this page open until your changes are sent.');
  });

  test('is no matter of the connection where the hub answers that it can save nothing', async () => {
    const hub = await open();
    hub.fail(503, '/api/commands', { code: 'HUB.CANNOT_SAVE', message: 'Alongside cannot save anything right now.' });
    void dispatch('RequestMentoring', REQUESTED);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(aloud()).toMatch(/^Not saved: server problem\. Alongside cannot save anything right now.* Keep this page open/);
    hub.cut();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(aloud()).toMatch(/^Not saved: no connection/);
  });

  test('says from when what one sees is, while the hub is out of reach', async () => {
    const hub = await open();
    hub.cut();
    await jest.advanceTimersByTimeAsync(8_000);
    expect(screen.getByText('No connection')).toBeTruthy();
    expect(screen.getAllByText('We cannot reach Alongside. You are seeing this page as it was at 3:40pm.')).toHaveLength(2);
    expect(aloud()).toBe('We cannot reach Alongside. You are seeing this page as it was at 3:40pm.');
    hub.mend();
    await jest.advanceTimersByTimeAsync(2_000);
    expect([screen.queryByText(/cannot reach/), aloud()]).toEqual([null, '']);
  });
});

describe('where something will stand', () => {
  test('it is said when it cannot be fetched, with a way to try again', () => {
    const again = jest.fn();
    render(() => (
      <FetchTrouble.Provider value={{ failing: () => true, again }}>
        <Skeleton label="Loading your profile" />
      </FetchTrouble.Provider>
    ));
    expect(screen.getByText('We could not load this. Try again.')).toBeTruthy();
    screen.getByRole('button', { name: 'Try again' }).click();
    expect(again).toHaveBeenCalledTimes(1);
  });
});
