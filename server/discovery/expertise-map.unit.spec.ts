import type { Principal } from '@alongside/domain/policies/actor.js';
import { expertiseMapOf, NAMED_LIMIT_PEOPLE } from './expertise-map.js';
import type { Listed } from './mentor-pool.js';

const [ROUTINES, DISRUPTION, PHONICS] = [
  'exp-behaviour-classroom-routines-and-expectations',
  'exp-behaviour-responding-to-low-level-disruption',
  'exp-literacy-numeracy-phonics-and-early-reading',
] as const;
const reader = new Set(['institution:oakfield'] as Principal[]);
const listed = (name: string, tags: Readonly<Record<string, number>>, more: object = {}, audience = ['institution:oakfield']): Listed =>
  ({
    audience,
    row: {
      ...{ person: name.toLowerCase(), name, places: 1, taken: 0, paused: null },
      expertise: Object.entries(tags).map(([tag, level]) => ({ tag, level })),
      ...more,
    },
  }) as unknown as Listed;
const area = (map: ReturnType<typeof expertiseMapOf>, tag: string) => map.areas.find((one) => one.area === tag);

describe('who knows what', () => {
  test('is counted by area, and by group each mentor once', () => {
    const map = expertiseMapOf([listed('Asha', { [ROUTINES]: 5, [DISRUPTION]: 3 }), listed('Ben', { [ROUTINES]: 4 })], reader);
    expect(map).toMatchObject({ mentors: 2, withSpace: 2 });
    expect(Object.values(map.groups)).toEqual([{ mentors: 2, withSpace: 2 }]);
    expect(area(map, ROUTINES)).toMatchObject({ mentors: 2, withSpace: 2 });
    expect(area(map, DISRUPTION)).toMatchObject({ mentors: 1 });
    expect(area(map, PHONICS)).toBeUndefined();
  });

  test('those who are full or take no requests know it, and have no space', () => {
    const map = expertiseMapOf(
      [
        listed('Asha', { [PHONICS]: 5 }, { taken: 1 }),
        listed('Ben', { [PHONICS]: 4 }, { paused: { until: null } }),
        listed('Cy', { [PHONICS]: 1 }),
      ],
      reader,
    );
    expect(area(map, PHONICS)).toEqual({
      ...{ area: PHONICS, mentors: 3, withSpace: 1 },
      people: [
        { person: 'cy', name: 'Cy', hasSpace: true },
        { person: 'asha', name: 'Asha', hasSpace: false },
        { person: 'ben', name: 'Ben', hasSpace: false },
      ],
    });
  });

  test('people whom the reader may not find are neither named nor counted', () => {
    const map = expertiseMapOf(
      [listed('Asha', { [PHONICS]: 5 }, {}, ['institution:elsewhere']), listed('Ben', { [ROUTINES]: 5 }, {}, [])],
      reader,
    );
    expect(map).toEqual({ mentors: 0, withSpace: 0, groups: {}, areas: [] });
  });

  test('names some, counts all, and stands in the order of the taxonomy', () => {
    const many = Array.from({ length: NAMED_LIMIT_PEOPLE + 3 }, (_, at) => listed(`M${at}`, { [PHONICS]: 3, [ROUTINES]: 3 }));
    const map = expertiseMapOf(many, reader);
    expect(area(map, PHONICS)?.people).toHaveLength(NAMED_LIMIT_PEOPLE);
    expect(area(map, PHONICS)?.mentors).toBe(NAMED_LIMIT_PEOPLE + 3);
    const forth = expertiseMapOf([listed('A', { [PHONICS]: 1 }), listed('B', { [ROUTINES]: 1 })], reader).areas.map((one) => one.area);
    const back = expertiseMapOf([listed('B', { [ROUTINES]: 1 }), listed('A', { [PHONICS]: 1 })], reader).areas.map((one) => one.area);
    expect(forth).toEqual(back);
  });
});
