import { understand, type Understanding } from '@alongside/domain/uk/taxonomy/understand.js';
import { nearestTo } from './nearest.js';

const SCIENCE = 'sub-science';

/** Mentors by what they teach, what they can help with and their job: a search that meets every part, as the index does. */
const people = [
  { id: 'sam', values: [SCIENCE], job: 'teacher' },
  { id: 'asha', values: ['sub-mathematics', 'exp-send-adhd'], job: 'head of mathematics' },
];
const search = async ({ understood, rest }: Understanding) => {
  const found = people.filter(
    ({ values, job }) =>
      understood.every(({ named }) => Object.values(named).some((ids) => ids.some((id) => values.includes(id)))) &&
      rest.split(' ').every((word) => job.includes(word)),
  );
  return { total: found.length, ids: found.map(({ id }) => id) };
};
const nearest = async (typed: string) => {
  const near = await nearestTo(understand(typed), search);
  return near && { without: near.without, wider: near.wider, ids: near.found.ids };
};

describe('what comes nearest to a question that finds nobody', () => {
  test('is without the word that finds nothing, text before what was understood', async () => {
    expect(await nearest('head of science')).toEqual({ without: ['head'], wider: [], ids: ['sam'] });
    expect(await nearest('mathematics sience')).toEqual({ without: ['sience'], wider: [], ids: ['asha'] });
  });

  test('is one part alone where leaving out one does not help', async () => {
    expect(await nearest('zebra head unicorn')).toMatchObject({ without: ['zebra', 'unicorn'], ids: ['asha'] });
  });

  test('is the wider area of what was understood', async () => {
    expect(await nearest('SENCO')).toMatchObject({ without: [], ids: ['asha'] });
    expect((await nearest('SENCO'))?.wider).toHaveLength(1);
  });

  test('is looked for a few times only, however long the question is', async () => {
    let asked = 0;
    const counted = async (question: Understanding) => {
      asked += 1;
      return search(question);
    };
    await nearestTo(understand('zebra '.repeat(70)), counted);
    expect(asked).toBe(16);
  });

  test('is nothing where nothing is near', async () => {
    expect(await nearest('zebra')).toBeUndefined();
    expect(await nearest('zebra unicorn')).toBeUndefined();
  });
});
