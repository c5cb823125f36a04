import type { Day } from '../kernel/brand.js';
import { silentSince, type SignsOfMeeting } from './silence.js';

const TODAY = '2026-03-06' as Day;
const since = (more: Partial<Record<keyof SignsOfMeeting, string | null>>) =>
  silentSince(
    {
      ...{ status: 'active', startedOn: '2026-01-05', lastMetOn: null, bookedUntil: null, continuedOn: null },
      ...more,
    } as SignsOfMeeting,
    TODAY,
  );

describe('a pair that no longer meets', () => {
  test('was matched a fortnight ago and has not met', () => {
    expect(since({ status: 'trial', startedOn: '2026-02-20' })).toBe('2026-02-20');
    expect(since({ status: 'trial', startedOn: '2026-02-21' })).toBeUndefined();
  });

  test('last met four weeks ago, and has nothing booked', () => {
    expect(since({ lastMetOn: '2026-02-06' })).toBe('2026-02-06');
    expect(since({ lastMetOn: '2026-02-07' })).toBeUndefined();
    expect(since({ lastMetOn: '2026-01-06', bookedUntil: TODAY })).toBeUndefined();
  });

  test('a meeting whose day has passed counts as one, recorded or not', () => {
    expect(since({ lastMetOn: '2026-01-06', bookedUntil: '2026-02-20' })).toBeUndefined();
    expect(since({ lastMetOn: '2026-01-06', bookedUntil: '2026-02-01' })).toBe('2026-02-01');
  });

  test('is left in peace for four weeks after one of the two said that they continue', () => {
    expect(since({ lastMetOn: '2025-12-06', continuedOn: '2026-02-07' })).toBeUndefined();
    expect(since({ lastMetOn: '2025-12-06', continuedOn: '2026-02-06' })).toBe('2026-02-06');
  });

  test.each(['paused', 'completed', 'ended'])('is never one that is %s', (status) =>
    expect(since({ status, lastMetOn: '2025-12-06' })).toBeUndefined(),
  );
});
