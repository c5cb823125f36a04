import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, Instant, PersonId, RecordId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { allViews } from '@alongside/projections/views/index.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { filesIn } from '../app/files-in.testing.js';
import { asking, cookieOf, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import type { Email, Mailer } from '../mail/mailer.js';
import { viewReaderOf } from '../queries/live-views.js';

jest.setTimeout(300_000);
const [asha, ben, moved, root] = ['asha', 'ben', 'moved', 'root'] as PersonId[] as [PersonId, PersonId, PersonId, PersonId];
const OLD = 'ben@hillside.example';
const NEW = 'quillfeather@elm.example';
/** Words of both records. */
const CANARIES = ['Quillfeather', 'zanzibarnote', 'marzipanthought', 'periwinklethought'];

class Postbox implements Mailer {
  readonly sent: Email[] = [];
  async send(email: Email): Promise<void> {
    this.sent.push(email);
  }
  async forget(): Promise<void> {}
  async sender(): Promise<string> {
    return 'hub@x.example';
  }
  async close(): Promise<void> {}
}

describe('two records of one person', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let folder: string;
  let clock: TestClock;
  let postbox: Postbox;
  let hub: Hub;
  const others: Hub[] = [];

  beforeEach(async () => {
    folders = await testFolders();
    clock = new TestClock('2026-03-02T09:00:00.000Z' as Instant);
    postbox = new Postbox();
    const first = await openTestHub(folders.next(), folders.log, clock);
    const { config } = first.parts;
    await first.close();
    folder = folders.next();
    hub = await createHub({ ...config, dataDir: folder }, { clock, logDir: folders.log, mailer: postbox, logger: createLogger('error') });
    await liveTwice(hub);
  });
  afterEach(async () => {
    for (const one of others.splice(0)) await one.close();
    await hub.close();
    await folders.clean();
  });

  async function another(): Promise<Hub> {
    const one = await openTestHub(folders.next(), folders.log, clock);
    others.push(one);
    return one;
  }
  const look = (at = hub) => viewReaderOf(at.parts.views.store);
  const post = (path: string, body: object, cookie: string) =>
    request(hub.server).post(path).set('x-alongside', '1').set('Cookie', cookie).send(body);
  const give = (by: PersonId, type: string, data: object, id?: string): Promise<Answer> =>
    hub.parts.dispatcher.dispatch(envelopeOf(type, data, id), by);
  const codeOf = (answer: Answer) => (answer.outcome === 'accepted' ? 'accepted' : answer.code);
  const digits = () => /(\d{3} \d{3})/.exec(postbox.sent.findLast(({ key }) => key.startsWith('joining'))?.text ?? '')?.[1] ?? '';
  const joinNow = async (at = hub) => {
    await at.parts.views.caughtUp(await must(at, HUB, 'JoinRecords', { record: moved, other: ben }));
    await at.parts.joins.settled();
    await at.parts.reactors.settled();
  };

  test('are joined by an administrator who proposes and by the person with a code, and are one everywhere from then on', async () => {
    const sessions = { ben: await cookieOf(hub, ben), moved: await cookieOf(hub, moved), root: await cookieOf(hub, root) };
    const found = await post('/api/joining/find', { record: moved, email: OLD }, sessions.root).expect(200);
    const kept = {
      ...{ sameName: false, kept: 'ben', keptName: 'Ben Quillfeather', keptEmail: 'b…@hillside.example', uninvited: [] },
      mayVouch: ['moved', 'ben'],
    };
    expect(found.body).toEqual({ record: 'ben', name: 'Ben Quillfeather', places: ['Hillside School'], ...kept });
    // What tells it apart, and never the whole address.
    const apart = { jobTitle: 'Teacher', memberFrom: expect.any(String), email: 'b…@hillside.example' };
    await hub.parts.views.caughtUp(await must(hub, root, 'ProposeJoining', { record: moved, other: ben }));
    const asked = await request(hub.server).get('/api/joining').set('Cookie', sessions.moved).expect(200);
    expect(asked.body).toEqual({
      asked: [
        {
          record: 'ben',
          name: 'Ben Quillfeather',
          places: ['Hillside School'],
          kept: 'ben',
          joined: 'moved',
          asker: expect.stringMatching(/Name of root/),
          ...apart,
        },
      ],
      further: [],
    });
    // A wrong address says nothing and sends nothing.
    await post('/api/joining/code', { email: 'nobody@hillside.example' }, sessions.moved).expect(202);
    await post('/api/joining/code', { email: OLD }, sessions.moved).expect(202);
    for (let turn = 0; turn < 500 && !digits(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(postbox.sent.findLast(({ key }) => key.startsWith('joining'))?.to.email).toBe(OLD);
    await post('/api/joining', { email: OLD, code: '000 000' }, sessions.moved).expect(400);
    // A command of a browser that is away meanwhile.
    const away = envelopeOf('WriteReflection', reflection('f-away', moved, 'Said on the way'), 'c-away');
    await post('/api/joining', { email: OLD, code: digits() }, sessions.moved).expect(200);
    await hub.parts.joins.settled();
    await hub.parts.reactors.settled();

    expect(look().row('person', ben)).toMatchObject({ name: 'Ben Quillfeather', institutions: ['hillside', 'elm'] });
    expect(look().row('person', moved)).toBeUndefined();
    expect(
      look()
        .rows('mentorship', { mentee: ben })
        .map(({ mentorship }) => mentorship),
    ).toEqual(['m-1', 'm-2']);
    expect(
      look()
        .rows('reflection', { person: ben })
        .map(({ reflection: id }) => id)
        .toSorted(),
    ).toEqual(['f-1', 'f-2']);
    for (const cookie of [sessions.ben, sessions.moved]) {
      const { body } = await request(hub.server).get('/api/session').set('Cookie', cookie).expect(200);
      expect(body).toMatchObject({ person: 'ben' });
    }
    expect(
      [OLD, NEW].map((email) =>
        look()
          .rows('account', { email })
          .map(({ person }) => person),
      ),
    ).toEqual([['ben'], ['ben']]);
    // By its old id, and by the name that its browser goes by.
    const late = await request(hub.server)
      .post('/api/commands')
      .set('x-alongside', '1')
      .set('x-alongside-person', 'moved')
      .set('Cookie', sessions.moved)
      .send(away);
    expect(late.body).toMatchObject({ outcome: 'accepted' });
    await hub.parts.views.caughtUp((late.body as { position: never }).position);
    expect(look().row('reflection', 'f-away')).toMatchObject({ person: 'ben' });
    // What was given before and is sent again is answered as before.
    expect(codeOf(await give(moved, 'WriteReflection', reflection('f-2', moved, 'A periwinklethought'), 'c-f-2'))).toBe('accepted');
    expect(codeOf(await give(moved, 'WriteReflection', reflection('f-2', moved, 'Other words'), 'c-f-2'))).toBe(
      'COMMAND.REPEATED_OTHERWISE',
    );
    // What each record said of itself is one stream to decide by.
    await hub.parts.views.caughtUp(await must(hub, moved, 'RenamePerson', { person: moved, name: 'Ben Okafor' }));
    expect(look().row('person', ben)).toMatchObject({ name: 'Ben Okafor' });
    expect((await hub.parts.log.readStream('person-ben' as StreamId)).at(-1)).toMatchObject({ type: 'PersonRenamed', actor: 'ben' });
  });

  test('are the same rows in the running hub, in one that begins anew, in one that was stopped, and in one that ran beside it', async () => {
    const beside = await another();
    await joinNow();
    const head = await hub.parts.log.head();
    await beside.parts.views.caughtUp(head!);
    await beside.parts.joins.settled();
    await must(beside, ben, 'RateSkill', {
      ...{ person: ben, mentorship: null, level: 3, when: 'before' },
      tag: 'exp-behaviour-classroom-routines-and-expectations',
    });
    const anew = await another();
    for (const one of [hub, beside, anew]) {
      await one.parts.reactors.settled();
      await one.parts.views.caughtUp((await hub.parts.log.head())!);
    }
    const running = rowsOf(hub);
    expect(rowsOf(anew)).toEqual(running);
    expect(rowsOf(beside)).toEqual(running);
    expect(anew.parts.joins.inForce.key).toBe(hub.parts.joins.inForce.key);
  });

  test('a process that stops while it builds by what it learned goes on with it at its next start', async () => {
    const { config } = hub.parts;
    await hub.parts.views.caughtUp(await must(hub, HUB, 'JoinRecords', { record: moved, other: ben }));
    await hub.close();
    hub = await createHub(config, { clock, logDir: folders.log, mailer: postbox, logger: createLogger('error') });
    expect(look().row('person', moved)).toBeUndefined();
    const anew = await another();
    expect(rowsOf(hub)).toEqual(rowsOf(anew));
  });

  test('[R9] die together: erasing the person leaves no word of either record in any file, and no key', async () => {
    await joinNow();
    expect(await canariesIn(folder)).not.toEqual([]);
    await hub.parts.views.caughtUp(await must(hub, ben, 'ErasePerson', { person: ben }));
    await hub.parts.reactors.settled();
    expect(await Promise.all([ben, moved].map((one) => hub.parts.keyring.find(one)))).toEqual(['destroyed', 'destroyed']);
    expect(await canariesIn(folder)).toEqual([]);
    expect(await canariesIn(folders.log)).toEqual([]);
    const notes = await readFile(`${folder}/deletions.json`, 'utf8').catch(() => '');
    expect(notes === '' || (notes.includes('ben') && notes.includes('moved'))).toBe(true);
  });

  test('[R9] die together also where the person is erased before this process reads the two as one', async () => {
    await must(hub, HUB, 'JoinRecords', { record: moved, other: ben });
    await must(hub, moved, 'ErasePerson', { person: moved });
    await hub.parts.joins.settled();
    await hub.parts.reactors.settled();
    await hub.parts.reactors.retryAside();
    expect(look().row('person', ben)).toMatchObject({ erased: true, name: '' });
    expect(await canariesIn(folder)).toEqual([]);
  });

  test('of one that was erased in the same moment nothing is joined, whatever a process thought', async () => {
    await must(hub, ben, 'ErasePerson', { person: ben });
    // As a process appends it that decided a moment before.
    await hub.parts.log.append('joining-ben_moved' as StreamId, 'noStream', [
      {
        ...{ type: 'RecordsJoined', data: { person: ben, joined: 'moved' as RecordId, belongs: [] }, id: uuidv7() as EventId },
        ...{ at: clock.now(), actor: HUB, commandId: uuidv7() as CommandId, institutions: [] },
      },
    ]);
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    await hub.parts.joins.settled();
    expect(look().row('person', moved)).toMatchObject({ erased: false });
    expect((await another()).parts.joins.inForce.key).toBe('');
  });

  test('keep both addresses until the person leaves one, which is free then', async () => {
    await joinNow();
    await hub.parts.views.caughtUp(await must(hub, ben, 'LeaveFurtherAddress', { record: ben, other: moved }));
    await hub.parts.reactors.settled();
    expect(look().rows('account', { email: NEW })).toEqual([]);
    expect(codeOf(await give(HUB, 'InvitePerson', { person: 'zoe', name: 'Zoe', email: NEW, institution: 'hillside' }))).toBe('accepted');
    expect(codeOf(await give(HUB, 'InvitePerson', { person: 'zed', name: 'Zed', email: OLD, institution: 'hillside' }))).toBe(
      'PERSON.EMAIL_TAKEN',
    );
  });

  test('name both addresses to the person, who may keep the one of the joined record: the other is free then', async () => {
    await joinNow();
    const cookie = await cookieOf(hub, ben);
    const further = async () => (await request(hub.server).get('/api/joining').set('Cookie', cookie)).body as { further: unknown };
    expect((await further()).further).toEqual([{ record: moved, email: NEW }]);
    await post('/api/address/further', { record: 'cora' }, cookie).expect(404);
    await post('/api/address/further', { record: moved }, cookie).expect(200);
    await hub.parts.reactors.settled();
    expect((await further()).further).toEqual([]);
    expect(look().row('profile', ben)?.email).toBe(NEW);
    expect(look().rows('account', { email: NEW })).toMatchObject([{ person: ben }]);
    expect(look().rows('account', { email: OLD })).toEqual([]);
    expect(codeOf(await give(HUB, 'InvitePerson', { person: 'zed', name: 'Zed', email: OLD, institution: 'hillside' }))).toBe('accepted');
    expect(codeOf(await give(HUB, 'InvitePerson', { person: 'zoe', name: 'Zoe', email: NEW, institution: 'hillside' }))).toBe(
      'PERSON.EMAIL_TAKEN',
    );
  });

  test('keep the membership and the role that the other record had left', async () => {
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: moved, from: '2026-03-01' });
    await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: ben, role: 'coordinator' });
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: moved });
    await joinNow();
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    expect(look().row('membership', ben)?.memberships).toMatchObject([
      { institution: 'elm' },
      { institution: 'hillside', roles: ['coordinator'], from: '2026-01-05' },
    ]);
  });

  test('keep the earlier first day at a school where both were', async () => {
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: moved, from: '2026-03-01' });
    await joinNow();
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    expect(
      look()
        .row('membership', ben)
        ?.memberships.find(({ institution }) => institution === 'hillside')?.from,
    ).toBe('2026-01-05');
  });

  test('keep who stands above either record, and whom either stands above, at a school where both were', async () => {
    const set = (person: string, lineManager: string | null, inductionTutor: string | null) =>
      must(hub, HUB, 'SetReportingLine', { institution: 'hillside', person, lineManager, inductionTutor });
    await set(ben, 'root', null);
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: moved, from: '2026-03-01' });
    await set(moved, 'asha', 'twin');
    await set('twin', moved, null);
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    await joinNow();
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    const lines = (person: PersonId, at = hub) => {
      const here = look(at)
        .row('membership', person)
        ?.memberships.find(({ institution }) => institution === 'hillside');
      return here && [here.from, here.lineManager, here.inductionTutor];
    };
    expect(lines(ben)).toEqual(['2026-01-05', 'root', 'twin']);
    expect(lines('twin' as PersonId)).toEqual(['2026-01-05', 'ben', null]);
    // The institution’s own stream says so too: said again it is no news, and a hub that reads the log anew has the same.
    const before = await hub.parts.log.head();
    await set(ben, 'root', 'twin');
    expect(await hub.parts.log.head()).toBe(before);
    const anew = await another();
    await anew.parts.views.caughtUp(before!);
    expect(lines(ben, anew)).toEqual(['2026-01-05', 'root', 'twin']);
  });

  test('a line that somebody sets as the two are joined stands', async () => {
    const set = (data: object) => must(hub, HUB, 'SetReportingLine', { institution: 'hillside', inductionTutor: null, ...data });
    await hub.parts.views.caughtUp(await set({ person: ben, lineManager: 'root' }));
    const asOf = hub.parts.views.through();
    await hub.parts.views.caughtUp(await set({ person: ben, lineManager: 'asha' }));
    await must(hub, HUB, 'JoinRecords', { record: moved, other: ben, asOf });
    await hub.parts.joins.settled();
    await hub.parts.reactors.settled();
    await set({ person: ben, lineManager: null });
    await hub.parts.views.caughtUp(await set({ person: ben, lineManager: 'root', asOf }));
    expect(look().row('membership', ben)?.memberships).toContainEqual(
      expect.objectContaining({ institution: 'hillside', lineManager: null }),
    );
  });

  test.each([
    ['the same record', async () => undefined, { record: ben, other: ben }, 'JOINING.SAME_RECORD'],
    ['nobody’s record', async () => undefined, { record: ben, other: 'nobody' }, 'JOINING.RECORD_NOT_FOUND'],
    ['a mentor and their mentee', async () => undefined, { record: ben, other: asha }, 'JOINING.THEY_MENTOR'],
    [
      'two with one mentor',
      async () => {
        await pair('twin', 'm-3');
      },
      { record: ben, other: 'twin' },
      'JOINING.WITH_THE_SAME',
    ],
    [
      'a line manager',
      async () => {
        const line = { institution: 'hillside', person: 'twin', lineManager: ben, inductionTutor: null };
        await hub.parts.views.caughtUp(await must(hub, HUB, 'SetReportingLine', line));
      },
      { record: 'twin', other: ben },
      'JOINING.ONE_MANAGES',
    ],
    [
      'one that is asked elsewhere',
      async () => {
        await hub.parts.views.caughtUp(await must(hub, root, 'ProposeJoining', { record: ben, other: moved }));
      },
      { record: 'twin', other: ben },
      'JOINING.ASKED_ELSEWHERE',
    ],
    ['one that was joined already', () => joinNow(), { record: 'twin', other: moved }, 'accepted'],
  ])('refused: %s', async (_, before, data, code) => {
    await before();
    expect(codeOf(await give(root, 'ProposeJoining', data))).toBe(code);
  });

  test('only whoever administers both may propose, and either record may say no', async () => {
    await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: asha, role: 'administrator' });
    await hub.parts.views.caughtUp((await hub.parts.log.head())!);
    expect(codeOf(await give(asha, 'ProposeJoining', { record: ben, other: moved }))).toBe('COMMAND.NOT_ALLOWED');
    await hub.parts.views.caughtUp(await must(hub, root, 'ProposeJoining', { record: ben, other: moved }));
    expect(codeOf(await give(asha, 'DeclineJoining', { record: ben, other: moved }))).toBe('COMMAND.NOT_ALLOWED');
    expect(codeOf(await give(moved, 'DeclineJoining', { record: ben, other: moved }))).toBe('accepted');
  });

  async function pair(mentee: string, mentorship: string, mentor = 'asha'): Promise<void> {
    const data = asking(mentor, mentee);
    await must(hub, mentee as PersonId, 'RequestMentoring', data);
    await must(hub, mentor as PersonId, 'AcceptRequest', { mentor, request: data.request, mentorship });
    await hub.parts.reactors.settled();
  }

  /** Ben at Hillside, and as a newcomer with another address at Elm. */
  async function liveTwice(at: Hub): Promise<void> {
    await must(at, HUB, 'RegisterInstitution', { institution: 'hub', details: { name: 'The hub', kind: 'hub', nation: 'england' } });
    await makeSchool(at, ['asha', 'ben', 'root', 'twin'], { asha: 3 });
    await must(at, HUB, 'AddMember', { institution: 'hub', person: root, from: '2026-01-05' });
    await must(at, HUB, 'GrantRole', { institution: 'hub', person: root, role: 'administrator' });
    await must(at, ben, 'RenamePerson', { person: ben, name: 'Ben Quillfeather' });
    const data = { ...asking('asha', 'ben'), note: 'My zanzibarnote' };
    await must(at, ben, 'RequestMentoring', data);
    await must(at, asha, 'AcceptRequest', { mentor: 'asha', request: data.request, mentorship: 'm-1' });
    await at.parts.reactors.settled();
    await must(at, ben, 'WriteReflection', reflection('f-1', ben, 'A marzipanthought'));
    await must(at, HUB, 'RegisterInstitution', { institution: 'elm', details: { name: 'Elm School', kind: 'school', nation: 'england' } });
    await must(at, HUB, 'InvitePerson', { person: moved, name: 'B Quillfeather', email: NEW, institution: 'elm' });
    await must(at, HUB, 'AddMember', { institution: 'elm', person: moved, from: '2026-02-01' });
    await must(at, HUB, 'InvitePerson', { person: 'mia', name: 'Mia', email: 'mia@elm.example', institution: 'elm' });
    await must(at, HUB, 'AddMember', { institution: 'elm', person: 'mia', from: '2026-02-01' });
    await must(at, HUB, 'DescribeProfile', { person: 'mia', profile: PROFILE });
    await must(at, 'mia' as PersonId, 'DeclareExpertise', { person: 'mia', expertise: EXPERTISE });
    await must(at, 'mia' as PersonId, 'OfferMentoring', { person: 'mia', offer: { careerStages: [], note: '' } });
    await must(at, 'mia' as PersonId, 'ChangeCapacity', { mentor: 'mia', places: 1 });
    const second = asking('mia', 'moved');
    await must(at, moved, 'RequestMentoring', second);
    await must(at, 'mia' as PersonId, 'AcceptRequest', { mentor: 'mia', request: second.request, mentorship: 'm-2' });
    await at.parts.reactors.settled();
    const said = envelopeOf('WriteReflection', reflection('f-2', moved, 'A periwinklethought'), 'c-f-2');
    const answer = await at.parts.dispatcher.dispatch(said, moved);
    if (answer.outcome === 'accepted') await at.parts.views.caughtUp(answer.position);
  }
});

