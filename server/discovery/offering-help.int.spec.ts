import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { HelpOfferRow } from '@alongside/projections/views/help-offer.view.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import type { MenteesAnswer } from './mentees-to-help.js';

const [asha, ben, cleo, dan] = ['asha', 'ben', 'cleo', 'dan'] as [PersonId, PersonId, PersonId, PersonId];
const ROUTINES = 'exp-behaviour-classroom-routines-and-expectations';

describe('a mentor offers to help', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;

  beforeAll(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-03-06T09:00:00.000Z' as Instant));
    await makeSchool(hub, ['asha', 'ben', 'cleo', 'dan'], { asha: 2 });
    for (const person of [ben, cleo, dan])
      await hub.parts.views.caughtUp(await must(hub, person, 'SetAims', { person, aims: [{ tag: ROUTINES, from: 2, to: 3 }] }));
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  /** Said, read, and followed by what follows from it. */
  const done = async (by: PersonId, type: string, data: object) => {
    const position = await must(hub, by, type, data);
    await hub.parts.views.caughtUp(position);
    await hub.parts.reactors.doneTo(position);
  };
  const mentees = async (as: PersonId = asha): Promise<MenteesAnswer> =>
    (
      await request(hub.server)
        .get('/api/mentees')
        .set('Cookie', await cookieOf(hub, as))
        .expect(200)
    ).body as MenteesAnswer;
  const people = async (as?: PersonId) => (await mentees(as)).groups.flatMap((group) => group.people.map(({ person }) => person));
  const offersOf = async (as: PersonId): Promise<readonly HelpOfferRow[]> => {
    const { body } = await request(hub.server)
      .get('/api/views/help-offer')
      .set('Cookie', await cookieOf(hub, as))
      .expect(200);
    return (body as { rows: readonly { data: HelpOfferRow }[] }).rows.map(({ data }) => data);
  };
  const say = async (as: PersonId, type: string, data: object): Promise<Answer> => {
    const sent = request(hub.server)
      .post('/api/commands')
      .set('Cookie', await cookieOf(hub, as))
      .set('x-alongside', '1');
    return (await sent.send(envelopeOf(type, data))).body as Answer;
  };
  const choose = (person: PersonId, open: boolean) => done(person, 'SetOpenToOffers', { person, open });
  const offers = (helpOffer: string, mentee: PersonId) => ({ mentor: asha, helpOffer, mentee, note: 'I would be glad to help.' });

  test('nobody is shown who did not choose it; one who takes it back is gone at once, and so is the offer', async () => {
    expect(await mentees()).toEqual({ state: 'open', left: 2, groups: [], more: false });
    await choose(ben, true);
    expect(await people()).toEqual([ben]);
    expect(await say(asha, 'OfferHelp', offers('o-1', ben))).toMatchObject({ outcome: 'accepted' });
    expect((await offersOf(ben)).map(({ status }) => status)).toEqual(['open']);
    await choose(ben, false);
    expect(await people()).toEqual([]);
    expect(await offersOf(asha)).toMatchObject([{ status: 'declined', because: null }]);
    expect(await say(asha, 'OfferHelp', offers('o-2', ben))).toMatchObject({ outcome: 'rejected' });
  });

  test('the answer is a mentor’s alone: others are told that they offer no mentoring, and nobody reads the view behind it', async () => {
    await choose(cleo, true);
    expect(await people()).toEqual([cleo]);
    expect(await mentees(ben)).toEqual({ state: 'not-offering', left: 0, groups: [], more: false });
    await request(hub.server).get('/api/mentees').expect(401);
    await request(hub.server)
      .get('/api/views/open-to-offers')
      .set('Cookie', await cookieOf(hub, asha))
      .expect(404);
  });

  test('[R6] a line manager is shown nobody whom they manage, and cannot offer either', async () => {
    const line = { institution: 'hillside', person: cleo, lineManager: asha, inductionTutor: null };
    await done(HUB, 'GrantRole', { institution: 'hillside', person: dan, role: 'coordinator' });
    await done(dan, 'SetReportingLine', line);
    expect(await people()).toEqual([]);
    expect(await say(asha, 'OfferHelp', offers('o-3', cleo))).toMatchObject({ outcome: 'rejected', code: 'OFFER.NOT_AVAILABLE' });
    await done(dan, 'SetReportingLine', { ...line, lineManager: null });
    expect(await people()).toEqual([cleo]);
  });

  test('only the mentee may say yes; the two are then paired as by any request', async () => {
    expect(await say(asha, 'OfferHelp', offers('o-4', cleo))).toMatchObject({ outcome: 'accepted' });
    const yes = { mentor: asha, helpOffer: 'o-4', request: 'r-4', mentorship: 'm-4' };
    expect(await say(ben, 'AcceptOffer', yes)).toMatchObject({ outcome: 'rejected', code: 'COMMAND.NOT_ALLOWED' });
    expect(await say(asha, 'AcceptOffer', yes)).toMatchObject({ outcome: 'rejected', code: 'COMMAND.NOT_ALLOWED' });
    expect(await offersOf(dan)).toEqual([]);
    await done(cleo, 'AcceptOffer', yes);
    expect(hub.parts.views.store.get('mentorship', 'm-4')?.data).toMatchObject({
      mentor: asha,
      mentee: cleo,
      request: 'r-4',
      aims: [ROUTINES],
    });
    expect((await offersOf(asha)).find(({ helpOffer }) => helpOffer === 'o-4')).toMatchObject({ status: 'accepted', mentorship: 'm-4' });
  });
});
