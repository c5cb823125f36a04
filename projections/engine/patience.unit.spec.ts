import { setImmediate } from 'node:timers/promises';
import { Patience, pauseAfter, RETRY_PAUSE_LIMIT_MS } from './patience.js';

describe('patience', () => {
  test('pauses twice as long after each failure in a row, up to a limit', () => {
    expect([1, 2, 3, 4].map((failures) => pauseAfter(failures, 100))).toEqual([100, 200, 400, 800]);
    expect([pauseAfter(7, 100), pauseAfter(1_000, 100), pauseAfter(1, 60_000)]).toEqual(Array(3).fill(RETRY_PAUSE_LIMIT_MS));
  });

  test('that has ended cuts a pause short, and makes none any more', async () => {
    const patience = new Patience(60_000);
    let over = 0;
    const pause = () => void patience.pause(1).then(() => (over += 1));
    pause();
    await setImmediate();
    expect([patience.ended, over]).toEqual([false, 0]);
    patience.end();
    pause();
    await setImmediate();
    expect([patience.ended, over]).toEqual([true, 2]);
  });
});
