import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { eventLogFile } from '../../event-store/open.js';
import { createHub } from '../create-hub.js';
import { makeSchool, testFolders } from '../hub.testing.js';
import { createLogger } from '../logger.js';
import { kindOfFile } from '../log-kind.js';
import { configIn, Postbox } from '../postbox.fixture.js';
import { builtProgram } from '../program.testing.js';
import { tellIn } from '../told-log.testing.js';

jest.setTimeout(120_000);

describe('what the commands for backups refuse before anything is written', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let own: string;
  let demo: string;

  const run = (
    tool: 'backup' | 'restore' | 'verify',
    dataDir: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) => {
    const base = { PATH: process.env['PATH'], DATA_DIR: dataDir, MASTER_KEY: configIn(dataDir).masterKey, ...env };
    return promisify(execFile)(process.execPath, [builtProgram(`${tool}.cli`), ...args], { env: base, cwd: own }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string; stdout: string }) => ({ code: error.code, said: `${error.stdout}${error.stderr}` }),
    );
  };
  const backUp = async (dataDir: string): Promise<string> => {
    const { said } = await run('backup', dataDir, [folders.next()]);
    return /^Backup made in (.*)$/m.exec(said)?.[1] ?? said;
  };
  const sizeOf = async (folder: string) => (await stat(eventLogFile(folder))).size;

  beforeEach(async () => {
    folders = await testFolders();
    [own, demo] = [folders.next(), folders.next()];
    await tellIn(demo);
    for (const folder of [own, demo]) {
      const hub = await createHub(
        { ...configIn(folder), demo: folder === demo },
        {
          logger: createLogger('error', () => undefined),
          mailer: new Postbox(),
        },
      );
      await makeSchool(hub, ['asha']);
      await hub.close();
    }
  });
  afterEach(async () => folders.clean());

  test('the demonstration takes the place of no hub, and a hub not that of the demonstration, whatever DEMO says', async () => {
    const [ofOwn, ofDemo] = [await backUp(own), await backUp(demo)];
    for (const [backup, into, says] of [
      [ofDemo, own, 'This backup is of the demonstration, and'],
      [ofOwn, demo, 'This backup is of a hub of your own, and'],
    ] as const)
      for (const env of [{}, { DEMO: '0' }, { DEMO: '1' }])
        for (const args of [[backup], [backup, '--yes']]) {
          const before = await sizeOf(into);
          expect(await run('restore', into, args, env)).toMatchObject({ code: 1, said: expect.stringContaining(says) });
          expect([
            await sizeOf(into),
            kindOfFile(eventLogFile(into)),
            (await readdir(into)).filter((name) => name.startsWith('log-')),
          ]).toEqual([...[before, into === own ? 'own' : 'demonstration', []]]);
        }
    // Where no log is, what the setting asks for.
    const empty = folders.next();
    expect(await run('restore', empty, [ofDemo, '--yes'], { DEMO: '0' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('and DEMO=0 asks for a hub of your own. Nothing was written.'),
    });
    expect(existsSync(empty)).toBe(false);
    expect(await run('restore', empty, [ofDemo, '--yes'])).toMatchObject({ code: 0 });
    expect(kindOfFile(eventLogFile(empty))).toBe('demonstration');
  });

  test('a backup is brought neither into itself nor beside others, and one that is not whole is no damaged hub', async () => {
    const backup = await backUp(own);
    const root = join(backup, '..');
    const before = await readdir(root, { recursive: true });
    for (const [into, says] of [
      [backup, 'is a backup, and a hub is never kept there'],
      [root, 'holds backups, and a hub is never kept there'],
    ] as const)
      for (const args of [
        [backup, '--into', into],
        [backup, '--into', into, '--yes'],
      ])
        expect(await run('restore', own, args)).toMatchObject({ code: 1, said: expect.stringContaining(says) });
    expect(await run('backup', own, [backup])).toMatchObject({ code: 1, said: expect.stringContaining('is a backup itself') });
    expect(await run('backup', own, [demo])).toMatchObject({ code: 1, said: expect.stringContaining('is the data folder of a hub') });
    expect(await readdir(root, { recursive: true })).toEqual(before);
    await rm(join(backup, 'events.sqlite'));
    expect(await run('restore', own, [backup])).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not a whole backup: events.sqlite is not there.'),
    });
  });

  test('a name that is empty, as of a setting that is not set, is no folder', async () => {
    const backup = await backUp(own);
    for (const [tool, args, says] of [
      ['restore', [backup, '--into', '', '--yes'], 'the name after --into is empty'],
      ['restore', [''], 'Say which backup to restore.'],
      ['backup', [''], 'Say which folder the backup goes into.'],
    ] as const)
      expect(await run(tool, own, args)).toMatchObject({ code: 1, said: expect.stringContaining(says) });
  });

  test('what is no log, and what cannot be locked, is told in a sentence', async () => {
    const file = join(folders.next(), 'empty');
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, '');
    const empty = await run('verify', own, [file]);
    expect(empty).toMatchObject({ code: 1, said: expect.stringContaining('It is empty.') });
    expect(empty.said).not.toContain('{');
    // A folder in the place of a lock is taken by nobody, root neither.
    const target = folders.next();
    await mkdir(join(target, 'alongside-2026-03-06T120000000Z.partial.lock'), { recursive: true });
    const locked = await run('backup', own, [target]);
    expect(locked).toMatchObject({ code: 1, said: expect.stringMatching(/\.partial\.lock cannot be used: .* Check the disk/) });
    expect(locked.said).not.toMatch(/\n {4}at /);
  });
});
