import type { Day } from '@alongside/domain/kernel/brand.js';
import { seeded } from '@alongside/domain/testing/seeded.js';
import { atLeastSince, inFives } from './in-fives.js';
import type { SinceDays } from './since-days.js';

const exact = (of: Record<string, number>) => of as SinceDays;
const since = (of: Record<string, number>, first: string) => atLeastSince(inFives(exact(of)), first as Day);

describe('[R7] people counted in fives', () => {
  test('few are some, and more are whole fives', () => {
    const days = { '2026-11-20': 3, '2026-11-02': 1, '2026-10-15': 1, '2026-09-30': 6 };
    expect(since(days, '2026-11-01')).toBe(1);
    expect(since(days, '2026-10-15')).toBe(5);
    expect(since(days, '2026-01-01')).toBe(10);
    expect(since({}, '2026-01-01')).toBe(0);
    expect(since(days, '2026-12-01')).toBe(0);
  });

  test('of fewer than five, the month in which the newest began is all that is sent', () => {
    expect(inFives(exact({ '2026-11-20': 2, '2026-03-04': 2 }))).toEqual({ newest: '2026-11-01', fives: [] });
  });

  test('never more than there are, never five fewer, and the same for whatever number lies between two fives', () => {
    const { below } = seeded(20261127);
    for (let round = 0; round < 500; round += 1) {
      const days = Object.fromEntries(
        Array.from({ length: below(12) }, () => [`2026-11-${String(below(28) + 1).padStart(2, '0')}`, 1 + below(4)]),
      );
      const people = Object.values(days).reduce((sum, one) => sum + one, 0);
      const said = since(days, '2026-11-01');
      expect(said).toBeLessThanOrEqual(people);
      if (said >= 5) expect([said % 5, people - said < 5]).toEqual([0, true]);
      else expect([said, people < 5]).toEqual([people > 0 ? 1 : 0, true]);
    }
  });
});
