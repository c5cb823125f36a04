import { setImmediate } from 'node:timers/promises';
import { manyAtOnce } from './many-at-once.js';

describe('many things done at once', () => {
  test('are begun in order, and never more of them than the limit', async () => {
    const begun: number[] = [];
    let [now, most] = [0, 0];
    await manyAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (one) => {
      begun.push(one);
      most = Math.max(most, ++now);
      await setImmediate();
      now -= 1;
    });
    expect([begun, most, now]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3, 0]);
  });

  test.each([
    ['at once, while nobody waits', 0],
    ['later, among others', 5],
  ])('end with the first that fails %s, and begin nothing after it', async (_, turns) => {
    const begun: number[] = [];
    const all = Array.from({ length: 200 }, (_one, at) => at);
    const work = manyAtOnce(all, 8, async (one) => {
      begun.push(one);
      // Each a turn of its own: the failure may fall while the loop waits for another.
      for (let turn = 0; turn < (one === 2 ? turns : 1); turn += 1) await setImmediate();
      if (one === 2) throw new Error('The second.');
    });
    await expect(work).rejects.toThrow('The second.');
    expect(begun.length).toBeLessThan(60);
  });
});