const PROFILE = { jobTitle: 'Teacher', about: '', phases: [], subjects: [], settings: [], roles: [] };
const EXPERTISE = [{ tag: 'exp-behaviour-classroom-routines-and-expectations', level: 4 }];
const reflection = (id: string, person: string, text: string) => ({
  ...{ person, reflection: id, mentorship: null, meeting: null, prompt: null, title: 'Week one', text, statements: [] },
});

/** Every row of every view, private ones too, as the store keeps it. */
function rowsOf(hub: Hub): Readonly<Record<string, readonly string[]>> {
  const { store } = hub.parts.views;
  return Object.fromEntries(
    allViews.map(({ name }) => {
      const found: string[] = [];
      for (let afterId: string | undefined; ;) {
        const page = store.list(name, { for: 'all', ...(afterId !== undefined && { afterId }) });
        for (const { id, position, audience, data } of page) found.push(JSON.stringify([id, position, audience, data]));
        if (page.length === 0) return [name, found];
        afterId = page.at(-1)?.id;
      }
    }),
  );
}

async function canariesIn(folder: string): Promise<readonly string[]> {
  const files = await filesIn(folder);
  return files.flatMap(({ path, bytes }) => CANARIES.filter((word) => bytes.includes(word)).map((word) => `${basename(path)}: ${word}`));
}
