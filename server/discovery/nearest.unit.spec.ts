import { understand, type Understanding } from '@alongside/domain/uk/taxonomy/understand.js';
import { nearestTo, type Asked, type AskedFilter } from './nearest.js';

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
const asking = (typed: string, filters: readonly AskedFilter[] = [], rest: Partial<Asked> = {}): Asked => ({
  ...understand(typed),
  filters,
  minus: [],
  loose: [],
  ...rest,
});
const nearest = async (typed: string) => {
  const near = await nearestTo(asking(typed), search);
  return near && { without: near.without, wider: near.wider, ids: near.found.ids };
};

describe('what comes nearest to a question that finds nobody', () => {
  test('is without the word that finds nothing, text before what was understood', async () => {
    expect(await nearest('head of science')).toEqual({ without: ['head'], wider: [], ids: ['sam'] });
    expect(await nearest('mathematics sience')).toEqual({ without: ['sience'], wider: [], ids: ['asha'] });
  });

  test('is looked for no longer than a moment', async () => {
    let [tries, ms] = [0, 0];
    const nobody = async () => {
      tries += 1;
      return { total: 0, ids: [] };
    };
    expect(await nearestTo(asking('zebra unicorn dragon griffin phoenix'), nobody, () => (ms += 100))).toBeUndefined();
    expect(tries).toBe(5);
    expect(await nearestTo(asking('zebra unicorn dragon griffin phoenix'), nobody, () => 0)).toBeUndefined();
    expect(tries).toBe(5 + 10);
  });

  test('is nobody where all that is left is what is left out', async () => {
    const allButWord = async ({ rest }: Understanding) => ({ total: rest === '' ? 75 : 0, ids: [] });
    expect(await nearestTo(asking('zebra', [], { minus: ['ks3'] }), allButWord)).toBeUndefined();
  });

  test('is one part alone where leaving out one does not help', async () => {
    expect(await nearest('zebra head unicorn')).toMatchObject({ without: ['zebra', 'unicorn'], ids: ['asha'] });
  });

  test('is the wider area of what was understood', async () => {
    expect(await nearest('SENCO')).toMatchObject({ without: [], ids: ['asha'] });
    expect((await nearest('SENCO'))?.wider).toHaveLength(1);
  });

  describe('with filters', () => {
    /** Sam and Asha as above; filters are met by who is named for them. */
    const met: Readonly<Record<string, readonly string[]>> = { area: ['sam'], format: ['sam', 'asha'], trust: [] };
    const near = async (typed: string, filters: readonly string[]) => {
      const asked = asking(
        typed,
        filters.map((name) => ({ name })),
      );
      const found = await nearestTo(asked, async ({ withoutFilters, ...question }) => {
        const { ids } = await search(question);
        const left = ids.filter((id) => filters.every((filter) => withoutFilters.includes(filter) || met[filter]?.includes(id)));
        return { total: left.length, ids: left };
      });
      return found && { without: found.without, withoutFilters: found.withoutFilters, kept: found.kept, ids: found.found.ids };
    };

    test('is without the filter that finds nothing, before any word', async () => {
      expect(await near('mathematics', ['format', 'area'])).toEqual({
        without: [],
        withoutFilters: ['area'],
        kept: ['mathematics'],
        ids: ['asha'],
      });
    });

    test('is without all filters where each alone finds nothing', async () => {
      expect(await near('mathematics', ['trust', 'area'])).toMatchObject({ withoutFilters: ['trust', 'area'], ids: ['asha'] });
    });

    test('is without words where filters are not to blame, then without both', async () => {
      expect(await near('science zebra', ['area'])).toMatchObject({
        without: ['zebra'],
        withoutFilters: [],
        kept: ['science'],
        ids: ['sam'],
      });
      expect(await near('mathematics zebra', ['area'])).toMatchObject({ without: ['zebra'], withoutFilters: ['area'], ids: ['asha'] });
      expect(await near('zebra', ['area'])).toMatchObject({ without: ['zebra'], kept: [], ids: ['sam'] });
    });
  });

  test('is the wider area of a filter before it is left out, with the words beside it', async () => {
    const subject = { name: 'subject', named: { subject: ['sub-physics'] } };
    const searched: Understanding['understood'][number]['named'][] = [];
    const near = async (typed: string) =>
      nearestTo(asking(typed, [subject]), async ({ instead, withoutFilters, ...question }) => {
        if (instead) searched.push(instead);
        const { ids } = await search(question);
        const isMet = (id: string) =>
          instead?.subject?.some((value) => people.find((one) => one.id === id)?.values.includes(value)) ??
          withoutFilters.includes('subject');
        return { total: ids.filter(isMet).length, ids: ids.filter(isMet) };
      });
    expect(await near('hea')).toMatchObject({
      without: [],
      withoutFilters: [],
      wider: ['STEM'],
      kept: ['hea'],
      found: { ids: ['asha'] },
    });
    expect(searched[0]?.subject).toContain(SCIENCE);
    expect(await near('')).toMatchObject({ wider: ['STEM'], kept: [], found: { ids: ['sam', 'asha'] } });
  });

  test('is the words of a filter anywhere, before it is left out with them', async () => {
    const near = async (typed: string, words: string) =>
      nearestTo(asking(typed, [{ name: 'name', words }]), async ({ withoutFilters, ...question }) =>
        withoutFilters.includes('name') ? search(question) : { total: 0, ids: [] },
      );
    expect(await near('', 'head')).toMatchObject({ without: [], withoutFilters: ['name'], kept: ['head'], found: { ids: ['asha'] } });
    expect(await near('teacher', 'head')).toMatchObject({ withoutFilters: ['name'], kept: ['teacher'], found: { ids: ['sam'] } });
  });

  test('is everybody where nothing of it is known, and only then', async () => {
    const near = (typed: string, loose: readonly string[], minus: readonly string[] = []) =>
      nearestTo(asking(typed, [], { loose, minus }), search);
    expect(await near('zebra', ['Zebra'])).toMatchObject({ without: ['Zebra'], kept: [], found: { total: 2 } });
    expect(await near('zebra unicorn', ['zebra unicorn'])).toMatchObject({ without: ['zebra unicorn'], kept: [] });
    expect(await near('zebra unicorn', ['zebra'])).toBeUndefined();
    expect(await near('head zebra', ['zebra'])).toMatchObject({ without: ['zebra'], kept: ['head'] });
  });

  test('is without what has a minus before it, before any word', async () => {
    const near = (typed: string) =>
      nearestTo(asking(typed, [], { minus: ['-teacher'] }), async ({ minus, ...question }) =>
        minus.length > 0 ? { total: 0, ids: [] } : search(question),
      );
    expect(await near('science')).toMatchObject({ without: ['-teacher'], kept: ['science'], found: { ids: ['sam'] } });
    expect(await near('')).toMatchObject({ without: ['-teacher'], kept: [], found: { total: 2 } });
  });

  test('words with a slash or a colon between are two', async () => {
    expect(await nearest('head/zebra')).toEqual({ without: ['zebra'], wider: [], ids: ['asha'] });
    expect(await nearest('zebra:head')).toEqual({ without: ['zebra'], wider: [], ids: ['asha'] });
  });

  test('is looked for a few times only, however long the question is', async () => {
    let asked = 0;
    const counted = async (question: Understanding) => {
      asked += 1;
      return search(question);
    };
    await nearestTo(asking('zebra '.repeat(70)), counted);
    expect(asked).toBe(16);
  });

  test('is nothing where nothing is near', async () => {
    expect(await nearest('zebra')).toBeUndefined();
    expect(await nearest('zebra unicorn')).toBeUndefined();
  });
});
