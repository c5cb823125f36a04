import { jest } from '@jest/globals';
import { positionOf } from '../testing/memory-feed.js';
import { PositionWaits } from './position-waits.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Waits until a position, and what has come of it so far. */
function waitOn(waits: PositionWaits, place: number, limitMs = 1_000) {
  const wait: { came: boolean | undefined } = { came: undefined };
  void waits.until(positionOf(place), limitMs).then((came) => (wait.came = came));
  return wait;
}
const turn = () => jest.advanceTimersByTimeAsync(0);

describe('whoever waits for a position', () => {
  test('is told when it is reached or passed, and not before', async () => {
    const waits = new PositionWaits();
    const [at, past, ahead] = [waitOn(waits, 2), waitOn(waits, 1), waitOn(waits, 3)];
    waits.reached(positionOf(2));
    await turn();
    expect([past.came, at.came, ahead.came]).toEqual([true, true, undefined]);
    waits.reached(positionOf(4));
    await turn();
    expect(ahead.came).toBe(true);
  });

  test('does not wait where it is reached already', async () => {
    const waits = new PositionWaits();
    waits.reached(positionOf(2));
    const [at, past, ahead] = [waitOn(waits, 2), waitOn(waits, 1), waitOn(waits, 3)];
    await turn();
    expect([past.came, at.came, ahead.came]).toEqual([true, true, undefined]);
  });

  test('is told after the time that they gave it that it was not reached', async () => {
    const waits = new PositionWaits();
    const wait = waitOn(waits, 2, 50);
    await jest.advanceTimersByTimeAsync(49);
    expect(wait.came).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(wait.came).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('leaves no timer behind when it is reached', async () => {
    const waits = new PositionWaits();
    waitOn(waits, 2);
    waits.reached(positionOf(2));
    expect(jest.getTimerCount()).toBe(0);
  });

  test('is told at the end that no more will come, and later at once, but for what was reached before', async () => {
    const waits = new PositionWaits();
    waits.reached(positionOf(1));
    const wait = waitOn(waits, 2);
    waits.end();
    const [later, before] = [waitOn(waits, 2), waitOn(waits, 1)];
    await turn();
    expect([wait.came, later.came, before.came]).toEqual([false, false, true]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
