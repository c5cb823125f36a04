import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { asking, cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import type { DirectoryAnswer } from './directory.controller.js';
import type { SuggestedMentor, SuggestionsAnswer } from './suggestions.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];
const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';
const TUESDAY = { slots: [{ weekday: 'tuesday', from: '15:40', to: '16:40' }], format: 'either', frequency: 'fortnightly', minutes: 40 };

describe('finding a mentor', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let cookie: string;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-03-06T09:00:00.000Z' as Instant));
    await makeSchool(hub, ['asha', 'ben', 'cleo'], { asha: 2, cleo: 1 });
    await must(hub, asha, 'DeclareExpertise', { person: asha, expertise: [{ tag: ROUTINES, level: 5 }] });
    for (const person of [asha, ben]) await must(hub, person, 'SetAvailability', { person, availability: TUESDAY });
    const position = await must(hub, ben, 'SetAims', { person: ben, aims: [{ tag: ROUTINES, from: 2, to: 3 }] });
    await hub.parts.views.caughtUp(position);
    cookie = await cookieOf(hub, ben);
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  const get = async <Body>(path: string, as = cookie): Promise<Body> =>
    (await request(hub.server).get(path).set('Cookie', as).expect(200)).body as Body;

  test('[R12] the best comes first, with reasons and the first times that both could make', async () => {
    const { people, requestsLeft } = await get<SuggestionsAnswer>('/api/suggestions');
    expect(people[0]?.person).toBe(asha);
    expect(people[0]?.reasons.some(({ kind, about }) => kind === 'for' && about === 'expertise')).toBe(true);
    expect(people[0]?.times[0]).toEqual({ startsAt: '2026-03-10T15:40:00.000Z', minutes: 40 });
    expect(requestsLeft).toBe(3);
  });

  test('one pair is explained, and somebody who may not be seen looks like nobody', async () => {
    expect((await get<SuggestedMentor>('/api/suggestions/asha')).name).toBe('Name of asha');
    await request(hub.server).get('/api/suggestions/nobody').set('Cookie', cookie).expect(404);
    await request(hub.server).get('/api/suggestions').expect(401);
  });

  test('[R5] somebody who is excluded is not suggested, and does not learn of it', async () => {
    await must(hub, cleo, 'ExcludePerson', { person: cleo, other: ben });
    const position = await must(hub, cleo, 'SetVisibility', { person: cleo, visibility: 'everyone' });
    await hub.parts.views.caughtUp(position);
    const { people } = await get<SuggestionsAnswer>('/api/suggestions');
    expect(people.map(({ person }) => person)).not.toContain(cleo);
    await must(hub, cleo, 'LiftExclusion', { person: cleo, other: ben });
  });

  test('a pair sees times for both while it lasts; nobody else ever, and neither of them once it is over', async () => {
    const started = await must(hub, HUB, 'StartMentorship', { mentorship: 'm-1', mentor: asha, mentee: ben, request: null, aims: [] });
    await hub.parts.views.caughtUp(started);
    const times = (as: string) => request(hub.server).get('/api/mentorships/m-1/times').set('Cookie', as);
    expect(((await times(cookie).expect(200)).body as { times: unknown[] }).times.length).toBeGreaterThan(0);
    await times(await cookieOf(hub, cleo)).expect(404);
    const over = await must(hub, ben, 'EndMentorship', { mentorship: 'm-1', reason: '', wantsAnother: false });
    await hub.parts.views.caughtUp(over);
    await times(cookie).expect(404);
    await times(await cookieOf(hub, asha)).expect(404);
  });

  test('a mentor hears, of the aims of whoever asks, those that the request names', async () => {
    const reasons = async (id: string, aims: readonly string[]) => {
      const position = await must(hub, ben, 'RequestMentoring', { ...asking('asha', 'ben', id), aims });
      await hub.parts.views.caughtUp(position);
      const body = await get<{ reasons: readonly { about: string; text: string }[] }>(
        `/api/requests/${id}/reasons`,
        await cookieOf(hub, asha),
      );
      await request(hub.server).get(`/api/requests/${id}/reasons`).set('Cookie', cookie).expect(404);
      await must(hub, ben, 'WithdrawRequest', { mentor: asha, request: id });
      return body.reasons.map(({ text }) => text).join(' ');
    };
    expect(await reasons('r-named', [ROUTINES])).toContain('outines');
    expect(await reasons('r-unnamed', [])).not.toContain('outines');
  });

  test('the directory finds by the beginning of a word, by what somebody offers and by facet', async () => {
    const names = async (query: string) => (await get<DirectoryAnswer>(`/api/directory?${query}`)).hits.map(({ id }) => id);
    expect(await names('q=ash')).toEqual([asha]);
    expect(await names('q=behaviour')).toContain(asha);
    expect(await names('q=astronomy')).toEqual([]);
    expect(await names('weekday=tuesday')).toEqual([asha]);
    expect((await names('')).toSorted()).toEqual([asha, cleo]);
  });

  test('the directory follows what happens: a new name is found at once, a hidden mentor no more', async () => {
    await must(hub, cleo, 'RenamePerson', { person: cleo, name: 'Zebedee Unusual' });
    const renamed = await must(hub, cleo, 'ChangeCapacity', { mentor: cleo, places: 1 });
    const search = () => request(hub.server).get('/api/directory?q=zebedee').set('Cookie', cookie).set('x-alongside-after', renamed);
    expect(((await search()).body as DirectoryAnswer).hits).toHaveLength(1);
    const hidden = await must(hub, cleo, 'SetVisibility', { person: cleo, visibility: 'nobody' });
    const after = await request(hub.server).get('/api/directory?q=zebedee').set('Cookie', cookie).set('x-alongside-after', hidden);
    expect((after.body as DirectoryAnswer).total).toBe(0);
  });
});
