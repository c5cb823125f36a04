import { writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { jest } from '@jest/globals';
import { commandOf } from './admin.testing.js';
import { testFolders } from './hub.testing.js';

jest.setTimeout(120_000);

describe('a command that may make a new hub', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  beforeEach(async () => {
    folders = await testFolders();
  });
  afterEach(() => folders.clean());

  test('makes none where it only says what it would do, or is refused', async () => {
    const dataDir = folders.next();
    const unread = `${dataDir}.csv`;
    await writeFile(unread, 'Recipe,Minutes\nSoup,20\n');
    const tried = await Promise.all([
      commandOf('admin', dataDir, ['ada@school.example', '--name', 'Ada Min', '--new']),
      commandOf('admin', dataDir, ['ada@school.example', '--new', '--yes']),
      commandOf('admin', dataDir, ['ada@@school', '--name', 'Ada Min', '--new', '--yes']),
      commandOf('admin', dataDir, ['ada@school.example', '--name', '', '--new', '--yes']),
      commandOf('import', dataDir, ['institutions', unread, '--new', '--yes']),
    ]);
    expect(tried.map(({ code, stdout, stderr }) => [code, (stdout + stderr).split('\n')[0]])).toEqual([
      [0, expect.stringContaining('This would add Ada Min to the hub and make them an administrator.')],
      [1, expect.stringContaining('Add their name: --name')],
      [1, '“ada@@school” is no email address. Check it.'],
      [1, expect.stringMatching(/name/i)],
      [1, expect.stringContaining('0 schools and trusts to import')],
    ]);
    expect(tried[4]?.stderr).toBe('Nothing was saved: this file has no row to import.\n');
    expect(existsSync(dataDir)).toBe(false);
  });
});
