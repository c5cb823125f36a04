import { createBackOff } from './back-off.js';

/** Something that is tried again, and how long each wait was said to be. Time passes when a test says so. */
function tried(random = 0.5) {
  const waits: number[] = [];
  let times = 0;
  let due: (() => void) | undefined;
  const again = createBackOff(() => (times += 1), {
    clock: {
      now: () => new Date(0),
      after: (waitMs, run) => {
        waits.push(waitMs);
        due = run;
        return () => (due = undefined);
      },
    },
    random: () => random,
  });
  const pass = () => {
    const run = due;
    due = undefined;
    run?.();
  };
  return { again, waits, pass, times: () => times };
}

describe('something that is tried again', () => {
  test('waits twice as long each time, up to half a minute', () => {
    const { again, waits, pass, times } = tried();
    for (let turn = 0; turn < 7; turn += 1) {
      again.later();
      pass();
    }
    expect([waits, times()]).toEqual([[1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000], 7]);
  });

  test('waits up to a fifth less or more, so that not everybody comes at once', () => {
    const waitOf = (random: number) => {
      const { again, waits } = tried(random);
      again.later();
      return waits.map(Math.round);
    };
    expect([waitOf(0), waitOf(1)]).toEqual([[800], [1_200]]);
  });

  test('is tried once, however often it is asked meanwhile, and that makes no wait longer', () => {
    const { again, waits, pass, times } = tried();
    again.later();
    again.later();
    pass();
    again.later();
    expect([waits, times()]).toEqual([[1_000, 2_000], 1]);
  });

  test('is tried at once where the hub seems to be back, only if it was waiting, and waits from the first again', () => {
    const { again, waits, pass, times } = tried();
    again.now();
    expect(times()).toBe(0);
    again.later();
    pass();
    again.later();
    again.now();
    pass();
    expect(times()).toBe(2);
    again.later();
    expect(waits).toEqual([1_000, 2_000, 1_000]);
  });

  test('is given up as it went well, and waits from the first the next time', () => {
    const { again, waits, pass, times } = tried();
    again.later();
    again.reset();
    pass();
    again.now();
    expect(times()).toBe(0);
    again.later();
    expect(waits).toEqual([1_000, 1_000]);
  });
});
