import { begun, going, resting, sayLeft, spentMs } from './timer.js';

describe('the timer of an agenda item', () => {
  test('counts while it goes and not while it rests', () => {
    const first = resting(begun('a', 1_000), 61_000);
    expect(spentMs(first, 500_000)).toBe(60_000);
    const again = going(first, 500_000);
    expect(spentMs(again, 530_000)).toBe(90_000);
    expect(going(again, 600_000)).toBe(again);
  });

  test('a clock that was set back takes nothing away', () => {
    expect(spentMs(begun('a', 5_000), 1_000)).toBe(0);
  });

  test('says what is left, and then what is over', () => {
    expect([sayLeft(5, 0), sayLeft(5, 55_000), sayLeft(5, 300_000), sayLeft(5, 380_000)]).toEqual([
      '5:00 left',
      '4:05 left',
      '0:00 left',
      '1:20 over',
    ]);
  });
});
