import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import { CertificateWatch, expiryOfCertificate } from './certificate.js';
import { followingOf } from './hub-health.js';
import { lastBackupOf, noteBackup } from './last-backup.js';
import { Sizes } from './sizes.js';

const at = (text: string) => text as Instant;

describe('what a hub hangs on', () => {
  let folder: string;
  let now: Instant;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'looks-'));
    now = at('2026-03-06T09:00:00.000Z');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const sizes = () => new Sizes({ file: join(folder, 'sizes.json'), logFile: join(folder, 'events.sqlite'), now: () => now });

  test('the log grows by so much a day, once it is known for a day, and after a restart too', async () => {
    await writeFile(join(folder, 'events.sqlite'), Buffer.alloc(1_000));
    await writeFile(join(folder, 'events.sqlite-wal'), Buffer.alloc(100));
    const first = sizes();
    await first.note();
    expect(await first.log()).toEqual({ bytes: 1_100 });
    now = at('2026-03-08T09:00:00.000Z');
    await writeFile(join(folder, 'events.sqlite'), Buffer.alloc(5_000));
    expect(await sizes().log()).toEqual({ bytes: 5_100, perDayBytes: 2_000 });
  });

  test('the last backup is noted where a running hub finds it', async () => {
    expect(await lastBackupOf(folder)).toBeUndefined();
    const made = { at: now, folder: '/backups/alongside-1', events: 12 };
    await noteBackup(folder, made);
    expect(await lastBackupOf(folder)).toEqual(made);
    await writeFile(join(folder, 'last-backup.json'), (await readFile(join(folder, 'last-backup.json'), 'utf8')).slice(0, 9));
    expect(await lastBackupOf(folder)).toBeUndefined();
  });

  test('a certificate is looked at where there is HTTPS, and one that cannot be is only not known', async () => {
    expect(new CertificateWatch('http://hub.example', () => now).condition).toEqual({ state: 'none' });
    const asked: unknown[] = [];
    const good = new CertificateWatch(
      'https://hub.example:8443',
      () => now,
      async (...where) => {
        asked.push(where);
        return '2027-01-01T00:00:00.000Z';
      },
    );
    await good.check();
    expect([asked, good.condition]).toEqual([
      [['hub.example', 8_443]],
      { state: 'known', host: 'hub.example', expiresAt: '2027-01-01T00:00:00.000Z', checkedAt: now },
    ]);
    // A server that does not speak TLS.
    const server = createServer((socket) => socket.end('hello\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(expiryOfCertificate('127.0.0.1', port)).rejects.toThrow(/SSL|TLS|packet|version/i);
    const bad = new CertificateWatch(`https://127.0.0.1:${port}`, () => now);
    await bad.check();
    expect(bad.condition).toEqual({ state: 'unknown', host: '127.0.0.1', checkedAt: now });
    server.close();
  });

  test('reactors are so many events behind the views, or behind where positions are no numbers', () => {
    const through = '0000000000000120' as Position;
    expect(followingOf({ reached: '0000000000000100' as Position }, through).behindEvents).toBe(20);
    expect(followingOf({ reached: through }, through).behindEvents).toBe(0);
    expect(followingOf({ reached: 'C:1/P:1' as Position }, 'C:2/P:2' as Position).behindEvents).toBe(1);
    expect(followingOf({ failingSince: now, trying: 'start-mentorship' }, through)).toEqual({
      behindEvents: 0,
      failingSince: now,
      trying: 'start-mentorship',
    });
  });
});
