import { rm, truncate, writeFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { MailServer } from '../../mail/mail-server.testing.js';
import { cookieOf, envelopeOf, makeSchool, must, openTestHub } from '../hub.testing.js';
import { ask, post, serving, startHubProcess, type HubProcess } from '../hub-process.testing.js';

/** A folder on a small file system of its own; `npm run prove -- small-disk` makes one. */
const disk = process.env['SMALL_DISK'] ?? '';
const ROUNDS = Number(process.env['SMALL_DISK_ROUNDS'] ?? 10);
const MASTER_KEY = Buffer.alloc(32, 5).toString('base64');
const LONG = 'x'.repeat(60);
jest.setTimeout(60_000 + ROUNDS * 60_000);

if (!disk) throw new Error('It needs a small disk: npm run prove -- small-disk');

describe('a disk that is full, a mail server that is away and a hub that is killed', () => {
  const dataDir = join(disk, 'data');
  const ballast = join(disk, 'ballast');
  const mail = new MailServer();
  const running: HubProcess[] = [];
  let cookie: string;
  let url: string;

  beforeAll(async () => {
    const before = await openTestHub(dataDir, dataDir, undefined, { MASTER_KEY });
    await makeSchool(before, ['asha', 'ben'], { asha: 1 });
    await must(before, 'asha' as PersonId, 'RenamePerson', { person: 'asha', name: 'Asha 0' });
    cookie = await cookieOf(before, 'asha' as PersonId);
    await before.parts.emails.settled();
    await before.close();
    url = await mail.start();
    await mail.stop();
  });
  afterAll(async () => {
    await Promise.all(running.map(kill));
    await mail.stop().catch(() => undefined);
  });

  const start = (): HubProcess => {
    const hub = startHubProcess(dataDir, { DEMO: '0', MASTER_KEY, SMTP_URL: url, MAIL_FROM: 'hub@school.example' });
    running.push(hub);
    return hub;
  };
  const kill = async ({ process, gone }: HubProcess) => {
    process.kill('SIGKILL');
    await gone;
  };
  const rename = (address: string, name: string) =>
    post<{ outcome?: string; code?: string; message?: string }>(
      address,
      '/api/commands',
      cookie,
      envelopeOf('RenamePerson', { person: 'asha', name }),
    );
  const nameAt = async (address: string) =>
    (await ask<{ row: { data: { name: string } } }>(address, '/api/views/person/asha', cookie))?.row.data.name;
  /** Takes what room is left, but for so many bytes. */
  const fill = async (spareBytes: number) => {
    const { bavail, bsize } = await statfs(disk);
    await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - spareBytes)));
  };
  const until = async (holds: () => Promise<boolean>) => {
    for (let times = 0; times < 600 && !(await holds()); times += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await holds()).toBe(true);
  };

  test(`in ${ROUNDS} rounds everything acknowledged is there, what was refused is said kindly, and the code that waited arrives`, async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const first = start();
      const address = await serving(first);
      // Another amount of room each time: the write that does not fit is another one.
      await fill(round * 7_777);
      let acknowledged = await nameAt(address);
      let refused = 0;
      for (let n = 1; refused < 3; n += 1) {
        const name = `Asha ${round}.${n} ${LONG}`;
        const answer = await rename(address, name);
        if (answer.outcome === 'accepted') acknowledged = name;
        else {
          // Of the log and the views either may meet the end of the disk first.
          expect(['HUB.CANNOT_SAVE', 'COMMAND.BEHIND']).toContain(answer.code);
          refused += 1;
        }
      }
      expect((await fetch(`${address}/api/health`)).status).toBe(503);
      await kill(first);

      // A start on the full disk serves what is there, or ends with one sentence that names the disk.
      const onFull = start();
      const there = await onFull.ready;
      if (there === undefined) expect(onFull.said.join('\n')).toMatch(/full|disk|room|space/i);
      await kill(onFull);

      await truncate(ballast, 0);
      await rm(ballast);
      const again = start();
      const free = await serving(again);
      await until(async () => (await nameAt(free)) === acknowledged);
      expect(await rename(free, `Asha ${round}`)).toMatchObject({ outcome: 'accepted' });
      await until(async () => (await fetch(`${free}/api/health`)).status === 200);
      await kill(again);
    }

    const asked = start();
    const answer = await fetch(`${await serving(asked)}/api/sign-in/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-alongside': '1' },
      body: JSON.stringify({ email: 'asha@hillside.example' }),
    });
    expect(answer.status).toBe(202);
    await until(async () => asked.said.some((line) => line.includes('is tried again')));
    await kill(asked);
    await mail.start(Number(new URL(url).port));
    await serving(start());
    expect((await mail.came(1))[0]).toContain('asha@hillside.example');
  });
});
