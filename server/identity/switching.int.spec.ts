import request from 'supertest';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import { Postbox } from '../app/postbox.fixture.js';

const NEW = 'ben@elsewhere.example';
const NOBODY = 'nobody@elsewhere.example';

/** Ben, whose address was changed once, and his other record: joined, and not read as one by this process yet. */
// Of docs/spec/across-streams.md: SessionOpened.asOf, SignedInAgain.asOf.
describe('while a process does not read two records of one person as one yet', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  const clock = new TestClock('2026-03-06T09:00:00.000Z' as Instant);
  const postbox = new Postbox();
  let hub: Hub;
  let goOn: () => void = () => undefined;

  beforeAll(async () => {
    folders = await testFolders();
    const first = await openTestHub(folders.next(), folders.log, clock);
    const { config } = first.parts;
    await first.close();
    hub = await createHub(
      { ...config, dataDir: folders.next(), trustProxy: 1 },
      { clock, logDir: folders.log, mailer: postbox, logger: createLogger('error') },
    );
    await makeSchool(hub, ['ben', 'moved', 'asha']);
    await hub.parts.views.caughtUp(await must(hub, HUB, 'ChangeEmail', { person: 'ben', email: NEW }));
    await hub.parts.reactors.settled();
    const { projector } = hub.parts;
    const switchNow = projector.readAs.bind(projector);
    const held = new Promise<void>((resolve) => (goOn = resolve));
    projector.readAs = async (...given) => {
      await held;
      await switchNow(...given);
    };
    await hub.parts.views.caughtUp(await must(hub, HUB, 'JoinRecords', { record: 'moved', other: 'ben' }));
  });
  afterAll(async () => {
    goOn();
    await hub.close();
    await folders.clean();
  });

  const post = (path: string, body: object) => request(hub.server).post(path).set('x-alongside', '1').send(body);
  async function codeFor(email: string): Promise<string> {
    const sent = postbox.next();
    await post('/api/sign-in/code', { email }).expect(202);
    return /(\d{3} \d{3})/.exec((await sent).text)?.[1] ?? '';
  }
  const attempt = (code: string, email: string) => post('/api/sign-in', { email, code, shared: false });
  const give = (by: string, type: string, data: object): Promise<Answer> =>
    hub.parts.dispatcher.dispatch(envelopeOf(type, data), by as PersonId);
  const codeOf = (answer: Answer) => (answer.outcome === 'accepted' ? 'accepted' : answer.code);

  test('[AD7] a stranger learns by no answer, and by no time, that an address that was changed is somebody’s', async () => {
    const code = await codeFor(NEW);
    const wrong = code === '000 000' ? '000 001' : '000 000';
    const answers = [];
    for (const email of [NEW, NOBODY]) {
      const startedMs = performance.now();
      const { status, body } = await attempt(wrong, email);
      answers.push({ status, body });
      expect(performance.now() - startedMs).toBeGreaterThan(290);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 400, body: { code: 'SIGN_IN.CODE_WRONG' } });
    // Guesses are counted: after the last the right code is answered like a wrong one.
    for (let tries = 1; tries < 5; tries += 1) await attempt(wrong, NEW).expect(400);
    expect((await attempt(code, NEW).expect(400)).body).toMatchObject({ code: 'SIGN_IN.CODE_WRONG' });
  });

  test('its person is told that the code is right and to try again', async () => {
    clock.set('2026-03-06T11:00:00.000Z');
    const code = await codeFor(NEW);
    const { body } = await attempt(code, NEW).expect(503);
    expect(body).toMatchObject({ code: 'SIGN_IN.NOT_YET', message: expect.stringContaining('Try again in a minute') });
    // The first address of a record is theirs whatever comes of the join.
    await attempt(await codeFor('moved@hillside.example'), 'moved@hillside.example').expect(200);
  });

  test('nobody proves by an address that was changed that they are there, for what cannot be undone', async () => {
    clock.set('2026-03-06T11:30:00.000Z');
    const cookie = await cookieOf(hub, 'ben' as PersonId);
    const again = (path: string, body?: object) => post(path, body ?? {}).set('Cookie', cookie);
    const sent = postbox.next();
    await again('/api/sign-in/again/code').expect(202);
    const code = /(\d{3} \d{3})/.exec((await sent).text)?.[1] ?? '';
    const wrong = code === '000 000' ? '000 001' : '000 000';
    expect((await again('/api/sign-in/again', { code: wrong }).expect(400)).body).toMatchObject({ code: 'SIGN_IN.CODE_WRONG' });
    expect((await again('/api/sign-in/again', { code }).expect(503)).body).toMatchObject({ code: 'SIGN_IN.NOT_YET' });
  });

  test('an address, and a name that another gives, wait for the join; their own name does not', async () => {
    const named = (by: string) => give(by, 'RenamePerson', { person: 'ben', name: 'Ben' });
    expect(codeOf(await give(HUB, 'ChangeEmail', { person: 'ben', email: 'ben@third.example' }))).toBe('COMMAND.BEHIND');
    expect(codeOf(await give(HUB, 'ChangeEmail', { person: 'moved', email: 'ben@third.example' }))).toBe('COMMAND.BEHIND');
    expect([codeOf(await named(HUB)), codeOf(await named('ben'))]).toEqual(['COMMAND.BEHIND', 'accepted']);
  });

  test('once it does, the code that was right is still good', async () => {
    clock.set('2026-03-06T12:00:00.000Z');
    const code = await codeFor(NEW);
    await attempt(code, NEW).expect(503);
    goOn();
    await hub.parts.joins.settled();
    expect((await attempt(code, NEW).expect(200)).body).toEqual({ person: 'ben' });
    expect(codeOf(await give(HUB, 'ChangeEmail', { person: 'ben', email: 'ben@third.example' }))).toBe('accepted');
  });
});
