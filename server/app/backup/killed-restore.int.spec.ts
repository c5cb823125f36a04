import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import request from 'supertest';
import { builtModule } from '../../event-store/built.js';
import { eventLogFile } from '../../event-store/open.js';
import { MAIL_HELD_FILE } from '../../mail/mail-hold.js';
import { MAIL_SETTINGS_FILE } from '../../mail/mail-settings.js';
import { createHub, type Hub } from '../create-hub.js';
import { cookieOf, makeSchool, must, testFolders } from '../hub.testing.js';
import { createLogger } from '../logger.js';
import type { Witness } from '../../event-store/log-chain.js';
import { readWitness, WITNESS_FILE } from '../log-check/witness-file.js';
import { claimOwnFolder } from '../own-folder.js';
import { configIn, Postbox } from '../postbox.fixture.js';
import { readManifest, type Manifest } from './manifest.js';
import { noteRestored } from './restored-note.js';
import { finishRestore } from './sign-everyone-out.js';
import { RESTORING_FOLDER } from './restoring-folder.js';

jest.setTimeout(600_000);
const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const NEVER_MS = 1_000_000;
/** More changes than a restore makes. */
const CHANGES_LIMIT = 40;
const MAIL = '{"from":"as it was"}';

describe('a log that was put in place', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let backup: string;
  let cookies: readonly string[];
  let endedBefore: readonly number[];
  let hub: Hub | undefined;

  const open = async (folder: string): Promise<Hub> =>
    (hub = await createHub(configIn(folder), {
      logger: createLogger('error', () => undefined),
      mailer: new Postbox(),
      checkAfterMs: NEVER_MS,
    }));
  const close = async () => {
    await hub?.close();
    hub = undefined;
  };
  const statuses = async (at: Hub): Promise<readonly number[]> =>
    Promise.all(cookies.map(async (cookie) => (await request(at.server).get('/api/session').set('cookie', cookie)).status));
  const run = (script: string, args: readonly string[], env: Readonly<Record<string, string>>) => {
    const base = { PATH: process.env['PATH'], DATA_DIR: dataDir, DEMO: '0', MASTER_KEY: configIn(dataDir).masterKey, ...env };
    return promisify(execFile)(process.execPath, [fileURLToPath(builtModule(script, import.meta.url)), ...args], { env: base }).then(
      ({ stdout }) => ({ code: 0 as number | null, said: stdout }),
      (error: { code: number | null; stderr: string; stdout: string }) => ({ code: error.code, said: `${error.stdout}${error.stderr}` }),
    );
  };

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    const target = folders.next();
    const at = await open(dataDir);
    await makeSchool(at, ['asha', 'ben'], { asha: 1 });
    cookies = [await cookieOf(at, asha), await cookieOf(at, ben)];
    await writeFile(join(dataDir, MAIL_SETTINGS_FILE), MAIL);
    const made = await run('../backup.cli.js', [target], {});
    if (made.code !== 0) throw new Error(made.said);
    backup = join(target, (await readdir(target)).find((name) => name.startsWith('alongside-')) ?? '');
    await rm(join(dataDir, MAIL_SETTINGS_FILE));
    for (const person of [asha, ben]) await must(at, HUB, 'CloseAllSessions', { person });
    endedBefore = await statuses(at);
    await at.parts.reactors.settled();
    await close();
  });
  afterEach(async () => {
    await close();
    await folders.clean();
  });

  test('a restore that is killed before any change leaves a hub that does not start, or one in which nobody is signed in', async () => {
    expect(endedBefore).toEqual([401, 401]);
    const found: string[] = [];
    for (let at = 1; at < CHANGES_LIMIT; at += 1) {
      const folder = folders.next();
      await cp(dataDir, folder, { recursive: true });
      const { code, said } = await run('./killed-restore.child.js', [backup, '--yes'], { DATA_DIR: folder, KILLED_AT: String(at) });
      if (code !== null) {
        expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Everyone is signed out') });
        break;
      }
      const refused = await open(folder).then(
        () => undefined,
        (error: Error) => error.message,
      );
      found.push(refused ?? 'started');
      if (refused !== undefined) continue;
      expect([at, await statuses(hub as Hub)]).toEqual([at, [401, 401]]);
      expect(await readFile(join(folder, MAIL_SETTINGS_FILE), 'utf8')).toBe(MAIL);
      const witness = await readWitness(join(folder, 'processes/1', WITNESS_FILE));
      expect([at, (witness as Witness).head]).toEqual([at, ((await readManifest(backup)) as Manifest).witness.head]);
      await close();
      // Nothing is left to do, and emails are still held.
      expect((await readdir(join(folder, 'log'))).filter((name) => !name.startsWith('events.sqlite'))).toEqual([MAIL_HELD_FILE]);
      if (found.length > 2) continue;
      // What is done once is not done again: who signs in now stays so.
      const again = await open(folder);
      const cookie = await cookieOf(again, asha);
      await close();
      expect(
        (
          await request((await open(folder)).server)
            .get('/api/session')
            .set('cookie', cookie)
        ).status,
      ).toBe(200);
      await close();
    }
    expect(found[0]).toMatch(/^A restore was interrupted, and the log is not in its place yet\. Run it again: /);
    expect(found.slice(1).every((one) => one === 'started')).toBe(true);
    expect(found.length).toBeGreaterThan(3);
    expect(found.length).toBeLessThan(CHANGES_LIMIT - 1);
  });

  test('beside another process, or with a note that cannot be read, nothing is opened; a copy that was never brought there goes', async () => {
    const own = await claimOwnFolder(dataDir);
    await mkdir(join(dataDir, RESTORING_FOLDER));
    await expect(open(dataDir)).rejects.toThrow(/^Another process is restoring a backup into .*Start this one again once it is done\.$/);
    await rm(join(dataDir, RESTORING_FOLDER), { recursive: true });
    await noteRestored(join(dataDir, 'log'), {});
    await expect(open(dataDir)).rejects.toThrow('Another process is restoring');
    await own.release();
    await writeFile(join(dataDir, 'log/restored.json'), 'x');
    await expect(open(dataDir)).rejects.toThrow(/restored\.json, which says what is left to do, cannot be read\. Run it again/);
    await rm(join(dataDir, 'log/restored.json'));
    await mkdir(join(dataDir, RESTORING_FOLDER));
    await open(dataDir);
    expect(await readdir(dataDir)).not.toContain(RESTORING_FOLDER);
  });

  test('a command at the terminal says that a restore was interrupted, in a sentence', async () => {
    await mkdir(join(dataDir, RESTORING_FOLDER));
    await rm(join(dataDir, 'log'), { recursive: true });
    expect(await run('../admin.cli.js', ['dee@hillside.example', '--name', 'Dee', '--yes'], {})).toEqual({
      code: 1,
      said: 'A restore was interrupted, and the log is not in its place yet. Run it again: npm run restore -- BACKUP --yes.\n',
    });
  });

  test('a session that could not be ended is ended by the next start', async () => {
    const at = await open(dataDir);
    cookies = [await cookieOf(at, asha), await cookieOf(at, ben)];
    await noteRestored(join(dataDir, 'log'), {});
    const { dispatcher } = at.parts;
    let times = 0;
    const dispatch: typeof dispatcher.dispatch = async (...given) => {
      if ((times += 1) > 1) throw new Error('The disk is full.');
      return dispatcher.dispatch(...given);
    };
    const parts = { ...at.parts, dispatcher: { dispatch } };
    await expect(finishRestore(parts, eventLogFile(dataDir))).rejects.toThrow('The disk is full.');
    expect((await statuses(at)).toSorted()).toEqual([200, 401]);
    await close();
    expect(await statuses(await open(dataDir))).toEqual([401, 401]);
  });

  test('by hand, over that of a hub: nobody is signed in once it serves', async () => {
    await rm(join(dataDir, 'log'), { recursive: true });
    await mkdir(join(dataDir, 'log'));
    await cp(join(backup, 'events.sqlite'), eventLogFile(dataDir));
    expect(await statuses(await open(dataDir))).toEqual([401, 401]);
  });
});
