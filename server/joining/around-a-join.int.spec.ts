import { jest } from '@jest/globals';
import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, Instant, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import { Postbox } from '../app/postbox.fixture.js';
import { viewReaderOf } from '../queries/live-views.js';

jest.setTimeout(300_000);
const [ben, moved, root] = ['ben', 'moved', 'root'] as PersonId[] as [PersonId, PersonId, PersonId];
const OLD = 'ben@hillside.example';
const PROFILE = { jobTitle: 'Teacher', about: '', phases: [], subjects: [], settings: [], roles: [] };

/** Ben at Hillside, and as a newcomer with another address at Elm. */
describe('two records of one person, whatever was said of either around the join', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  const clock = new TestClock('2026-03-02T09:00:00.000Z' as Instant);
  const postbox = new Postbox();
  let hub: Hub;

  beforeEach(async () => {
    folders = await testFolders();
    const first = await openTestHub(folders.next(), folders.log, clock);
    const { config } = first.parts;
    await first.close();
    hub = await createHub(
      { ...config, dataDir: folders.next() },
      { clock, logDir: folders.log, mailer: postbox, logger: createLogger('error') },
    );
    await must(hub, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await makeSchool(hub, ['ben', 'root']);
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: root, from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: 'hub', person: root, role: 'administrator' });
    await must(hub, HUB, 'RegisterInstitution', { institution: 'elm', details: { name: 'Elm School', kind: 'school', nation: 'england' } });
    for (const [person, name] of [
      [moved, 'B'],
      ['mia', 'Mia'],
    ] as const) {
      await must(hub, HUB, 'InvitePerson', { person, name, email: `${person}@elm.example`, institution: 'elm' });
      await must(hub, HUB, 'AddMember', { institution: 'elm', person, from: '2026-02-01' });
    }
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  const look = () => viewReaderOf(hub.parts.views.store);
  const post = (path: string, body: object, cookie: string) =>
    request(hub.server).post(path).set('x-alongside', '1').set('Cookie', cookie).send(body);
  async function codeFor(email: string, cookie: string): Promise<string> {
    // Both are also told by email that two records were joined.
    const sent = postbox.next(({ text }) => /\d{3} \d{3}/.test(text));
    await post('/api/joining/code', { email }, cookie).expect(202);
    return /(\d{3} \d{3})/.exec((await sent).text)?.[1] ?? '';
  }

  test('a sign-in at a process that had not heard of the join is none, and is asked for again', async () => {
    const before = await cookieOf(hub, moved);
    const asOf = hub.parts.views.through();
    const session = (token: string) => ({
      session: token.repeat(64),
      shared: false,
      expiresAt: '2026-04-01T09:00:00.000Z' as Instant,
      asOf,
    });
    await must(hub, HUB, 'JoinRecords', { record: moved, other: ben });
    // As such a process appends them, at the address of either that another had just changed.
    for (const [person, token] of [
      [moved, 'a'],
      [ben, 'b'],
    ] as const)
      await must(hub, HUB, 'OpenSession', { person, ...session(token) });
    await must(hub, HUB, 'OpenSession', { person: moved, ...session('c'), asOf: (await hub.parts.log.head())! });
    await hub.parts.joins.settled();
    await hub.parts.reactors.settled();
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    const open = (token: string) => hub.parts.views.store.get('session', token.repeat(64)) !== undefined;
    expect(['a', 'b', 'c'].map(open)).toEqual([false, false, true]);
    const { body } = await request(hub.server).get('/api/session').set('Cookie', before).expect(200);
    expect(body).toMatchObject({ person: 'ben' });
  });

  test('a rename says how far the log was read as it was decided, and one that had not heard of the join is none', async () => {
    await must(hub, HUB, 'RenamePerson', { person: 'mia', name: 'Mia B' });
    const named = (await hub.parts.log.readStream('person-mia' as StreamId)).filter(({ type }) => type === 'PersonRenamed');
    expect(named.map(({ data, position }) => ((data as { asOf?: Position }).asOf ?? position) < position)).toEqual([true]);
    const asOf = hub.parts.views.through();
    await must(hub, HUB, 'JoinRecords', { record: moved, other: ben });
    // As a process appends it that decided a moment before.
    await hub.parts.log.append('person-ben' as StreamId, (await hub.parts.log.readStream('person-ben' as StreamId)).length - 1, [
      {
        ...{ type: 'PersonRenamed', data: { person: ben, name: 'Evil', asOf }, id: uuidv7() as EventId },
        ...{ at: clock.now(), actor: root, commandId: uuidv7() as CommandId, institutions: [] },
      },
    ]);
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    await hub.parts.joins.settled();
    expect(look().row('person', ben)).toMatchObject({ name: 'Name of ben' });
  });

  test('the address of the other record proves nothing for 3 days after it was changed', async () => {
    const cookie = await cookieOf(hub, moved);
    await hub.parts.views.caughtUp(await must(hub, root, 'ChangeEmail', { person: ben, email: 'eve@elm.example' }));
    await hub.parts.reactors.settled();
    const code = await codeFor('eve@elm.example', cookie);
    const { body } = await post('/api/joining', { email: 'eve@elm.example', code }, cookie);
    expect(body).toMatchObject({ code: 'JOINING.ADDRESS_NEW' });
    await hub.parts.joins.settled();
    expect(look().row('person', moved)).toBeDefined();
  });

  test.each([
    ['later', 'Head of maths'],
    ['before its person said another', 'Teacher and mentor'],
  ])('keep the job that an import gave to the newer record %s', async (when, job) => {
    const described = (person: PersonId, jobTitle: string, more: object = {}) => ({ person, profile: { ...PROFILE, jobTitle }, ...more });
    await must(hub, ben, 'DescribeProfile', described(ben, 'Teacher'));
    await must(hub, HUB, 'DescribeProfile', described(moved, 'Head of maths', { withJoin: true }));
    if (when !== 'later') await must(hub, ben, 'DescribeProfile', described(ben, job));
    const cookie = await cookieOf(hub, moved);
    // Said before to the person who is asked: it is what follows.
    await hub.parts.views.caughtUp(await must(hub, root, 'ProposeJoining', { record: moved, other: ben }));
    const { body } = await request(hub.server).get('/api/joining').set('Cookie', cookie).expect(200);
    expect((body as { asked: unknown[] }).asked[0]).toMatchObject({ jobs: { own: 'Head of maths', keeps: job } });
    await post('/api/joining', { email: OLD, code: await codeFor(OLD, cookie) }, cookie).expect(200);
    await hub.parts.joins.settled();
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    expect(look().row('profile', ben)?.profile).toMatchObject({ jobTitle: job });
  });

  test('keep what their person wrote on a record that was joined before, beside an older job of a third', async () => {
    const words = { ...PROFILE, jobTitle: 'Head of maths', about: 'Twenty years of fractions.' };
    const third = 'third' as PersonId;
    await must(hub, HUB, 'InvitePerson', { person: third, name: 'Ben', email: 'third@elm.example', institution: 'elm' });
    await must(hub, HUB, 'DescribeProfile', { person: third, profile: PROFILE, withJoin: true });
    await must(hub, moved, 'DescribeProfile', { person: moved, profile: words });
    for (const email of ['moved@elm.example', 'third@elm.example']) {
      const cookie = await cookieOf(hub, ben);
      await post('/api/joining', { email, code: await codeFor(email, cookie) }, cookie).expect(200);
      await hub.parts.joins.settled();
      await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    }
    expect(look().row('profile', ben)?.profile).toMatchObject({ jobTitle: 'Head of maths', about: 'Twenty years of fractions.' });
  });

  test('say from when their person can do what cannot be undone, once one address was changed', async () => {
    await hub.parts.views.caughtUp(await must(hub, root, 'ChangeEmail', { person: ben, email: 'ben@new.example' }));
    await hub.parts.reactors.settled();
    const answer = async () =>
      (
        await request(hub.server)
          .get('/api/joining')
          .set('Cookie', await cookieOf(hub, ben))
      ).body as object;
    expect(await answer()).toMatchObject({ forGoodFrom: new Date(Date.parse(clock.now()) + 3 * 24 * 3_600_000).toISOString() });
    clock.set(new Date(Date.parse(clock.now()) + 3 * 24 * 3_600_000).toISOString());
    expect(await answer()).not.toHaveProperty('forGoodFrom');
  });
});
