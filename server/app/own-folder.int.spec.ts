import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { claimOwnFolder, isInUse } from './own-folder.js';

const built = fileURLToPath(new URL('../dist/app/own-folder.js', import.meta.url));

const keptIn = (path: string) => readdirSync(path).filter((name) => !name.startsWith('lock.sqlite'));

describe('a folder of one’s own', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'own-folder-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  test('the first process gets the same folder at every start, with what it kept', async () => {
    const first = await claimOwnFolder(dataDir);
    await writeFile(join(first.path, 'views.sqlite'), 'kept');
    await first.release();
    const again = await claimOwnFolder(dataDir);
    expect(again.path).toBe(first.path);
    expect(existsSync(join(again.path, 'views.sqlite'))).toBe(true);
    await again.release();
  });

  test('a second one beside it gets another, which is empty when it ends', async () => {
    const first = await claimOwnFolder(dataDir);
    const second = await claimOwnFolder(dataDir);
    await writeFile(join(second.path, 'views.sqlite'), 'kept');
    expect(second.path).not.toBe(first.path);
    await second.release();
    expect(keptIn(second.path)).toEqual([]);
    await first.release();
  });

  test('one that is deleted or moved while its process runs is noticed, and no other process begins as this one', async () => {
    const first = await claimOwnFolder(dataDir);
    expect(first.inPlace()).toBe(true);
    renameSync(join(dataDir, 'processes'), join(dataDir, 'away'));
    expect([first.inPlace(), first.inPlace()]).toEqual([false, false]);
    expect(await isInUse(dataDir)).toBe(true);
    const second = await claimOwnFolder(dataDir);
    expect([second.first, second.path === first.path]).toEqual([false, false]);
    await second.release();
    await first.release();
    const next = await claimOwnFolder(dataDir);
    expect([next.first, next.inPlace()]).toEqual([true, true]);
    await next.release();
  });

  test('a process that is killed lets its folder go, and what a second one left is emptied at the next start', async () => {
    const first = await claimOwnFolder(dataDir);
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { claimOwnFolder } = await import(${JSON.stringify(built)}); const own = await claimOwnFolder(${JSON.stringify(dataDir)}); (await import('node:fs')).writeFileSync(own.path + '/views.sqlite', 'kept'); console.log(own.path); setInterval(() => {}, 1000);`,
    ]);
    const [output] = (await once(child.stdout, 'data')) as [Buffer];
    const path = output.toString().trim();
    expect(path).not.toBe(first.path);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await first.release();
    const next = await claimOwnFolder(dataDir);
    expect(next.path).toBe(first.path);
    expect(keptIn(path)).toEqual([]);
    await next.release();
  });

  test('what a first one left that missed an erasure is emptied by another, but for its progress; one that lives, or missed none, is left alone', async () => {
    const first = await claimOwnFolder(dataDir);
    const second = await claimOwnFolder(dataDir);
    const left = async (reached: string) => {
      await writeFile(join(first.path, 'views.sqlite'), 'words');
      await writeFile(
        join(first.path, 'reactors.json'),
        JSON.stringify({ positions: { 'destroy-key-when-person-erased': reached }, aside: [] }),
      );
    };
    const erasedThrough = '0000000000000007' as Position;
    await left('0000000000000006');
    expect([await second.sweep(erasedThrough), keptIn(first.path)]).toEqual([false, ['reactors.json', 'views.sqlite']]);
    await first.release();
    await left('0000000000000007');
    expect([await second.sweep(erasedThrough), keptIn(first.path)]).toEqual([false, ['reactors.json', 'views.sqlite']]);
    await left('0000000000000006');
    expect([await second.sweep(), keptIn(first.path)]).toEqual([false, ['reactors.json', 'views.sqlite']]);
    expect([await second.sweep(erasedThrough), keptIn(first.path)]).toEqual([true, ['reactors.json']]);
    await second.release();
  });

  test('those who come and go at once never take a folder from each other', async () => {
    const comeAndGo = async () => {
      for (let times = 0; times < 30; times += 1) {
        const own = await claimOwnFolder(dataDir);
        await writeFile(join(own.path, 'views.sqlite'), 'kept');
        expect(existsSync(join(own.path, 'views.sqlite'))).toBe(true);
        await own.release();
      }
    };
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo(), comeAndGo()]);
  });
});
