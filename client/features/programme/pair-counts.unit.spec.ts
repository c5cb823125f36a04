import type { Day } from '@alongside/domain/kernel/brand.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { FILTERS, labelOf, menteesElsewhere } from './pair-counts.js';

type Status = PairingRow['status'];
const pairs = (numbers: Partial<Record<Status, number>>, menteeAt = 'northfield') =>
  Object.entries(numbers).flatMap(([status, number]) =>
    Array.from({ length: number }, () => ({ status, menteeAt: [menteeAt, 'riverbank'], lastMetOn: '2026-11-20' }) as unknown as PairingRow),
  );
const counting = (from: string) => ({ at: 'northfield', term: { from: from as Day, said: 'this half term' } });
const labels = (numbers: Partial<Record<Status, number>>, from = '2026-11-02') =>
  FILTERS.map((filter) => labelOf(filter, pairs(numbers), counting(from)));

describe('the numbers beside the lists of pairs', () => {
  test('[R7] are those of the list, which names each pair: 0 is 0 and 3 is 3', () => {
    expect(labels({ active: 63, paused: 3, completed: 4, ended: 3 })).toEqual([
      ...['Current 66', 'Not met this half term 0', 'Trial period 0', 'Active 63', 'Paused 3', 'Finished 7'],
    ]);
  });

  test('count the pairs that have not met by the rule of the figure that leads to them', () => {
    expect(labels({ active: 2, trial: 1, paused: 3, ended: 3 }, '2026-11-21')).toContain('Not met this half term 3');
  });

  test('say how many of the pairs at work Today counts, where that is not all of them', () => {
    const some = [...pairs({ active: 50, trial: 5, paused: 2, completed: 3 }), ...pairs({ active: 9, paused: 1 }, 'elsewhere')];
    expect(menteesElsewhere(some, 'northfield')).toBe(
      'Of the 64 pairs in a trial period or active, 55 have a mentee who belongs here. Today counts only those.',
    );
    expect(menteesElsewhere(some, 'riverbank')).toBeUndefined();
  });
});
