import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Hub } from '../app/create-hub.js';
import { asking, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { createHub } from '../app/create-hub.js';
import { createLogger } from '../app/logger.js';
import type { Letter, Mailer } from './mailer.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];

/** A mail server that only remembers what it was handed: it does not know one letter from its double. */
class Handed implements Mailer {
  readonly letters: Letter[] = [];
  /** How many letters it turns away before it takes one. */
  away = 0;
  async send(letter: Letter): Promise<void> {
    if (this.away-- > 0) throw new Error('The mail server is away.');
    this.letters.push(letter);
  }
  async forget(): Promise<void> {}
  async close(): Promise<void> {}
}

describe('news by letter', () => {
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
    for (const one of hubs) await one.parts.reactors.settled();
    const toAsha = handed.letters.filter(({ to }) => to.person === asha);
    expect(toAsha).toHaveLength(1);
    expect(toAsha[0]).toMatchObject({ to: { email: expect.stringContaining('@') }, about: expect.arrayContaining([asha, ben]) });
    expect(toAsha[0]?.text).toContain('/requests');
    expect(toAsha[0]?.text).not.toContain('Something only Asha should read');
  });

  test('the answer goes to whoever asked', async () => {
    const [hub] = hubs as [Hub, Hub];
    await must(hub, asha, 'AcceptRequest', { mentor: asha, request: 'r-1', mentorship: 'm-1' });
    for (const one of hubs) await one.parts.reactors.settled();
    expect(handed.letters.filter(({ to }) => to.person === ben).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('said yes'),
    ]);
  });

  test('a mail server that is away for a moment loses no letter and gets none twice', async () => {
    const [hub] = hubs as [Hub, Hub];
    const before = handed.letters.length;
    handed.away = 2;
    await must(hub, ben, 'BookMeeting', {
      ...{ meeting: 'x-1', mentorship: 'm-1', format: 'online', place: '' },
      time: { startsAt: '2026-03-10T15:00:00.000Z', minutes: 45 },
    });
    for (const one of hubs) await one.parts.reactors.settled();
    expect(handed.letters.slice(before).map(({ to, subject }) => [to.person, subject])).toEqual([
      [asha, expect.stringContaining('You meet')],
    ]);
  });
});
