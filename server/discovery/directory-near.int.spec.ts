import request from 'supertest';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import type { DirectoryAnswer } from './directory-answer.js';

/** Miles along one line from Northtown, where Ben works. */
const AT_MILES = { north: 0, west: 12, east: 34, unlisted: 3 } as const;
const at = (miles: number) => ({ easting: 400_000 + Math.round(miles * 1_609.344), northing: 400_000 });

describe('the directory by distance', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let cookie: string;
  let after: Position;

  const school = (institution: string, name: string, more: object) => ({
    institution,
    details: { name, kind: 'school', nation: 'england', ...more },
  });
  const join = async (person: string, institution: string) => {
    after = await must(hub, HUB, 'AddMember', { institution, person, from: '2026-01-05' });
    await hub.parts.views.caughtUp(after);
  };

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-03-06T09:00:00.000Z' as Instant));
    // Hillside itself is nowhere on the map.
    await makeSchool(hub, ['asha', 'ben', 'cleo', 'dora', 'eve'], { asha: 1, cleo: 1, dora: 1, eve: 1 });
    const places = {
      north: { town: 'Northtown', localAuthority: 'Northshire', postcode: 'NT1 1AA', ...at(AT_MILES.north) },
      west: { town: 'Westerby', localAuthority: 'Northshire', postcode: 'NT9 1AA', ...at(AT_MILES.west) },
      east: { town: 'Eastham', localAuthority: 'Eastshire', postcode: 'ES1 1AA', ...at(AT_MILES.east) },
      lonely: { town: 'Lonely', ...at(AT_MILES.unlisted) },
    };
    for (const [id, more] of Object.entries(places)) await must(hub, HUB, 'RegisterInstitution', school(id, `${id} School`, more));
    await join('ben', 'north');
    await join('cleo', 'west');
    await join('dora', 'east');
    cookie = await cookieOf(hub, 'ben' as PersonId);
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  const ask = async (query: Record<string, string>, as = cookie) =>
    (await request(hub.server).get('/api/directory').query(query).set('Cookie', as).set('x-alongside-after', after).expect(200))
      .body as DirectoryAnswer;
  const ids = async (query: Record<string, string>) => (await ask(query)).hits.map(({ id }) => id);

  test.each([
    [{ q: 'near:NT1 1AA' }, ['cleo'], 'NT1 1AA'],
    [{ q: 'near:NT1' }, ['cleo'], 'NT1'],
    [{ q: 'near:northtown' }, ['cleo'], 'Northtown'],
    [{ q: 'near:"North School"' }, ['cleo'], 'north School'],
    [{ q: 'near:me within:50' }, ['cleo', 'dora'], 'north School'],
    [{ q: 'within:50km' }, ['cleo'], 'north School'],
    [{ q: 'cleo near:me' }, ['cleo'], 'north School'],
    [{ near: 'me', within: '50' }, ['cleo', 'dora'], 'north School'],
    [{ near: 'Eastham', within: '5' }, ['dora'], 'Eastham'],
  ] as const)('%j finds who is there, the nearest first', async (query, found, label) => {
    const answer = await ask(query);
    expect(answer.hits.map(({ id }) => id)).toEqual(found);
    expect(answer.where).toMatchObject({ label });
  });

  test('each says how far it is, and how many match and are nowhere on the map', async () => {
    const answer = await ask({ near: 'me', within: '50' });
    expect(answer.hits.map(({ miles }) => miles)).toEqual([12, 34]);
    expect(answer.where).toMatchObject({ said: 'me', amount: 50, unit: 'miles', withoutPlace: 2 });
    expect(answer.facets.area.map(({ value, count }) => [value, count])).toEqual([
      ['Eastshire', 1],
      ['Northshire', 1],
    ]);
    expect((await ask({ near: 'me', within: '20' })).facets.area).toHaveLength(1);
    expect((await ask({})).hits.some((hit) => 'miles' in hit)).toBe(false);
  });

  test('where nobody is inside, how far the nearest is and how many are within the next step is said', async () => {
    const answer = await ask({ q: 'dora near:northtown' });
    expect([answer.total, answer.nearest]).toMatchObject([
      0,
      {
        within: { amount: 50, unit: 'miles', nearestMiles: 34 },
        without: [],
        withoutFilters: [],
        text: 'dora',
        total: 1,
        hits: [{ id: 'dora', miles: 34 }],
      },
    ]);
    const filtered = await ask({ q: 'within:5', area: 'Eastshire' });
    expect(filtered.nearest).toMatchObject({ within: { amount: 50, nearestMiles: 34 }, total: 1, text: '' });
  });

  test('where those who match are nowhere on the map, the circle is what is left out', async () => {
    const answer = await ask({ q: 'asha near:me' });
    expect([answer.total, answer.where?.withoutPlace]).toEqual([0, 1]);
    expect(answer.nearest).toMatchObject({ withoutFilters: ['near'], text: 'asha', total: 1, hits: [{ id: 'asha' }] });
    expect(answer.nearest?.within).toBeUndefined();
  });

  test('where a word finds nobody anywhere, the circle stays in what is kept', async () => {
    const answer = await ask({ q: 'zebra cleo near:me' });
    expect(answer.nearest).toMatchObject({ without: ['zebra'], text: 'cleo near:me', hits: [{ id: 'cleo', miles: 12 }] });
  });

  test('what is not known is said; a place is left out, and becomes no word that is like it', async () => {
    const answer = await ask({ q: 'near:cleo within:ages' });
    expect(answer).toMatchObject({ where: { missing: 'unknown', said: 'cleo' }, unknownDistance: 'ages' });
    for (const q of ['near:cleo', 'near:cleoo', 'near:Zebra', 'near:Old Cleo']) {
      const found = await ask({ q });
      expect([q, found.total, found.where?.missing, found.nearest]).toEqual([q, 4, 'unknown', undefined]);
    }
    expect(await ids({ q: 'near:Zebra dora' })).toEqual(['dora']);
    // What can be typed instead is found here.
    expect(answer.placeExample).toBe('ES1');
    expect(await ids({ q: `near:${answer.placeExample}` })).toEqual(['dora']);
  });

  test('an asker whose school is nowhere on the map is told so, and finds everybody', async () => {
    const answer = await ask({ near: 'me', within: '5' }, await cookieOf(hub, 'asha' as PersonId));
    expect([answer.where, answer.total]).toMatchObject([{ missing: 'not-on-map', label: 'Hillside School' }, 4]);
  });

  test('nothing typed or put into the address is an error', async () => {
    const number = numbersFrom(77);
    const parts = [
      'near:',
      'within:',
      'subject:',
      '"',
      '“',
      ' ',
      'S10',
      '2TN',
      'me',
      '20',
      'km',
      'northtown',
      'ages',
      '\u0000',
      '🎯',
      '%',
      ',',
      '-1',
      '0',
      '9'.repeat(30),
    ];
    const one = () => Array.from({ length: Math.floor(number() * 8) }, () => parts[Math.floor(number() * parts.length)]).join('');
    for (let turn = 0; turn < 150; turn += 1) {
      const { total, hits } = await ask({ q: one(), near: one(), within: one() });
      expect(hits.length).toBe(total);
    }
    for (const query of ['near=me&near=x', 'within=5&within=x', 'near=&within=', 'q=a&q=b&limit=1&limit=2&offset=x'])
      await request(hub.server).get(`/api/directory?${query}`).set('Cookie', cookie).expect(200);
  });

  test('towns and areas are offered to those who are signed in', async () => {
    const names = (await request(hub.server).get('/api/directory/places').set('Cookie', cookie).expect(200)).body as unknown;
    expect(names).toEqual({ names: ['Eastham', 'Eastshire', 'Lonely', 'Northshire', 'Northtown', 'Westerby'] });
    await request(hub.server).get('/api/directory/places').expect(401);
  });

  describe('never finds somebody by a workplace that is not shown', () => {
    const near = async (place: string) => ids({ near: place, within: '1' });

    test('one that closed, or that they left, is none any more', async () => {
      await join('dora', 'lonely');
      expect(await near('Lonely')).toEqual(['dora']);
      after = await must(hub, HUB, 'CloseInstitution', { institution: 'lonely', on: '2026-03-01', successors: [] });
      const [dora] = (await ask({ q: 'dora' })).hits;
      expect([dora?.institutions.includes('lonely School'), await near('Lonely')]).toEqual([false, []]);
      after = await must(hub, HUB, 'ReopenInstitution', { institution: 'lonely' });
      expect(await near('Lonely')).toEqual(['dora']);
      after = await must(hub, HUB, 'RemoveMember', { institution: 'lonely', person: 'dora' });
      expect(await near('Lonely')).toEqual([]);
    });

    test('what is found in a circle shows a workplace that is in it', async () => {
      const places = { 'west School': AT_MILES.west, 'east School': AT_MILES.east };
      const { hits } = await ask({ near: 'me', within: '100' });
      for (const { institutions, miles } of hits) expect(institutions.map((name) => places[name as keyof typeof places])).toContain(miles);
    });

    test('a mentor who may not be found is in no circle, in no count, and not the nearest', async () => {
      await join('eve', 'lonely');
      expect(await near('Lonely')).toEqual(['eve']);
      after = await must(hub, 'eve' as PersonId, 'SetVisibility', { person: 'eve', visibility: 'nobody' });
      const answer = await ask({ near: 'Lonely', within: '1' });
      expect([answer.hits, answer.where?.withoutPlace, answer.nearest?.within?.nearestMiles]).toEqual([[], 1, 9]);
      after = await must(hub, HUB, 'RemoveMember', { institution: 'lonely', person: 'eve' });
      expect((await ask({ near: 'Lonely', within: '1' })).where?.withoutPlace).toBe(1);
    });
  });
});
