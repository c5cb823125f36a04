import { setImmediate as turn } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Turns } from './turns.js';

describe('turns of the event loop', () => {
  test('each of many who come at once goes on in one of its own, in order, and others come between', async () => {
    const turns = new Turns();
    const seen: (number | 'another')[] = [];
    const all = [1, 2, 3, 4].map((one) => turns.next().then(() => void seen.push(one)));
    for (let left = 6; left > 0; left -= 1) {
      await turn();
      seen.push('another');
    }
    await Promise.all(all);
    expect(seen.filter((one) => one !== 'another')).toEqual([1, 2, 3, 4]);
    expect(seen.some((one, place) => one !== 'another' && typeof seen[place + 1] === 'number')).toBe(false);
  });

  test('whoever comes later waits for nobody who has gone on', async () => {
    const turns = new Turns();
    await turns.next();
    await turns.next();
    expect(await Promise.all([turns.next(), turns.next()])).toHaveLength(2);
  });

  test('when all have gone on the loop may rest', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    try {
      const turns = new Turns();
      const both = Promise.all([turns.next(), turns.next()]);
      jest.advanceTimersToNextTimer(2);
      await both;
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
