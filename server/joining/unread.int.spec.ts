import { jest } from '@jest/globals';
import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';

jest.setTimeout(300_000);
const [asha, ben, moved, root] = ['asha', 'ben', 'moved', 'root'] as PersonId[] as [PersonId, PersonId, PersonId, PersonId];

/** Ben at Hillside, whose mailbox there is closed, and as a newcomer at Elm. */
describe('two records of which one has an address that is not read', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let clock: TestClock;
  let hub: Hub;

  beforeEach(async () => {
    folders = await testFolders();
    clock = new TestClock('2026-03-02T09:00:00.000Z' as Instant);
    hub = await openTestHub(folders.next(), folders.log, clock);
    await must(hub, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await makeSchool(hub, ['asha', 'ben', 'root', 'twin'], { asha: 3 });
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: root, from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: 'hub', person: root, role: 'administrator' });
    await must(hub, HUB, 'RegisterInstitution', { institution: 'elm', details: { name: 'Elm School', kind: 'school', nation: 'england' } });
    await must(hub, HUB, 'InvitePerson', { person: moved, name: 'B', email: 'moved@elm.example', institution: 'elm' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'AddMember', { institution: 'elm', person: moved, from: '2026-02-01' }));
  });
  afterEach(async () => {
    await hub.close();
    await folders.clean();
  });

  const look = () => viewReaderOf(hub.parts.views.store);
  const post = (path: string, body: object, cookie: string) =>
    request(hub.server).post(path).set('x-alongside', '1').set('Cookie', cookie).send(body);
  const give = (by: PersonId, type: string, data: object): Promise<Answer> => hub.parts.dispatcher.dispatch(envelopeOf(type, data), by);
  const codeOf = (answer: Answer) => (answer.outcome === 'accepted' ? 'accepted' : answer.code);
  const DAYS_3_MS = 3 * 24 * 60 * 60 * 1_000;
  const later = (ms: number) => clock.set(new Date(Date.parse(clock.now()) + ms).toISOString());
  const agree = (cookie: string, other = ben) => post('/api/joining/agree', { other }, cookie);
  const vouch = async (by = root) =>
    hub.parts.views.caughtUp(await must(hub, by, 'ProposeJoining', { record: moved, other: ben, unread: ben }));
  const askedOf = async (cookie: string) =>
    ((await request(hub.server).get('/api/joining').set('Cookie', cookie).expect(200)).body as { asked: object[] }).asked;

  test('are joined without a code from 3 days after the question, by their person at the other address', async () => {
    await agree(await cookieOf(hub, moved)).expect(409);
    await vouch();
    later(DAYS_3_MS - 1);
    const early = await agree(await cookieOf(hub, moved)).expect(409);
    expect(early.body).toMatchObject({ code: 'JOINING.TOO_EARLY' });
    later(1);
    const [cookie, closed] = [await cookieOf(hub, moved), await cookieOf(hub, ben)];
    expect(await askedOf(cookie)).toMatchObject([{ record: 'ben', joinsFrom: clock.now() }]);
    expect(await askedOf(closed)).toMatchObject([{ record: 'moved', otherJoinsFrom: clock.now() }]);
    // The unread address proves nothing: with it a code is needed as before.
    expect((await agree(closed, moved).expect(409)).body).toMatchObject({ code: 'JOINING.NEEDS_CODE' });
    await agree(cookie).expect(200);
    await hub.parts.joins.settled();
    await hub.parts.reactors.settled();
    expect(look().row('person', moved)).toBeUndefined();
    expect(look().row('person', ben)).toMatchObject({ institutions: ['hillside', 'elm'] });
  });

  test('are not where somebody at that address said no, or the question was taken back', async () => {
    await vouch();
    await hub.parts.views.caughtUp(await must(hub, ben, 'DeclineJoining', { record: ben, other: moved }));
    later(DAYS_3_MS);
    const cookie = await cookieOf(hub, moved);
    expect((await agree(cookie).expect(409)).body).toMatchObject({ code: 'JOINING.NEEDS_CODE' });
    await vouch();
    await hub.parts.views.caughtUp(await must(hub, root, 'DeclineJoining', { record: ben, other: moved }));
    expect((await agree(cookie).expect(409)).body).toMatchObject({ code: 'JOINING.NEEDS_CODE' });
  });

  test('are not where who asked does not look after both any more', async () => {
    await vouch();
    await must(hub, HUB, 'AddMember', { institution: 'hub', person: asha, from: '2026-01-05' });
    await must(hub, HUB, 'GrantRole', { institution: 'hub', person: asha, role: 'administrator' });
    await hub.parts.views.caughtUp(await must(hub, HUB, 'RevokeRole', { institution: 'hub', person: root, role: 'administrator' }));
    later(DAYS_3_MS);
    const cookie = await cookieOf(hub, moved);
    expect(await askedOf(cookie)).toEqual([expect.not.objectContaining({ joinsFrom: expect.anything() })]);
    expect((await agree(cookie).expect(409)).body).toMatchObject({ code: 'JOINING.NEEDS_CODE' });
  });

  test('are not on a question that says nothing of an address', async () => {
    await hub.parts.views.caughtUp(await must(hub, root, 'ProposeJoining', { record: moved, other: ben }));
    later(DAYS_3_MS);
    expect((await agree(await cookieOf(hub, moved)).expect(409)).body).toMatchObject({ code: 'JOINING.NEEDS_CODE' });
  });

  test('are not by one who signed in too long ago, or whose address is new', async () => {
    await vouch();
    later(DAYS_3_MS);
    const cookie = await cookieOf(hub, moved);
    later(11 * 60_000);
    expect((await agree(cookie).expect(403)).body).toMatchObject({ code: 'SIGN_IN.TOO_LONG_AGO' });
    await hub.parts.views.caughtUp(await must(hub, root, 'ChangeEmail', { person: moved, email: 'newest@elm.example' }));
    // A changed address ends sessions.
    await hub.parts.reactors.settled();
    expect((await agree(await cookieOf(hub, moved)).expect(403)).body).toMatchObject({ code: 'SIGN_IN.ADDRESS_NEW' });
  });

  test('an administrator says so of nobody whose address they may not change, nor beside their own record', async () => {
    const by = async (who: PersonId, data: object) => codeOf(await give(who, 'ProposeJoining', data));
    expect(await by(root, { record: root, other: ben, unread: ben })).toBe('COMMAND.NOT_ALLOWED');
    await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: asha, role: 'administrator' });
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: moved, from: '2026-03-01' });
    await must(hub, HUB, 'GrantRole', { institution: 'elm', person: moved, role: 'administrator' });
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    expect(await by(asha, { record: 'twin', other: moved, unread: moved })).toBe('COMMAND.NOT_ALLOWED');
    expect(await by(asha, { record: 'twin', other: moved, unread: 'twin' })).toBe('accepted');
  });
});
