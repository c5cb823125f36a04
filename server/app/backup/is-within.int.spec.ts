import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWithin } from './is-within.js';

test('a folder is in another by where it really lies, whether it is there yet or not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-within-'));
  const data = join(folder, 'data');
  await mkdir(data);
  await symlink(data, join(folder, 'link'));
  const within = (...names: readonly string[]) => isWithin(join(folder, ...names), data);
  expect([within('data'), within('data', 'backups', 'new'), within('link'), within('link', 'backups')]).toEqual([true, true, true, true]);
  expect([within(), within('data-backups'), within('backups', 'data'), within('..data')]).toEqual([false, false, false, false]);
  await rm(folder, { recursive: true });
});
