import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { FILTERS, labelOf, menteesElsewhere } from './pair-counts.js';

type Status = PairingRow['status'];
const pairs = (numbers: Partial<Record<Status, number>>, mentee = 'ben') =>
  Object.entries(numbers).flatMap(([status, number]) =>
    Array.from({ length: number }, () => ({ status, mentee }) as unknown as PairingRow),
  );
const labels = (numbers: Partial<Record<Status, number>>, figures: Parameters<typeof labelOf>[2]) =>
  FILTERS.map((filter) => labelOf(filter, pairs(numbers), figures));

describe('the numbers beside the lists of pairs', () => {
  test('[R7] say fewer than 5 where the figures of the page are hidden, and never none', () => {
    const figures = { pairsActive: 64, pairsOnTrial: null, pairsPaused: null };
    const said = ['Current 66', 'Trial period, fewer than 5', 'Active 64', 'Paused, fewer than 5', 'Finished 7'];
    expect(labels({ active: 64, paused: 2, completed: 4, ended: 3 }, figures)).toEqual(said);
  });

  test('are those of the figures where these are shown', () => {
    expect(labels({ active: 8, trial: 6, paused: 5 }, { pairsActive: 8, pairsOnTrial: 6, pairsPaused: 5 })).toEqual([
      ...['Current 19', 'Trial period 6', 'Active 8', 'Paused 5', 'Finished 0'],
    ]);
  });

  test('say how many of the pairs at work Today counts, where that is not all of them', () => {
    const belongs = (person: string) => person === 'ben';
    const some = [...pairs({ active: 50, trial: 5, paused: 2, completed: 3 }), ...pairs({ active: 9, paused: 1 }, 'elsewhere')];
    expect(menteesElsewhere(some, belongs)).toBe(
      'Of the 64 pairs in a trial period or active, 55 have a mentee who belongs here. Today counts only those.',
    );
    expect(menteesElsewhere(pairs({ active: 3 }), belongs)).toBeUndefined();
  });
});
