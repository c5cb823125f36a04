import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import { LookingInFives } from './looking-in-fives.js';

const [elm, today, tomorrow] = ['elm' as InstitutionId, '2026-03-06' as Day, '2026-03-07' as Day];
const since = (days: Record<string, number>) => days as Record<Day, number>;

describe('how many look for a mentor, to leaders', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [9, 5],
    [12, 10],
  ])('%i people are told as %i', (people, told) => {
    expect(new LookingInFives().of(elm, since({ '2026-03-02': people }), today)).toBe(told);
  });

  test('who began today counts from tomorrow on, and who began longer ago than the list of names goes counts no more', () => {
    const days = since({ '2025-11-05': 5, '2025-11-06': 5, '2026-03-05': 5, '2026-03-06': 5 });
    expect(new LookingInFives().of(elm, days, today)).toBe(10);
    expect(new LookingInFives().of(elm, days, tomorrow)).toBe(10);
    expect(new LookingInFives().of(elm, since({ '2026-03-06': 5 }), tomorrow)).toBe(5);
  });

  test('the figure of a day stays for that day, whatever happens in it', () => {
    const fives = new LookingInFives();
    expect(fives.of(elm, since({ '2026-03-02': 5 }), today)).toBe(5);
    expect(fives.of(elm, since({ '2026-03-02': 4 }), today)).toBe(5);
    expect(fives.of(elm, since({ '2026-03-02': 4 }), tomorrow)).toBe(0);
  });
});
