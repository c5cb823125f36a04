import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { minutesCountedTwice } from './counted-twice.js';

const twice = (own: MeetingTime, others: readonly MeetingTime[]) => minutesCountedTwice(own, () => others);
const from = (clock: string, minutes: number): MeetingTime => ({ startsAt: `2026-03-09T${clock}:00.000Z` as Instant, minutes });

describe('[R10] minutes that more than one meeting counts', () => {
  test('are those that two share, and none where they only touch or lie apart', () => {
    expect(twice(from('15:00', 30), [])).toBe(0);
    expect(twice(from('15:00', 30), [from('15:30', 30), from('14:00', 60)])).toBe(0);
    expect(twice(from('15:00', 30), [from('15:20', 30)])).toBe(10);
    expect(twice(from('15:20', 30), [from('15:00', 30)])).toBe(10);
    expect(twice(from('15:00', 60), [from('15:20', 15)])).toBe(15);
  });

  test('add up over a run of meetings that each reach into the next, though the ends of it do not meet', () => {
    const run = [from('15:00', 30), from('15:15', 30), from('15:30', 30)];
    expect(twice(from('15:45', 30), run)).toBe(45);
    expect(twice(from('15:45', 30), run.toReversed())).toBe(45);
    expect(twice(from('17:00', 30), run)).toBe(0);
  });
});
