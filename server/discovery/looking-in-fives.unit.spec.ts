import type { Day } from '@alongside/domain/kernel/brand.js';
import { lookingInFives } from './looking-in-fives.js';

const [yesterday, today] = ['2026-03-05', '2026-03-06'] as [Day, Day];
const row = (looking: Record<string, number>, began: { day: Day; looking: Record<string, number> } = { day: yesterday, looking: {} }) =>
  ({ institution: 'elm', looking, began }) as never;

describe('how many look for a mentor, to leaders', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [9, 5],
    [12, 10],
  ])('%i people are told as %i', (people, told) => {
    expect(lookingInFives(row({ '2026-03-02': people }), today)).toBe(told);
  });

  test('who began longer ago than the list of names goes counts no more, and nobody looks where nothing is known', () => {
    expect(lookingInFives(row({ '2025-11-05': 5, '2025-11-06': 5 }), today)).toBe(5);
    expect(lookingInFives(undefined, today)).toBe(0);
  });

  test('the figure of a day is that of its beginning, whatever happened since, and in every process', () => {
    const changed = row({ '2026-03-02': 4 }, { day: today, looking: { '2026-03-02': 5 } });
    expect(lookingInFives(changed, today)).toBe(5);
    expect(lookingInFives(changed, '2026-03-07' as Day)).toBe(0);
  });
});
