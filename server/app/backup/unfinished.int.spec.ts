import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtModule } from '../../event-store/built.js';
import { testFolders } from '../hub.testing.js';
import { beginUnfinished, deleteUnfinished } from './unfinished.js';

const DAY_MS = 86_400_000;

describe('a backup that was ended while it was written', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let target: string;
  let children: ChildProcess[];
  beforeEach(async () => {
    folders = await testFolders();
    [target, children] = [folders.next(), []];
    await mkdir(target, { recursive: true });
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await folders.clean();
  });

  /** Another process that begins a backup and never finishes it. */
  async function writing(folder: string): Promise<ChildProcess> {
    const code = `import { beginUnfinished } from ${JSON.stringify(builtModule('./unfinished.js', import.meta.url).href)};
      await beginUnfinished(${JSON.stringify(folder)}); console.log('begun'); setInterval(() => undefined, 1_000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    await once(child.stdout ?? child, 'data');
    return child;
  }

  test('is deleted once its process is gone, and left alone while that lives', async () => {
    const folder = join(target, 'alongside-2026-03-06T120000000Z');
    const child = await writing(folder);
    const there = (await readdir(target)).sort();
    expect(await deleteUnfinished(target)).toEqual([]);
    expect((await readdir(target)).sort()).toEqual(there);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await deleteUnfinished(target)).toEqual([`${folder}.partial`]);
    expect(await readdir(target)).toEqual([]);
  });

  test('is one of its own: nothing else in the folder is touched, nor a backup that this process is writing', async () => {
    const [made, kept] = [join(target, 'alongside-1'), join(target, 'photos.partial')];
    for (const one of [made, kept]) await mkdir(one);
    const mine = await beginUnfinished(join(target, 'alongside-2'));
    expect(await deleteUnfinished(target)).toEqual([]);
    await mine.end();
    expect((await readdir(target)).sort()).toEqual(['alongside-1', 'photos.partial']);
    expect(await deleteUnfinished(join(target, 'not-there'))).toEqual([]);
  });

  test('of a version that knew no lock is deleted once it has not changed for a day', async () => {
    const [older, newer] = ['alongside-1.partial', 'alongside-2.partial'].map((name) => join(target, name)) as [string, string];
    for (const folder of [older, newer]) {
      await mkdir(folder);
      await writeFile(join(folder, 'events.sqlite'), 'half');
    }
    const before = new Date(Date.now() - DAY_MS - 60_000);
    for (const path of [join(older, 'events.sqlite'), older, newer]) await utimes(path, before, before);
    expect(await deleteUnfinished(target)).toEqual([older]);
    expect(await readdir(target)).toEqual(['alongside-2.partial']);
  });
});
