import { screen, within } from '@solidjs/testing-library';
import { EXPERTISE_GROUPS, EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen } from '../../shared/testing.js';
import { addressOfAll, groupLines, sayGaps, sayOffered, type ExpertiseMap } from './expertise-words.js';
import Programme from './programme.screen.js';

const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const map: ExpertiseMap = {
  ...{ mentors: 10, withSpace: 1 },
  groups: { 'expg-behaviour': { mentors: 10, withSpace: 1 } },
  areas: [
    {
      ...{ area: ROUTINES, mentors: 10, withSpace: 1 },
      people: [
        { person: 'asha', name: 'Asha Rahman', hasSpace: true },
        { person: 'dan', name: 'Dan Hill', hasSpace: false },
      ],
    },
  ],
};
const said = [{ of: { about: { people: 12, releases: 2, said: { 'expg-behaviour': 7, 'expg-send': 3 } } } }];

describe('who knows what', () => {
  test('stands by group, those where no mentor has space first, with what goals are about', () => {
    const lines = groupLines(map, said);
    expect(lines).toHaveLength(EXPERTISE_GROUPS.length);
    expect(lines.at(-1)).toMatchObject({ group: 'expg-behaviour', mentors: 10, withSpace: 1, goals: 'About 7 of 12' });
    expect(lines.find(({ group }) => group === 'expg-send')).toMatchObject({ mentors: 0, goals: 'About 3 of 12' });
    expect(lines.find(({ group }) => group === 'expg-digital')?.goals).toBeUndefined();
  });

  test('all who offer an area are found by a question that holds, whatever the school is called', () => {
    const [area] = map.areas as [ExpertiseMap['areas'][number]];
    const asked = (name: string) => new URLSearchParams(addressOfAll(area, name).split('?')[1]).get('q');
    expect([asked('The “Old” School & Co'), asked('')]).toEqual(['school:"The  Old  School & Co"', null]);
  });

  test('names each area that no mentor offers, and each area once', () => {
    const lines = groupLines(map, []);
    const behaviour = lines.find(({ group }) => group === 'expg-behaviour');
    expect(behaviour?.areas.map(({ area }) => area)).toEqual([ROUTINES]);
    expect(behaviour?.missing).not.toContain('Classroom routines and expectations');
    const all = lines.flatMap(({ areas, missing }) => [...areas.map(({ area }) => area), ...missing]);
    expect(all).toHaveLength(EXPERTISE_TAGS.length);
  });

  test('is said in words', () => {
    expect([0, 1, 10].map((mentors) => sayOffered({ mentors, withSpace: Math.min(mentors, 3) }))).toEqual([
      'No mentors',
      '1 mentor, 1 with space',
      '10 mentors, 3 with space',
    ]);
    expect(sayOffered({ mentors: 2, withSpace: 0 })).toBe('2 mentors, none with space');
    const [none, some] = [groupLines({ ...map, groups: {}, areas: [] }, []), groupLines(map, [])];
    expect(sayGaps(none)).toBe('No mentor you can find has space right now.');
    expect(sayGaps(some)).toBe('For 15 of these 16 kinds of help, no mentor has space. They come first.');
    expect(sayGaps(some.map((one) => ({ ...one, withSpace: 1 })))).toBe(
      'For each of these 16 kinds of help, at least one mentor has space.',
    );
  });
});

describe('on the page of a programme', () => {
  afterEach(() => replica().close());

  const open = async (role: 'leader' | 'administrator') => {
    const hub = smallHub();
    const details = { name: 'Elm', kind: 'school', nation: 'england' };
    hub.put('institution', 'elm', { institution: 'elm', trust: null, details, terms: [], closures: [] });
    for (const [id, kind] of [
      ['elm', 'now'],
      ['elm:outside', 'outside'],
    ] as const)
      hub.put('overview', id, { institution: 'elm', kind, day: null, figures: { places: 4, pairs: 10, pairsActive: 10, members: 20 } });
    const session = {
      person: 'm',
      name: 'M',
      roles: [role],
      demo: true,
      memberships: [{ institution: 'elm', trust: null, roles: [role] }],
    };
    await openScreen(hub, Programme, '/programme', '/programme', { '/api/session': session, '/api/institutions/elm/expertise': map });
  };

  test('those who lead read who knows what, with the way to each', async () => {
    await open('leader');
    const group = (await screen.findByText('Behaviour and relationships')).closest('details') as HTMLElement;
    expect(within(group).getByText('10 mentors, 1 with space')).toBeTruthy();
    expect(within(group).getByRole('link', { name: 'Asha Rahman', hidden: true }).getAttribute('href')).toBe('/mentors/asha');
    expect(group.querySelector('dd')?.textContent).toBe('Asha Rahman, Dan Hill (no space) and 8 more mentors');
    const rest = new URL(within(group).getByRole<HTMLAnchorElement>('link', { name: '8 more mentors', hidden: true }).href);
    expect([rest.pathname, ...rest.searchParams]).toEqual(['/directory', ['q', 'school:"Elm"'], ['expertise', ROUTINES]]);
  });

  test('those who administer alone do not', async () => {
    await open('administrator');
    await screen.findByRole('heading', { name: 'All figures' });
    expect(screen.queryByRole('heading', { name: 'What mentors can help with' })).toBeNull();
  });
});
