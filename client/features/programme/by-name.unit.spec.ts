import { FAMILIES, FIGURES, TIES, type FigureName } from '@alongside/projections/views/figures.js';
import { withhold, type Figure } from '@alongside/projections/views/withhold.js';
import { seededRandom } from '@alongside/projections/testing/seeded-random.js';
import { countedInList, finishedApart, withCounted, type CountedPair } from './by-name.js';
import type { ProgrammeFigures } from '../../shared/programme/figures.js';

const listed = (numbers: Partial<Record<CountedPair['status'], number>>): readonly CountedPair[] =>
  Object.entries(numbers).flatMap(([status, number]) =>
    Array.from({ length: number }, () => ({ status: status as CountedPair['status'], meetingsHeld: 1, minutes: 30 })),
  );

describe('figures of a page that lists the pairs by name', () => {
  test('[R7] are what the list has, 0 and 3 as well, and the total where all of its parts are known', () => {
    const hidden = { pairs: null, pairsOnTrial: null, pairsActive: 63, pairsPaused: null, pairsCompleted: 86, pairsEndedEarly: 41 };
    expect(withCounted(hidden, listed({ active: 63, paused: 3, completed: 84, ended: 41 }))).toMatchObject({
      ...{ pairs: 193, pairsOnTrial: 0, pairsActive: 63, pairsPaused: 3 },
    });
  });

  test('[R7] the total of a hidden part stays hidden, and what the list does not show stays as it was', () => {
    const hidden = { pairs: null, pairsOnTrial: null, pairsActive: 63, pairsPaused: null, pairsCompleted: null, pairsEndedEarly: 41 };
    expect(withCounted({ ...hidden, goals: null, goalsAchieved: null }, listed({ active: 63 }))).toMatchObject({
      ...{ pairs: null, pairsCompleted: null, goals: null, goalsAchieved: null },
    });
  });

  test('[R7] members are what a coordinator’s own list has, and what one subtraction tells of them is not called hidden', () => {
    const hidden = { members: null, mentorsOffering: null, notOffering: 9 };
    expect(withCounted(hidden, [], 10)).toMatchObject({ members: 10, mentorsOffering: 1, notOffering: 9 });
    expect(withCounted({ ...hidden, notOffering: null }, [], 4)).toMatchObject({ members: 4, mentorsOffering: null, notOffering: null });
    expect(withCounted(hidden, [])).toMatchObject({ members: null, mentorsOffering: null, notOffering: 9 });
  });

  test('say what the list comes to where the figure itself is hidden', () => {
    const pairs = listed({ active: 2, completed: 3, ended: 1 });
    const counted = (['pairs', 'pairsCompleted', 'pairsEndedEarly', 'pairsThatMet', 'meetingsHeld', 'minutes'] as const).map((name) =>
      countedInList(name, pairs),
    );
    expect(counted).toEqual([6, 3, 1, 6, 6, 180]);
    expect([countedInList('goals', pairs), countedInList('requestsOpen', pairs)]).toEqual([undefined, undefined]);
  });

  // The reader knows the list, the figures and this very rule.
  test('[R7] no figure that stays hidden can be derived from a total and the parts that are shown', () => {
    const random = seededRandom('by-name');
    let stillHidden = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const figures = Object.fromEntries(FIGURES.map((name) => [name, { value: 0, people: 0 }])) as Record<FigureName, Figure>;
      for (const { total, parts } of FAMILIES) {
        for (const part of parts) {
          const many = random.below(9);
          figures[part] = { value: many, people: many };
        }
        const all = parts.reduce((so, part) => so + figures[part].value, 0);
        figures[total] = { value: all, people: all };
      }
      // Of the finished pairs some are of people who have left.
      const present = (name: FigureName) => random.below(figures[name].value + 1);
      const pairs = listed({
        ...{ trial: figures.pairsOnTrial.value, active: figures.pairsActive.value, paused: figures.pairsPaused.value },
        ...{ completed: present('pairsCompleted'), ended: present('pairsEndedEarly') },
      });
      const shown = withCounted(withhold(figures, TIES) as ProgrammeFigures, pairs) as Readonly<Record<string, number | null>>;
      for (const { total, parts } of FAMILIES) {
        const hidden = [total, ...parts].filter((name) => shown[name] === null);
        stillHidden += hidden.length;
        expect({ ...random.at(round), total, hidden: hidden.length }).not.toMatchObject({ hidden: 1 });
      }
      expect({ ...random.at(round), trial: shown['pairsOnTrial'] }).toMatchObject({ trial: figures.pairsOnTrial.value });
    }
    expect(stillHidden).toBeGreaterThan(1_000);
  });
});

describe('finished pairs', () => {
  test('both numbers are named where the list and the figures differ', () => {
    const pairs = listed({ active: 3, completed: 84, ended: 41 });
    expect(finishedApart(pairs, { pairsCompleted: 86, pairsEndedEarly: 41 })).toBe(
      'The list has 125 finished pairs, of people who are members now. The figures count 127. They include people who have left, and leave out pairs from before people joined.',
    );
    expect(finishedApart(pairs, { pairsCompleted: 84, pairsEndedEarly: 41 })).toBeUndefined();
    expect(finishedApart(pairs, { pairsCompleted: null, pairsEndedEarly: 41 })).toBeUndefined();
  });
});
