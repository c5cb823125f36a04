import type { Instant, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import type { Hub } from '../app/create-hub.js';
import { asking, makeSchool, must, openTestHub, TestClock, testFolders, until } from '../app/hub.testing.js';
import { createHub } from '../app/create-hub.js';
import { createLogger } from '../app/logger.js';
import { readConfig } from '../app/config.js';
import { viewReaderOf } from '../queries/live-views.js';
import { EmailRefused, type Email, type Mailer } from './mailer.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];

/** A mail server that only remembers what it was handed: it does not know one email from its double. */
class Handed implements Mailer {
  readonly emails: Email[] = [];
  /** How many emails it turns away before it takes one. */
  away = 0;
  /** Addresses that it will never write to. */
  readonly unknown = new Set<string>();
  async send(email: Email): Promise<void> {
    if (this.away-- > 0) throw new Error('The mail server is away.');
    if (this.unknown.has(email.to.person)) throw new EmailRefused('There is no such address.');
    this.emails.push(email);
  }
  async forget(): Promise<void> {}
  async sender(): Promise<string> {
    return 'hub@x.example';
  }
  async close(): Promise<void> {}
}

describe('news by email', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  const hubs: Hub[] = [];
  const handed = new Handed();

  beforeAll(async () => {
    folders = await testFolders();
    const clock = new TestClock('2026-03-06T09:00:00.000Z' as Instant);
    const first = await openTestHub(folders.next(), folders.log, clock);
    const { config } = first.parts;
    await first.close();
    for (let n = 0; n < 2; n += 1)
      hubs.push(
        await createHub(
          { ...config, dataDir: folders.next() },
          { clock, logDir: folders.log, mailer: handed, logger: createLogger('error') },
        ),
      );
    await makeSchool(hubs[0] as Hub, ['asha', 'ben'], { asha: 1 });
  });
  afterAll(async () => {
    for (const hub of hubs) await hub.close();
    await folders.clean();
  });

  test('a mentor who is asked is told, once, though two processes follow the log', async () => {
    const [hub] = hubs as [Hub, Hub];
    await must(hub, ben, 'RequestMentoring', { ...asking('asha', 'ben', 'r-1'), note: 'Something only Asha should read' });
    for (const one of hubs) await one.parts.emails.settled();
    const toAsha = handed.emails.filter(({ to }) => to.person === asha);
    expect(toAsha).toHaveLength(1);
    expect(toAsha[0]).toMatchObject({ to: { email: expect.stringContaining('@') }, about: expect.arrayContaining([asha, ben]) });
    expect(toAsha[0]?.text).toContain('/requests');
    expect(toAsha[0]?.text).not.toContain('Something only Asha should read');
  });

  test('the answer goes to whoever asked', async () => {
    const [hub] = hubs as [Hub, Hub];
    await must(hub, asha, 'AcceptRequest', { mentor: asha, request: 'r-1', mentorship: 'm-1' });
    // The other process may be the one that starts the mentorship.
    await until(hub, () => viewReaderOf(hub.parts.views.store).row('mentorship', 'm-1') !== undefined);
    for (const one of hubs) await one.parts.emails.settled();
    expect(handed.emails.filter(({ to }) => to.person === ben).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('said yes'),
    ]);
  });

  test('a mail server that is away for a moment loses no email and gets none twice', async () => {
    const [hub] = hubs as [Hub, Hub];
    const before = handed.emails.length;
    handed.away = 2;
    await must(hub, ben, 'BookMeeting', {
      ...{ meeting: 'x-1', mentorship: 'm-1', format: 'online', place: '' },
      time: { startsAt: '2026-03-10T15:00:00.000Z', minutes: 45 },
    });
    for (const one of hubs) await one.parts.emails.settled();
    expect(handed.emails.slice(before).map(({ to, subject }) => [to.person, subject])).toEqual([
      [asha, expect.stringContaining('booked a meeting')],
    ]);
  });

  test('an email that the mail server will never take is not asked about again, and holds up no other', async () => {
    const [hub] = hubs as [Hub, Hub];
    const before = handed.emails.length;
    handed.unknown.add('asha');
    await must(hub, ben, 'MoveMeeting', { meeting: 'x-1', time: { startsAt: '2026-03-11T15:00:00.000Z', minutes: 45 } });
    await must(hub, asha, 'MoveMeeting', { meeting: 'x-1', time: { startsAt: '2026-03-12T15:00:00.000Z', minutes: 45 } });
    for (const one of hubs) await one.parts.emails.settled();
    expect(handed.emails.slice(before).map(({ to }) => to.person)).toEqual([ben]);
    expect(hubs.flatMap((one) => one.parts.emails.aside)).toEqual([]);
    handed.unknown.clear();
  });
});

/** A mail server that takes connections and answers none until it is let: the sender waits. */
class Stuck extends Handed {
  readonly asked: Promise<void>;
  #asked: () => void = () => undefined;
  #answer: (error: Error | undefined) => void = () => undefined;
  readonly #answered = new Promise<Error | undefined>((resolve) => (this.#answer = resolve));
  constructor() {
    super();
    this.asked = new Promise((resolve) => (this.#asked = resolve));
  }
  override async send(email: Email): Promise<void> {
    this.#asked();
    const error = await this.#answered;
    if (error) throw error;
    this.emails.push(email);
  }
  answer(error?: Error): void {
    this.#answer(error);
  }
}

describe('a mail server that does not answer', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub;
  let mail: Stuck;
  const clock = new TestClock('2026-03-06T09:00:00.000Z' as Instant);
  const opened = async (mailer: Mailer) => {
    const env = { PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY: Buffer.alloc(32, 3).toString('base64') };
    return createHub(readConfig(env), { clock, mailer, logger: createLogger('error') });
  };

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    mail = new Stuck();
    hub = await opened(mail);
    await makeSchool(hub, ['asha', 'ben'], { asha: 1 });
    await must(hub, ben, 'RequestMentoring', asking('asha', 'ben', 'r-1'));
    await mail.asked;
  });
  afterEach(async () => {
    mail.answer();
    await hub.close();
    await folders.clean();
  });

  test('holds up nothing else: an acceptance starts its mentorship, and erasing somebody is done', async () => {
    const accepted = await must(hub, asha, 'AcceptRequest', { mentor: asha, request: 'r-1', mentorship: 'm-1' });
    await hub.parts.reactors.doneTo(accepted);
    expect(await hub.parts.log.readStream('mentorship-m-1' as StreamId)).toMatchObject([{ type: 'MentorshipStarted' }]);
    await hub.parts.reactors.doneTo(await must(hub, ben, 'ErasePerson', { person: 'ben' }));
    expect(mail.emails).toEqual([]);
  });

  test('and a hub that starts again before it does: the email goes out then, once', async () => {
    const closing = hub.close();
    mail.answer(new Error('The mail server is away.'));
    await closing;
    const back = new Handed();
    hub = await opened(back);
    await hub.parts.emails.settled();
    expect(back.emails.map(({ to }) => to.person)).toEqual([asha]);
    expect(mail.emails).toEqual([]);
  });
});
