import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { createLogger } from '../app/logger.js';
import { KEY_BYTES } from '../privacy/sealing.js';
import { MailQueue, type MailQueueParts } from './mail-queue.js';
import type { WhyNotSent } from './mail-watch.js';
import { EmailRefused, type Email } from './mailer.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const email = (key: string, person = asha): Email => ({
  ...{ key, to: { person, email: `${person}@school.example` }, about: [person] },
  subject: '123 456 is your code',
  text: 'Your code is 123 456',
});

describe('emails that wait for a mail server', () => {
  let folder: string;
  const keys = new Map<string, Buffer | 'destroyed'>();
  let sent: string[];
  let lost: WhyNotSent[];
  let pauses: number[];
  let now: string;
  let fails: Error | undefined;
  /** Lets those who wait between two tries go on. */
  let goOn: (() => void)[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'queue-'));
    [sent, lost, pauses, goOn, now, fails] = [[], [], [], [], '2026-03-06T09:00:00.000Z', undefined];
    keys.clear();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const file = () => join(folder, 'mail-queue.json');
  const until = '2026-03-06T09:10:00.000Z' as Instant;
  const opened = (more: Partial<MailQueueParts> = {}) =>
    MailQueue.open({
      file: file(),
      mailer: {
        send: async ({ key }) => {
          if (fails) throw fails;
          sent.push(key);
        },
      },
      keyring: {
        toSeal: async (owner) => {
          const key = keys.get(owner) ?? randomBytes(KEY_BYTES);
          keys.set(owner, key);
          return key;
        },
        find: async (owner) => keys.get(owner),
      },
      watch: { notSent: (why) => void lost.push(why) },
      now: () => now as Instant,
      logger: createLogger('error', () => undefined),
      pause: (milliseconds, stop) =>
        new Promise<void>((resolve) => {
          pauses.push(milliseconds);
          goOn.push(resolve);
          stop.addEventListener('abort', () => resolve());
        }),
      random: () => 1,
      ...more,
    });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 30));
  const next = async () => {
    for (const go of goOn.splice(0)) go();
    await turn();
  };

  test('go once, and leave nothing behind', async () => {
    const queue = await opened();
    await queue.post(email('k'), until);
    expect([sent, queue.size]).toEqual([['k'], 0]);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ waiting: [] });
    await queue.close();
  });

  test('are tried again with growing pauses that have a limit, and go once when the server is back', async () => {
    fails = new Error('away');
    const queue = await opened();
    await queue.post(email('k'), until);
    for (let n = 0; n < 6; n += 1) await next();
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    fails = undefined;
    await next();
    await next();
    expect([sent, queue.size, lost]).toEqual([['k'], 0, []]);
    await queue.close();
  });

  test('survive a process that ended without a word, in a file without a word that could be read', async () => {
    fails = new Error('away');
    const killed = await opened();
    await killed.post(email('k'), until);
    const text = await readFile(file(), 'utf8');
    for (const word of ['123 456', 'code', '@school.example']) expect(text).not.toContain(word);
    fails = undefined;
    const anew = await opened();
    expect(anew.size).toBe(1);
    anew.start();
    await turn();
    expect([sent, anew.size]).toEqual([['k'], 0]);
    for (const queue of [killed, anew]) await queue.close();
  });

  test('what a clock that ran ahead kept is tried for as long as it would have been, and not until that day', async () => {
    fails = new Error('away');
    const queue = await opened();
    await queue.post(email('k'), until);
    // The clock is set back by 30 days.
    now = '2026-02-04T09:00:00.000Z';
    await next();
    now = '2026-02-04T09:09:59.000Z';
    await next();
    expect(lost).toEqual([]);
    now = '2026-02-04T09:10:00.000Z';
    await next();
    expect([sent, lost, queue.size]).toEqual([[], ['too-late'], 0]);
    await queue.close();
  });

  test('a clock that was behind for a while loses none', async () => {
    fails = new Error('away');
    const queue = await opened();
    await queue.post(email('k'), until);
    now = '1970-01-01T00:00:00.000Z';
    await next();
    now = '2026-03-06T09:05:00.000Z';
    fails = undefined;
    await next();
    expect([sent, lost]).toEqual([['k'], []]);
    await queue.close();
  });

  test('a code is tried only as long as it is valid, and that it was given up is told', async () => {
    fails = new Error('away');
    const queue = await opened();
    await queue.post(email('k'), until);
    now = until;
    fails = undefined;
    await next();
    expect([sent, queue.size, lost]).toEqual([[], 0, ['too-late']]);
    await queue.close();
  });

  test('one that the server will never take is given up at once', async () => {
    fails = new EmailRefused('no such mailbox');
    const queue = await opened();
    await queue.post(email('k'), until);
    expect([queue.size, pauses]).toEqual([0, []]);
    await queue.close();
  });

  test('[R9] to a person who is erased go nowhere, here and in a process that was down meanwhile', async () => {
    fails = new Error('away');
    const queue = await opened();
    await queue.post(email('a'), until);
    await queue.post(email('b', ben), until);
    await queue.forget(asha);
    expect((JSON.parse(await readFile(file(), 'utf8')) as { waiting: { key: string }[] }).waiting.map(({ key }) => key)).toEqual(['b']);
    await queue.close();
    keys.set(ben, 'destroyed');
    fails = undefined;
    const anew = await opened();
    anew.start();
    await turn();
    expect([sent, anew.size]).toEqual([[], 0]);
    await anew.close();
  });

  test('a disk that takes nothing keeps no code from the person who waits for it', async () => {
    const queue = await opened({ file: '/dev/full/queue.json' }).catch(() => opened({ file: join(folder, 'no', 'such', 'folder') }));
    await queue.post(email('k'), until);
    expect(sent).toEqual(['k']);
    await queue.close();
  });
});
