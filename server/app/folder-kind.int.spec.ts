import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kindOfFolder } from './folder-kind.js';
import { logNamedBy } from './log-check/which-log.js';
import { folderCouldBe, preflight } from './preflight.js';

describe('what a folder is', () => {
  let root: string;
  const at = (...names: readonly string[]) => join(root, ...names);
  const write = async (...names: readonly string[]) => {
    await mkdir(at(...names, '..'), { recursive: true });
    await writeFile(at(...names), '{}');
  };
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'alongside-kinds-'));
    await write('hub', 'log', 'events.sqlite');
    await write('backups', 'alongside-2026-03-06T120000000Z', 'backup.json');
    await write('backups', 'alongside-2026-03-06T120000000Z', 'events.sqlite');
    await write('notes', 'words.txt');
    await mkdir(at('empty'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  test('is told by what lies in it', () => {
    const backup = join('backups', 'alongside-2026-03-06T120000000Z');
    const kinds = ['hub', 'backups', backup, 'notes', 'empty', 'nowhere', join('notes', 'words.txt')].map((name) => [
      name,
      kindOfFolder(at(name)),
    ]);
    expect(kinds).toEqual([
      ['hub', 'hub'],
      ['backups', 'backups'],
      [backup, 'backup'],
      ['notes', undefined],
      ['empty', undefined],
      ['nowhere', undefined],
      [join('notes', 'words.txt'), undefined],
    ]);
  });

  test('a hub is kept neither in a backup, nor in a folder there, nor among backups, nor behind a link to one', async () => {
    const backup = at('backups', 'alongside-2026-03-06T120000000Z');
    await symlink(backup, at('link'));
    for (const [folder, why] of [
      [backup, 'is a backup'],
      [join(backup, 'data'), 'is a backup'],
      [at('link'), 'is a backup'],
      [at('link', 'data'), 'is a backup'],
      [at('backups'), 'holds backups'],
    ] as const) {
      await expect(folderCouldBe(folder)).rejects.toThrow(why);
      await expect(preflight({ port: 0, host: '127.0.0.1', dataDir: folder })).rejects.toThrow(why);
    }
    expect(await readdir(backup)).toEqual(['backup.json', 'events.sqlite']);
    for (const name of ['hub', 'notes', 'empty', 'nowhere'])
      expect(await folderCouldBe(at(name))).toBe(name === 'nowhere' ? root : at(name));
    // Where backups were once made into the data folder, the hub is still one.
    await write('hub', 'alongside-2026-03-06T120000000Z', 'backup.json');
    expect(await folderCouldBe(at('hub'))).toBe(at('hub'));
  });

  test('a file, a folder in one, and a link that leads nowhere are told as what they are', async () => {
    await symlink(at('away'), at('lost'));
    await expect(folderCouldBe(at('notes', 'words.txt'))).rejects.toThrow('is a file. Set it to a folder.');
    await expect(folderCouldBe(at('notes', 'words.txt', 'data'))).rejects.toThrow('cannot be made, because');
    for (const folder of [at('lost'), at('lost', 'data')])
      await expect(folderCouldBe(folder)).rejects.toThrow(`${at('lost')} is a link to ${at('away')}, which is not there.`);
  });

  test('an address that this machine does not have is told for whatever port, before anything is written', async () => {
    await expect(preflight({ port: 0, host: '203.0.113.7', dataDir: at('new') })).rejects.toThrow(
      'This machine has no address 203.0.113.7.',
    );
    expect(existsSync(at('new'))).toBe(false);
  });

  test('a backup in which a hub was once begun is checked as the backup', async () => {
    const backup = at('backups', 'alongside-2026-03-06T120000000Z');
    await write('backups', 'alongside-2026-03-06T120000000Z', 'log', 'events.sqlite');
    expect(logNamedBy(backup)).toEqual({ file: join(backup, 'events.sqlite'), backup });
    expect(logNamedBy(at('hub'))).toEqual({ file: at('hub', 'log', 'events.sqlite'), dataDir: at('hub') });
  });
});
