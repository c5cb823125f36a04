import request from 'supertest';
import { fromReserves } from '@alongside/ml/ranking/reserves.js';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { principalsOf } from '@alongside/domain/policies/actor.js';
import type { Weights } from '@alongside/ml/ranking/weights.js';
import { actorOf } from '@alongside/projections/facts/actor.js';
import { allViews } from '@alongside/projections/views/index.js';
import type { MustHave } from '@alongside/domain/suggestions/must-haves.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { Hub } from '../app/create-hub.js';
import { asking, cookieOf, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import type { DirectoryAnswer } from './directory-answer.js';
import type { OfferedAnswer } from './mentors-for.js';
import { foldAfresh } from '../app/hub-faults.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { MentorPool } from './mentor-pool.js';
import type { ReservesAnswer, SuggestedMentor, SuggestionsAnswer } from './suggestions-answer.js';
import { Suggestions } from './suggestions.js';

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

  test('reserves give a browser the same three with the same points, and nobody whom the mentee may not find', async () => {
    for (const [query, moved] of [
      ['', {}],
      ['?proximity=0.40', { proximity: 100 }],
      ['?expertise=0.00&goals=0.00', { expertise: 0 }],
    ] as const) {
      const { people } = await get<SuggestionsAnswer>(`/api/suggestions${query}`);
      const here = fromReserves(await get<ReservesAnswer>('/api/reserves'), moved);
      expect(here.map(({ reserve, score, parts, lead, place }) => [reserve.person, score, parts, lead, place])).toEqual(
        people.map(({ person, score, parts, lead, place }) => [person, score, parts, lead, place]),
      );
      for (const { reserve } of here) expect(people.find(({ person }) => person === reserve.person)?.times).toEqual(reserve.times);
    }
    const online = await get<ReservesAnswer>('/api/reserves?must=online');
    expect(online.people.map(({ person }) => person)).toEqual([asha]);
    const ofAsha = await get<ReservesAnswer>('/api/reserves', await cookieOf(hub, asha));
    expect(ofAsha.people.map(({ person }) => person)).toEqual([cleo]);
  });

  test('reserves are made for a person twice at once, and beyond that the answer is that many are looking', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => request(hub.server).get('/api/reserves').set('Cookie', cookie)));
    const refused = all.filter(({ status }) => status === 429);
    expect(all.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body).toEqual({ code: 'SUGGESTIONS.BUSY', message: expect.stringMatching(/^Many people are looking for a mentor/) });
    await get<ReservesAnswer>('/api/reserves');
  });

  test('one pair is explained, and somebody who may not be seen looks like nobody', async () => {
    expect((await get<SuggestedMentor>('/api/suggestions/asha')).name).toBe('Name of asha');
    await request(hub.server).get('/api/suggestions/nobody').set('Cookie', cookie).expect(404);
    await request(hub.server).get('/api/suggestions').expect(401);
  });

  test('what a mentee insists on leaves others out; where nobody has it all, what stands in the way is said', async () => {
    const all = await get<SuggestionsAnswer>('/api/suggestions');
    expect(all.ranked).not.toHaveProperty('mustHaves');
    expect(all.mustHaves).toEqual({ possible: ['other-school', 'online'], inTheWay: [] });
    const online = await get<SuggestionsAnswer>('/api/suggestions?must=online,anything');
    expect(online.ranked.mustHaves).toEqual(['online']);
    expect(online.people.map(({ person }) => person)).toEqual([asha]);
    const none = await get<SuggestionsAnswer>('/api/suggestions?must=other-school,online');
    expect([none.people, none.mustHaves.inTheWay]).toEqual([[], ['other-school']]);
  });

  test('a list that was shown is noted by its mentee alone, and stands in the log with all that reproduces it', async () => {
    const { ranked, people } = await get<SuggestionsAnswer>('/api/suggestions?expertise=0.1&context=0.4&must=online');
    const shown = people.map(({ person, score, propensity }) => ({ mentor: person, score, propensity }));
    const say = async (as: PersonId) =>
      (
        await request(hub.server)
          .post('/api/commands')
          .set('Cookie', await cookieOf(hub, as))
          .set('x-alongside', '1')
          .send(envelopeOf('NoteSuggestionsShown', { person: ben, ...ranked, shown }))
      ).body as Answer;
    expect(await say(asha)).toMatchObject({ outcome: 'rejected' });
    const [first, again] = [await say(ben), await say(ben)];
    expect([first, again]).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
    // What happens afterwards changes what is suggested now.
    await hub.parts.views.caughtUp(await must(hub, asha, 'PauseMentoring', { person: asha, until: null }));
    expect((await get<SuggestionsAnswer>('/api/suggestions')).people.map(({ person }) => person)).not.toContain(asha);
    await hub.parts.views.caughtUp(await must(hub, asha, 'ResumeMentoring', { person: asha }));

    // What this hub wrote is of its own domain.
    const events: Parameters<typeof foldAfresh>[1][number][] = [];
    for await (const batch of hub.parts.log.readAll()) events.push(...(batch as typeof events));
    const noted = events.flatMap((event) => (event.type === 'SuggestionsShown' ? [event.data] : []));
    expect(noted).toHaveLength(1);
    const told = noted[0] as unknown as { through: Position; weights: Weights; mustHaves: readonly MustHave[]; shown: typeof shown };
    expect(told.mustHaves).toEqual(['online']);
    const then = await foldAfresh(
      allViews,
      events.filter(({ position }) => position <= told.through),
    );
    const [pool, look] = [new MentorPool(), viewReaderOf(then)];
    pool.fill(then);
    const principals = new Set(principalsOf(actorOf(ben, look)));
    const past = new Suggestions(
      pool,
      look,
      () => hub.parts.clock.now(),
      () => told.through,
    ).forMentee(ben, principals, told);
    expect(past.people.map(({ person, score, propensity }) => ({ mentor: person, score, propensity }))).toEqual(told.shown);
  });

  describe('whom a coordinator may suggest to a mentee', () => {
    const MENTORS = '/api/mentees/ben/mentors';
    let helens: string;
    beforeAll(async () => {
      await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'cleo', role: 'coordinator' });
      helens = await cookieOf(hub, cleo);
    });
    afterAll(() => must(hub, HUB, 'RevokeRole', { institution: 'hillside', person: 'cleo', role: 'coordinator' }));
    const people = async (q = '') => (await get<OfferedAnswer>(`${MENTORS}?q=${q}`, helens)).mentors.map(({ id }) => id);

    test('is who fits the mentee best, with reasons, and by words', async () => {
      const { mentors, total } = await get<OfferedAnswer>(MENTORS, helens);
      expect(mentors[0]).toMatchObject({ id: 'asha', free: 2, reasons: expect.arrayContaining(['They have shared times.']) as string[] });
      expect(total).toBe(mentors.length);
      expect(await people('asha')).toEqual(['asha']);
    });

    test('[R6] is told to those who coordinate where they belong and do not manage them, and to nobody else', async () => {
      const status = async (as: string) => (await request(hub.server).get(MENTORS).set('Cookie', as)).status;
      expect([await status(cookie), await status('')]).toEqual([404, 401]);
      const line = (lineManager: string | null) =>
        must(hub, HUB, 'SetReportingLine', { institution: 'hillside', person: 'ben', lineManager, inductionTutor: null });
      await hub.parts.views.caughtUp(await line('cleo'));
      expect(await status(helens)).toBe(404);
      await hub.parts.views.caughtUp(await line(null));
    });

    test('[R5] is the same whoever excluded whom', async () => {
      const before = await people();
      for (const [by, other] of [
        [ben, asha],
        [asha, ben],
      ] as const) {
        await hub.parts.views.caughtUp(await must(hub, by, 'ExcludePerson', { person: by, other }));
        expect(await people()).toEqual(before);
        await hub.parts.views.caughtUp(await must(hub, by, 'LiftExclusion', { person: by, other }));
      }
    });
  });

  describe('[R5] a mentor who excluded somebody', () => {
    const visible = (visibility: string) => must(hub, cleo, 'SetVisibility', { person: cleo, visibility });
    const exclude = () => must(hub, cleo, 'ExcludePerson', { person: cleo, other: ben });
    const lift = () => must(hub, cleo, 'LiftExclusion', { person: cleo, other: ben });
    afterEach(async () => {
      await lift();
      await hub.parts.views.caughtUp(await visible('everyone'));
    });

    /** Wherever a mentor might be met: the answers, without how far the hub is. */
    const readAfter = (position: Position, as = cookie) =>
      Promise.all(
        PLACES.map(async (path) => {
          const reply = await request(hub.server).get(path).set('Cookie', as).set('x-alongside-after', position);
          // How far the log has gone is told of every answer, and is nothing of anybody’s.
          const { through: _, ...body } = reply.body as { through?: string; ranked?: { through: string } };
          return [path, reply.status, { ...body, ...(body.ranked && { ranked: { ...body.ranked, through: '' } }) }];
        }),
      );
    /** What a mentee hears who asks all the same, from a page that they opened before. */
    async function asked() {
      const sent = envelopeOf('RequestMentoring', asking('cleo', 'ben'));
      const reply = await request(hub.server).post('/api/commands').set('Cookie', cookie).set('x-alongside', '1').send(sent);
      const { commandId: _, ...body } = reply.body as Answer;
      return [reply.status, body];
    }
    const PLACES = [
      ...['/api/suggestions', '/api/suggestions/cleo', '/api/directory', '/api/directory?q=cleo', '/api/directory?free=yes'],
      ...[
        '/api/views/directory',
        '/api/views/directory/cleo',
        '/api/views/directory?ids=cleo',
        '/api/views/directory?where.institutions=hillside',
      ],
      ...['/api/views/person', '/api/views/person/cleo', '/api/views/person?ids=asha,cleo'],
    ];

    test('looks to them, in every answer, like one who lets nobody find them', async () => {
      const hidden = [await readAfter(await visible('nobody')), await asked()];
      await visible('everyone');
      const excluded = [await readAfter(await exclude()), await asked()];
      expect(excluded).toEqual(hidden);
      expect(JSON.stringify(excluded)).not.toContain('Name of cleo');
      expect(excluded[1]).toMatchObject([409, { outcome: 'rejected', code: 'REQUEST.NOT_AVAILABLE' }]);
    });

    test('is not counted for them', async () => {
      const others = await cookieOf(hub, asha);
      const counted = async (after: Position, as = cookie) => {
        const { body } = await request(hub.server).get('/api/directory').set('Cookie', as).set('x-alongside-after', after);
        const { total, facets } = body as DirectoryAnswer;
        return [total, facets.free.find(({ value }) => value === 'yes')?.count];
      };
      expect(await counted(await visible('everyone'))).toEqual([2, 2]);
      const position = await exclude();
      expect(await counted(position)).toEqual([1, 1]);
      expect(await counted(position, others)).toEqual([2, 2]);
    });

    test('is found by everybody else as before, and by them once it is lifted', async () => {
      const others = await cookieOf(hub, asha);
      const names = async (position: Position, as: string) => JSON.stringify(await readAfter(position, as)).includes('Name of cleo');
      const position = await exclude();
      expect([await names(position, cookie), await names(position, others)]).toEqual([false, true]);
      expect(await names(await lift(), cookie)).toBe(true);
    });

    test('goes on knowing them, and they go on with what they had begun', async () => {
      const open = asking('cleo', 'ben', 'r-begun');
      await must(hub, ben, 'RequestMentoring', open);
      const position = await exclude();
      const row = (path: string) => request(hub.server).get(path).set('Cookie', cookie).set('x-alongside-after', position);
      expect((await row('/api/views/request/r-begun').expect(200)).body.row.data.status).toBe('open');
      expect((await row('/api/views/person/cleo').expect(200)).body.row.data.name).toBe('Name of cleo');
      await row('/api/views/directory/cleo').expect(404);
      await must(hub, ben, 'DiscussRequest', { mentor: cleo, request: 'r-begun', text: 'Would Tuesdays do?' });
      await must(hub, cleo, 'DiscussRequest', { mentor: cleo, request: 'r-begun', text: 'I am sorry, not this term.' });
      await must(hub, ben, 'WithdrawRequest', { mentor: cleo, request: 'r-begun' });
    });
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
    // Two boxes of one facet are ticked.
    expect(await names('weekday=monday&weekday=tuesday')).toEqual([asha]);
  });

  test('the directory reads what teachers type, says how it was read, and can be asked for the words as they are', async () => {
    const profile = {
      jobTitle: 'Class teacher',
      about: '',
      phases: ['ph-ks2'],
      subjects: ['sub-mathematics'],
      settings: ['set-ap'],
      roles: [],
    };
    const described = await must(hub, asha, 'DescribeProfile', { person: asha, profile });
    const ask = async (query: string) =>
      (await request(hub.server).get(`/api/directory?${query}`).set('Cookie', cookie).set('x-alongside-after', described))
        .body as DirectoryAnswer;
    const found = await ask('q=ks2%20maths');
    expect(found.hits.map(({ id }) => id)).toEqual([asha]);
    expect(found.understood.map(({ words, as }) => [words, as[0]])).toEqual([
      ['ks2', { facet: 'phase', value: 'ph-ks2', label: 'Key stage 2' }],
      ['maths', { facet: 'subject', value: 'sub-mathematics', label: 'Mathematics' }],
    ]);
    expect(found.facets.subject).toContainEqual({ value: 'sub-mathematics', count: 1, label: 'Mathematics' });
    for (const query of ['q=y5', 'q=PRU', 'q=maths%20teacher', 'q=maths%20name%20of%20asha', 'setting=set-ap'])
      expect([query, (await ask(query)).hits.map(({ id }) => id)]).toEqual([query, [asha]]);
    expect((await ask('q=ks3%20maths')).total).toBe(0);
    expect((await ask('q=maths&words=1')).understood).toEqual([]);
  });

  test('the directory says what of each mentor met the question, also by what teachers call it, with a slip, and in what they wrote', async () => {
    const about = `${'I have taught for long. '.repeat(20)} I keep bees.`;
    const profile = { jobTitle: 'Head of year', about, phases: ['ph-ks2'], subjects: ['sub-mathematics'], settings: [], roles: [] };
    const described = await must(hub, asha, 'DescribeProfile', { person: asha, profile });
    const hit = async (q: string) =>
      (
        (await request(hub.server).get('/api/directory').query({ q }).set('Cookie', cookie).set('x-alongside-after', described))
          .body as DirectoryAnswer
      ).hits[0];
    expect((await hit('ahsa'))?.id).toBe(asha);
    expect((await hit('ks2 ashaa bees'))?.why).toEqual([
      { typed: 'ashaa', how: 'slip', words: ['asha'], columns: ['name'] },
      { typed: 'bees', how: 'typed', words: ['bees'], columns: ['about'] },
      { typed: 'ks2', how: 'understood', words: [], columns: [], values: { phase: ['ph-ks2'] } },
    ]);
    expect((await hit('bees'))?.excerpt).toMatch(/^… .*I keep bees\.$/);
    expect((await hit('asha'))?.excerpt).toBeUndefined();
    expect((await hit('mathem'))?.why[0]).toMatchObject({
      how: 'beginning',
      columns: ['teaches'],
      values: { subject: ['sub-mathematics'] },
    });
    expect((await hit('routi'))?.why[0]).toMatchObject({ how: 'beginning', columns: ['expertise'], values: { expertise: [ROUTINES] } });
  });

  describe('filters that are typed into the search', () => {
    let described: Position;
    beforeAll(async () => {
      const profile = { jobTitle: '', about: '', phases: ['ph-ks2'], subjects: ['sub-mathematics'], settings: [], roles: [] };
      described = await must(hub, asha, 'DescribeProfile', { person: asha, profile });
      await must(hub, HUB, 'DescribeInstitution', {
        institution: 'hillside',
        details: { name: 'Hillside School', kind: 'school', nation: 'england', localAuthority: 'Sheffield' },
      }).then((position) => (described = position));
    });
    const ask = async (query: Record<string, string>) =>
      (await request(hub.server).get('/api/directory').query(query).set('Cookie', cookie).set('x-alongside-after', described))
        .body as DirectoryAnswer;

    test.each([
      'subject:maths',
      'SUBJECT:mathem phase:ks2',
      'day:tue format:online',
      'area:sheff subject:maths',
      'free:yes subject:maths asha',
    ])('%s finds who has it', async (q) => expect((await ask({ q })).hits.map(({ id }) => id)).toEqual([asha]));

    test('are said as they were read, those that name nothing too, whose words are searched', async () => {
      const answer = await ask({ q: 'subject:maths stage:zebra name' });
      expect(answer.written).toEqual([
        { facet: 'subject', raw: 'subject:maths', values: [{ value: 'sub-mathematics', label: 'Mathematics' }] },
      ]);
      expect([answer.unknown, answer.total]).toEqual([[{ facet: 'stage', words: 'zebra' }], 0]);
      expect(answer.nearest).toMatchObject({ without: ['zebra'], withoutFilters: [], text: 'name subject:maths', total: 1 });
      expect((await ask({ q: 'near:S1' })).written).toEqual([]);
    });

    test('are left out where that finds somebody, as filters that were ticked are', async () => {
      const answer = await ask({ q: 'asha subject:drama', weekday: 'tuesday' });
      expect(answer.nearest).toMatchObject({ without: [], withoutFilters: ['subject'], text: 'asha', hits: [{ id: asha }] });
      const ticked = await ask({ q: 'asha subject:maths', weekday: 'sunday' });
      expect(ticked.nearest).toMatchObject({ withoutFilters: ['weekday'], text: 'asha subject:maths' });
    });
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
