import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import type { EventId, PersonId, Position, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { Hub } from '../app/create-hub.js';
import { asking, cookieOf, envelopeOf, makeSchool, must, openTestHub, testFolders, until } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { COMMAND_LIMIT_BYTES } from './commands.controller.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const mentees = Array.from({ length: 50 }, (_, index) => `mentee-${index}` as PersonId);

let folders: Awaited<ReturnType<typeof testFolders>>;
let hub: Hub;
let other: Hub;
let cookie: string;

beforeAll(async () => {
  folders = await testFolders();
  hub = await openTestHub(folders.next(), folders.log);
  await makeSchool(hub, ['asha', 'ben', 'cleo', 'dan', 'eve', 'finn', 'ida', 'jon', ...mentees], {
    asha: 1,
    cleo: 3,
    dan: 3,
    eve: 3,
    finn: 3,
  });
  other = await openTestHub(folders.next(), folders.log);
  cookie = await cookieOf(hub, ben);
});
afterAll(async () => {
  await other.close();
  await hub.close();
  await folders.clean();
});

const post = (body: unknown, from = hub, as = cookie) =>
  request(`http://127.0.0.1:${from.port}`)
    .post('/api/commands')
    .set('x-alongside', '1')
    .set('Cookie', as)
    .send(body as object);
const profile = { jobTitle: 'Teacher', about: '', phases: [], subjects: [], settings: [], roles: [] };
const rename = (name: string) => envelopeOf('RenamePerson', { person: 'ben', name });

describe('a command over HTTP', () => {
  test('is accepted with its position, and the next read includes it', async () => {
    const { status, body } = await post(rename('Ben the Second'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'accepted', position: expect.any(String) });
    const read = await request(`http://127.0.0.1:${hub.port}`)
      .get('/api/views/person/ben')
      .set('Cookie', cookie)
      .set('x-alongside-after', body.position);
    expect(read.body.row.data.name).toBe('Ben the Second');
  });

  test('that changes nothing is answered with a position that the views have, though a key is the last that was written', async () => {
    await hub.parts.keyring.toSeal('newcomer' as PersonId);
    const idle = envelopeOf('CloseSession', { person: 'newcomer', session: 'a'.repeat(64) });
    const answer = await hub.parts.dispatcher.dispatch(idle, HUB);
    expect(answer).toMatchObject({ outcome: 'accepted', position: hub.parts.views.through() });
    expect(await hub.parts.views.caughtUp((answer as { position: Position }).position)).toBe(true);
  });

  test('[R2] given twice has the effect of one, whichever process is asked', async () => {
    const sent = rename('Ben the Third');
    const first = await post(sent);
    const again = await post(sent);
    expect(again.body).toEqual(first.body);
    await other.parts.views.caughtUp(first.body.position);
    const elsewhere = await post(sent, other);
    expect(elsewhere.body).toEqual(first.body);
    const history = await hub.parts.log.readStream('person-ben' as never);
    expect(history.filter(({ commandId }) => commandId === sent.commandId)).toHaveLength(1);
  });

  test('[R2] given ten times at once has the effect of one', async () => {
    const sent = rename('Ben the Fourth');
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(sent)));
    expect(new Set(answers.map(({ body }) => body.position)).size).toBe(1);
  });

  test('[R2] given again with other content is refused and changes nothing, whichever process is asked', async () => {
    const sent = rename('Ben the Fifth');
    const first = await post(sent);
    const otherwise = { ...sent, data: { person: 'ben', name: 'Ben the Sixth' } };
    for (const from of [hub, other]) {
      const { status, body } = await post(otherwise, from);
      expect([status, body.code]).toEqual([409, 'COMMAND.REPEATED_OTHERWISE']);
      expect((await post({ ...sent, data: { name: 'Ben the Fifth', person: 'ben' } }, from)).body).toEqual(first.body);
    }
    expect((await post({ ...sent, type: 'DescribeProfile', data: { person: 'ben', profile } })).body.code).toBe(
      'COMMAND.REPEATED_OTHERWISE',
    );
    const history = await hub.parts.log.readStream('person-ben' as never);
    expect(history.at(-1)).toMatchObject({ data: { name: 'Ben the Fifth' } });
    expect(JSON.stringify(history.at(-1)?.fingerprint)).not.toContain('Fifth');
  });

  test('[R2] that changed nothing is answered as before, and with other content is refused', async () => {
    await post(rename('Ben the Seventh'));
    const idle = rename('Ben the Seventh');
    const first = await post(idle);
    expect(first.body.outcome).toBe('accepted');
    expect((await post(idle)).body).toEqual(first.body);
    expect((await post({ ...idle, data: { person: 'ben', name: 'Ben the Eighth' } })).body.code).toBe('COMMAND.REPEATED_OTHERWISE');
  });

  test('[R2] of a log from before fingerprints is known by its id alone', async () => {
    const sent = rename('Ben of Old');
    const { log, clock } = hub.parts;
    const history = await log.readStream('person-ben' as StreamId);
    const old = { type: 'PersonRenamed', data: { person: ben, name: 'Ben of Old' }, id: uuidv7() as EventId, at: clock.now() } as const;
    const common = { actor: ben, commandId: sent.commandId, institutions: [] };
    await log.append('person-ben' as StreamId, history.at(-1)!.revision, [{ ...old, ...common }]);
    expect((await post({ ...sent, data: { person: 'ben', name: 'Ben of New' } })).body.outcome).toBe('accepted');
  });

  test('an id that somebody else used is refused', async () => {
    const sent = envelopeOf('RenamePerson', { person: 'asha', name: 'Asha' });
    await hub.parts.dispatcher.dispatch(sent, 'hub' as PersonId);
    const { body } = await post(sent, hub, await cookieOf(hub, asha));
    expect(body).toMatchObject({ outcome: 'rejected', code: 'COMMAND.INVALID', field: 'commandId' });
  });

  test('[R3] one new id for requests to several mentors opens one of them', async () => {
    const asked = asking('cleo', 'ida');
    const ida = await cookieOf(hub, 'ida' as PersonId);
    expect((await post(envelopeOf('RequestMentoring', asked), hub, ida)).body.outcome).toBe('accepted');
    const again = await post(envelopeOf('RequestMentoring', { ...asked, mentor: 'dan' }), hub, ida);
    expect(again.body).toMatchObject({ outcome: 'rejected', code: 'COMMAND.INVALID', field: 'request' });
  });

  test('an id that stands for a mentorship already begins no other', async () => {
    const [first, second] = [asking('eve', 'ida'), asking('eve', 'jon')];
    for (const data of [first, second]) await must(hub, data.mentee as PersonId, 'RequestMentoring', data);
    const eve = await cookieOf(hub, 'eve' as PersonId);
    const accept = (request: string) => post(envelopeOf('AcceptRequest', { mentor: 'eve', request, mentorship: 'm-eve' }), hub, eve);
    await accept(first.request);
    // At once by the mentor's own stream; for any other mentor, and with another code, once the mentorship is in view.
    const { body } = await accept(second.request);
    expect(body).toMatchObject({ outcome: 'rejected', field: 'mentorship' });
    expect(['REQUEST.MENTORSHIP_BEGUN', 'COMMAND.INVALID']).toContain(body.code);
    await until(hub, () => viewReaderOf(hub.parts.views.store).row('mentorship', 'm-eve') !== undefined);
    expect((await accept(second.request)).body).toMatchObject({ outcome: 'rejected', code: 'COMMAND.INVALID', field: 'mentorship' });
    expect((await accept(first.request)).body.outcome).toBe('accepted');
  });

  test('says for every field what is wrong with it', async () => {
    const { status, body } = await post(envelopeOf('SetAims', { person: 'ben', aims: [{ tag: '!', from: 0 }] }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ outcome: 'rejected', code: 'COMMAND.INVALID' });
    expect(body.problems.map(({ field }: { field: string }) => field)).toEqual(['aims.0.tag', 'aims.0.from', 'aims.0.to']);
    expect(body.problems[2].message).toBe('Enter a value.');
  });

  test('of an unknown type is refused, and so is a name that every object has', async () => {
    for (const type of ['MakeTea', 'constructor', '__proto__'])
      expect((await post(envelopeOf(type, {}))).body.code).toBe('COMMAND.UNKNOWN');
  });

  test('that nobody may give is refused', async () => {
    const { status, body } = await post(envelopeOf('RenamePerson', { person: 'asha', name: 'Not Asha' }));
    expect([status, body.code]).toEqual([403, 'COMMAND.NOT_ALLOWED']);
    expect(
      (await post(envelopeOf('StartMentorship', { mentorship: 'm', mentor: 'asha', mentee: 'ben', request: null, aims: [] }))).body.code,
    ).toBe('COMMAND.NOT_ALLOWED');
  });

  test('that is too large, malformed, anonymous or from another site is refused before it is read', async () => {
    expect((await post({ ...rename('Ben'), more: 'x'.repeat(COMMAND_LIMIT_BYTES) })).body.code).toBe('COMMAND.TOO_LARGE');
    expect((await post('{').type('application/json')).body.code).toBe('REQUEST.MALFORMED');
    expect((await post(rename('Ben'), hub, '')).status).toBe(401);
    const foreign = await request(`http://127.0.0.1:${hub.port}`).post('/api/commands').set('Cookie', cookie).send(rename('Ben'));
    expect([foreign.status, foreign.body.code]).toEqual([403, 'REQUEST.FOREIGN']);
  });
});

