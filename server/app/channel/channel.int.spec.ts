import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { hubAdministrators } from '../../set-up/administrators.js';
import { adminOf, commandOf } from '../admin.testing.js';
import { createHub, type Hub } from '../create-hub.js';
import { startHubProcess, serving } from '../hub-process.testing.js';
import { makeSchool, testFolders } from '../hub.testing.js';
import { createLogger } from '../logger.js';
import { openParts } from '../open-parts.js';
import { configIn, Postbox } from '../postbox.fixture.js';
import { channelFile } from './where.js';

jest.setTimeout(120_000);

describe('a command at the terminal', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let dataDir: string;
  let hub: Hub | undefined;
  const logger = createLogger('error');
  const first = () => join(dataDir, 'processes', '1');
  /** How many processes opened views of their own on the folder. */
  const viewStores = async (): Promise<number> => (await readdir(join(dataDir, 'processes'))).length;
  const stopHub = async (): Promise<void> => {
    await hub?.close();
    hub = undefined;
  };

  beforeEach(async () => {
    folders = await testFolders();
    dataDir = folders.next();
    hub = await createHub(configIn(dataDir), { logger, mailer: new Postbox() });
    await makeSchool(hub, ['ben', 'cleo']);
  });
  afterEach(async () => {
    await stopHub();
    await folders.clean();
  });

  test('is done by the hub that runs, which alone has views', async () => {
    const { parts } = hub as Hub;
    expect(await adminOf(dataDir, 'Name of ben', '--yes')).toMatchObject({ code: 0, stderr: '' });
    expect(await hubAdministrators(parts)).toEqual(['ben']);
    const file = join(dataDir, '..', 'staff.csv');
    await writeFile(file, 'Name,Email,Job title\nDara Quill,dara@hillside.example,Teacher\n');
    const imported = await commandOf('import', dataDir, ['staff', file, '--institution', 'hillside school', '--yes']);
    expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('Staff of Hillside School (hillside).') });
    expect(imported.stdout).toContain('1 new');
    expect((await commandOf('privacy', dataDir, ['erase', 'cleo', '--yes'])).stdout).toMatch(/^Deleted\./);
    expect(parts.views.store.get<PersonRow>(personView.name, 'cleo')?.data.erased).toBe(true);
    expect(await viewStores()).toBe(1);
  });

  test('reaches it where only the account of the hub can', async () => {
    const { mode } = await stat(channelFile(first()));
    expect((mode & 0o777).toString(8)).toBe('600');
    expect(((await stat(dataDir)).mode & 0o777).toString(8)).toBe('700');
    await stopHub();
    expect(existsSync(channelFile(first()))).toBe(false);
  });

  test('says what cannot be done with its status, and deletes nobody by part of a name', async () => {
    const erased = await commandOf('privacy', dataDir, ['erase', 'name of be', '--yes']);
    expect(erased).toMatchObject({ code: 1, stderr: 'Nothing was deleted. To delete Name of ben, Hillside School (ben), give the id.\n' });
    const several = await adminOf(dataDir, 'Name', '--yes');
    expect(several).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('(ben)\n  Name of cleo, Hillside School (cleo)'),
    });
  });

  test('says that a file cannot be read, before it is opened or while it is read, with and without a hub', async () => {
    const imported = (file: string) => commandOf('import', dataDir, ['staff', file, '--institution', 'hillside']);
    // A file by its name and its rights, of which no byte can be read.
    const unread = { code: 1, stderr: 'The file /proc/self/mem cannot be read.\n' };
    expect(await imported(dataDir)).toMatchObject({ code: 1, stderr: `${dataDir} is a folder. Name the file of the list.\n` });
    expect(await imported('/proc/self/mem')).toMatchObject(unread);
    await stopHub();
    expect(await imported('/proc/self/mem')).toMatchObject(unread);
  });

  test('works on its own where none runs', async () => {
    await stopHub();
    expect(await adminOf(dataDir, 'ben', '--yes')).toMatchObject({ code: 0 });
    hub = await createHub(configIn(dataDir), { logger, mailer: new Postbox() });
    expect(await hubAdministrators(hub.parts)).toEqual(['ben']);
  });

  test('passes over what a killed hub left, even while another command has its folder', async () => {
    await stopHub();
    const { masterKey = '' } = configIn(dataDir);
    const killed = startHubProcess(dataDir, { DEMO: '0', MASTER_KEY: masterKey });
    await serving(killed);
    killed.process.kill('SIGKILL');
    await once(killed.process, 'exit');
    expect(existsSync(channelFile(first()))).toBe(true);
    expect(await adminOf(dataDir, 'ben')).toMatchObject({ code: 0 });
    const other = await openParts(configIn(dataDir), { logger, as: 'command' });
    expect(other.parts.ownDir).toBe(first());
    expect(await adminOf(dataDir, 'ben', '--yes')).toMatchObject({ code: 0 });
    await other.close();
  });

  test('refuses a folder without a hub and writes nothing there, unless it is to make one', async () => {
    const nowhere = folders.next();
    const empty = folders.next();
    await mkdir(empty);
    for (const folder of [nowhere, empty]) {
      expect(await adminOf(folder, 'zoe@hillside.example', '--name', 'Zoe Gray', '--yes')).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^There is no hub in .* --new\. Nothing was written\.\n$/),
      });
      expect((await commandOf('privacy', folder, ['erase', 'ben', '--yes'])).code).toBe(1);
      // What makes no new hub does not say that it would.
      const list = join(dataDir, '..', 'staff.csv');
      await writeFile(list, 'Name,Email\nAnn Ray,ann@a.example\n');
      for (const [tool, args] of [
        ['import', ['staff', list, '--institution', 'hillside', '--new']],
        ['admin', ['confirm-date', '--new']],
      ] as const)
        expect(await commandOf(tool, folder, args)).toMatchObject({
          code: 1,
          stderr: expect.stringMatching(/^There is no hub in .* data folder\. Nothing was written\.\n$/),
        });
    }
    expect(existsSync(nowhere)).toBe(false);
    expect(await readdir(empty)).toEqual([]);
    expect(await adminOf(nowhere, 'zoe@hillside.example', '--name', 'Zoe Gray', '--new', '--yes')).toMatchObject({ code: 0 });
    expect((await adminOf(nowhere, 'Zoe Gray')).stdout).toContain('is an administrator already');
  });
});
