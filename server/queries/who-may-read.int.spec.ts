import request from 'supertest';
import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { endpoints } from './endpoints.js';
import { CANARY, CODE, community, everybody, signedIn, STAFF, TABLE, WHO, type Line, type Who } from './every-endpoint.testing.js';

/** Open to those who are not signed in: they are told 404 and not 401 where there is nothing. */
const OPEN_PATHS = ['/api/verify/', '/api/outbox', '/api/sign-in/demo', '/api/set-up/begin'];

describe('who may read what is worked out', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let brought = '';
  const cookies = new Map<Who, string>();

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-03-06T09:00:00.000Z' as Instant));
    await community(hub);
    for (const who of signedIn) cookies.set(who, await cookieOf(hub, WHO[who] as PersonId));
    const { body } = await send('coordinator', 'post', { path: '/api/imports?kind=staff&institution=hillside', may: [], body: STAFF });
    brought = (body as { id: string }).id;
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  async function send(who: Who, method: string, { path, body, ends }: Line) {
    const cookie = cookies.get(who) ?? '';
    const agent = request(hub.server);
    const to = path.replace('{id}', brought);
    const asked = method === 'get' ? agent.get(to) : method === 'post' ? agent.post(to) : agent.delete(to);
    const ready = asked.set('Cookie', cookie).set('x-alongside', '1');
    const reply = await (typeof body === 'string' ? ready.set('Content-Type', 'text/csv').send(Buffer.from(body)) : ready.send(body));
    if (ends && who !== 'signedOut') cookies.set(who, await cookieOf(hub, WHO[who] as PersonId));
    return reply;
  }
  const inOrder = (found: Iterable<Who>) => everybody.filter((who) => [...found].includes(who));
  const saidBy = ({ text, body }: { text?: string; body: unknown }) =>
    `${text ?? ''}${Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body)}`;

  test('the table names every endpoint, and only those', () => {
    expect(Object.keys(TABLE).sort()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test.each(
    Object.entries(TABLE).flatMap(([endpoint, lines]) => lines.map((line) => [`${endpoint.split(' ')[0]} ${line.path}`, line] as const)),
  )('%s', async (name, line) => {
    const method = name.split(' ')[0] as string;
    const answer = line.answer ?? 200;
    const heard = new Map<Who, number>();
    for (const who of everybody) {
      const reply = await send(who, method, line);
      heard.set(who, reply.status);
      if (line.may.includes(who)) continue;
      // A refusal says nothing of what it keeps.
      expect(Object.keys(reply.body as object).sort()).toEqual(['code', 'message']);
    }
    expect(inOrder(everybody.filter((who) => heard.get(who) === answer))).toEqual(inOrder(line.may));
    const others = everybody.filter((who) => !line.may.includes(who) && who !== 'signedOut');
    for (const who of others) expect([who, heard.get(who)]).toEqual([who, line.others ?? 404]);
    const isOpen = OPEN_PATHS.some((path) => line.path.startsWith(path));
    if (!line.may.includes('signedOut')) expect(heard.get('signedOut')).toBe(isOpen ? (line.others ?? 404) : 401);
  });

  test('[R6] what somebody wrote for themselves is in nobody’s answer but their own record', async () => {
    const found: string[] = [];
    const reads = Object.entries(TABLE).filter(([endpoint]) => endpoint.startsWith('get '));
    for (const line of reads.flatMap(([, lines]) => lines))
      for (const who of everybody) if (saidBy(await send(who, 'get', line)).includes(CANARY)) found.push(`${who} ${line.path}`);
    expect(found).toEqual(['mentee /api/my-record.json']);
  });

  test('[AD8] of several addresses each reader gets those that they may change, and never more than 50 at once', async () => {
    const read = async (who: Who, ...people: readonly string[]) =>
      send(who, 'get', { path: `/api/people/emails?ids=${people.join(',')}`, may: [] });
    const [ben, ada] = ['ben@hillside.example', 'ada@hillside.example'];
    expect((await read('coordinator', 'ben', 'ada', 'helen', 'nobody-knows')).body).toEqual({ emails: { ben } });
    expect((await read('hubAdministrator', 'ben', 'ada')).body).toEqual({ emails: { ben, ada } });
    expect((await read('coordinator', ...Array.from({ length: 51 }, (_, n) => `p${n}`))).status).toBe(400);
    expect((await read('coordinator')).status).toBe(400);
  });

  describe('[R5]', () => {
    const read = async (who: Who, position: Position) => {
      await hub.parts.views.caughtUp(position);
      const answers = [];
      for (const path of ['/api/suggestions/asha', '/api/suggestions/mona', '/api/directory', '/api/directory?q=mona', '/api/session'])
        answers.push((await send(who, 'get', { path, may: [] })).body as object);
      return answers;
    };
    const mona = (type: string, data: object) => must(hub, 'mona' as PersonId, type, { person: 'mona', ...data });
    const suggestedToColleague = async () => {
      const { body } = await send('colleague', 'get', { path: '/api/suggestions', may: [] });
      return (body as { people: { person: string }[] }).people.map(({ person }) => person);
    };

    test('whoever is excluded reads what they would if that person hid from everybody; everybody else reads what they did', async () => {
      const visible = await mona('SetVisibility', { visibility: 'everyone' });
      const before = [await read('leader', visible), await read('stranger', visible)];
      const hidden = await read('colleague', await mona('SetVisibility', { visibility: 'nobody' }));
      await mona('SetVisibility', { visibility: 'everyone' });
      const excluded = await mona('ExcludePerson', { other: 'cleo' });
      expect(await read('colleague', excluded)).toEqual(hidden);
      expect([await read('leader', excluded), await read('stranger', excluded)]).toEqual(before);
      expect(await suggestedToColleague()).not.toContain('mona');
    });

    test('whom somebody reports to changes nothing that they or others can read, and is heeded all the same', async () => {
      const now = (await hub.parts.log.head())!;
      const [before, others] = [await read('colleague', now), await read('leader', now)];
      const line = { institution: 'hillside', person: 'cleo', lineManager: 'asha', inductionTutor: null };
      const position = await must(hub, HUB, 'SetReportingLine', line);
      expect(await read('colleague', position)).toEqual(before);
      expect(await read('leader', position)).toEqual(others);
      expect(await suggestedToColleague()).not.toContain('asha');
      expect(await suggestedToColleague()).toContain('ivy');
    });
  });

  test('[R7] who lists certificates has no key to what they say of goals', async () => {
    const listed = (
      await Promise.all(everybody.map((who) => send(who, 'get', { path: '/api/institutions/hillside/certificates', may: [] })))
    )
      .filter(({ status }) => status === 200)
      .map(({ body }) => body as { certificates: readonly object[] });
    expect(listed).toHaveLength(3);
    const fields = ['as', 'credential', 'holder', 'on', 'revoked'];
    for (const { certificates } of listed)
      expect(certificates.map((one) => Object.keys(one).sort())).toEqual(certificates.map(() => fields));
    const found: string[] = [];
    for (const [endpoint, lines] of Object.entries(TABLE))
      for (const line of endpoint.startsWith('get ') ? lines : [])
        for (const who of everybody) if (saidBy(await send(who, 'get', line)).includes(CODE)) found.push(`${who} ${line.path}`);
    expect(found).toEqual(['mentee /api/my-record.json']);
  });

  test('[R9] an erased person is in no answer, cannot ask any more, and their certificate names nobody', async () => {
    const position = await must(hub, 'ben' as PersonId, 'ErasePerson', { person: 'ben' });
    await hub.parts.views.caughtUp(position);
    await hub.parts.reactors.settled();
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    expect((await send('mentee', 'get', { path: '/api/session', may: [] })).status).toBe(401);
    const { body } = await send('signedOut', 'get', { path: `/api/verify/${CODE}`, may: [] });
    expect(body).toMatchObject({ status: 'holder-erased', name: '' });
    expect(body).not.toHaveProperty('goalsAchieved');
    const found: string[] = [];
    for (const [endpoint, lines] of Object.entries(TABLE))
      for (const line of endpoint.startsWith('get ') ? lines : [])
        for (const who of everybody) if (saidBy(await send(who, 'get', line)).includes('Name of ben')) found.push(`${who} ${line.path}`);
    expect(found).toEqual([]);
  });
});