describe('commands at once', () => {
  test('[R3] five requests of one mentee at once open three', async () => {
    const asks = ['asha', 'cleo', 'dan', 'eve', 'finn'].map((mentor) => post(envelopeOf('RequestMentoring', asking(mentor, 'ben'))));
    const answers = (await Promise.all(asks)).map(({ body }) => body as Answer);
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(3);
    for (const answer of answers) if (answer.outcome === 'rejected') expect(answer.code).toBe('REQUEST.TOO_MANY_OPEN');
  });

  test('[R1] of fifty acceptances at once for one last place, through two processes, exactly one wins', async () => {
    const asked = [];
    for (const mentee of mentees) {
      const data = asking('asha', mentee);
      asked.push(data.request);
      await must(hub, mentee, 'RequestMentoring', data);
    }
    const ashas = await Promise.all([hub, other].map((process) => cookieOf(process, asha)));
    for (const process of [hub, other]) await process.parts.views.caughtUp((await process.parts.log.head())!);
    const answers = await Promise.all(
      asked.map((id, index) =>
        post(
          envelopeOf('AcceptRequest', { mentor: 'asha', request: id, mentorship: `m-${index}` }),
          index % 2 ? hub : other,
          ashas[index % 2 ? 0 : 1],
        ),
      ),
    );
    const codes = answers.map(({ body }) => (body.outcome === 'accepted' ? 'accepted' : body.code));
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['accepted', 'REQUEST.MENTOR_FULL']));

    const winner = answers.find(({ body }) => body.outcome === 'accepted')?.body;
    await until(hub, () => viewReaderOf(hub.parts.views.store).rows('mentorship', { mentor: 'asha' }).length === 1);
    await hub.parts.views.caughtUp(winner.position);
    const open = viewReaderOf(hub.parts.views.store).rows('request', { mentor: 'asha', status: 'accepted' });
    expect(open).toHaveLength(1);
  });
});

test('whoever names a position that never comes keeps nobody else waiting', async () => {
  let answered = false;
  const waiting = hub.parts.dispatcher
    .dispatch(envelopeOf('WithdrawRequest', { mentor: 'cleo', request: 'none' }), ben, { after: 'zzzz' as Position })
    .finally(() => (answered = true));
  await must(hub, 'cleo' as PersonId, 'ChangeCapacity', { mentor: 'cleo', places: 4 });
  expect(answered).toBe(false);
  expect(await waiting).toMatchObject({ outcome: 'rejected', code: 'COMMAND.BEHIND' });
});
