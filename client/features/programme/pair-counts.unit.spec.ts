import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { FILTERS, labelOf, menteesElsewhere } from './pair-counts.js';

type Status = PairingRow['status'];
const pairs = (numbers: Partial<Record<Status, number>>, menteeAt = 'northfield') =>
  Object.entries(numbers).flatMap(([status, number]) =>
    Array.from({ length: number }, () => ({ status, menteeAt: [menteeAt, 'riverbank'] }) as unknown as PairingRow),
  );
const labels = (numbers: Partial<Record<Status, number>>) => FILTERS.map((filter) => labelOf(filter, pairs(numbers)));

describe('the numbers beside the lists of pairs', () => {
  test('[R7] are those of the list, which names each pair: 0 is 0 and 3 is 3', () => {
    expect(labels({ active: 63, paused: 3, completed: 4, ended: 3 })).toEqual([
      ...['Current 66', 'Trial period 0', 'Active 63', 'Paused 3', 'Finished 7'],
    ]);
  });

  test('say how many of the pairs at work Today counts, where that is not all of them', () => {
    const some = [...pairs({ active: 50, trial: 5, paused: 2, completed: 3 }), ...pairs({ active: 9, paused: 1 }, 'elsewhere')];
    expect(menteesElsewhere(some, 'northfield')).toBe(
      'Of the 64 pairs in a trial period or active, 55 have a mentee who belongs here. Today counts only those.',
    );
    expect(menteesElsewhere(some, 'riverbank')).toBeUndefined();
  });
});
