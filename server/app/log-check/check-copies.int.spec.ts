import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { builtModule } from '../../event-store/built.js';
import { sweepCopies, withCopyFolder } from './check-copies.js';

const begunHere = new Set<ChildProcess>();
afterEach(() => begunHere.forEach((child) => child.kill('SIGKILL')));

/** A command that makes a copy and is not done with it. */
async function begun(): Promise<{ readonly folder: string; readonly end: (signal: NodeJS.Signals) => Promise<number | null> }> {
  const module = builtModule('./check-copies.js', import.meta.url);
  const work = `import { withCopyFolder } from ${JSON.stringify(module)};
    await withCopyFolder((folder) => new Promise(() => { console.log(folder); setInterval(() => undefined, 1_000); }));`;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '--eval', work], { stdio: ['ignore', 'pipe', 'ignore'] });
  begunHere.add(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const folder = await new Promise<string>((resolve) => child.stdout?.once('data', (said: Buffer) => resolve(said.toString().trim())));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { folder, end };
}

describe('the copy of a log that is checked', () => {
  test('goes with the command that made it, however that ends', async () => {
    const own = await withCopyFolder(async (folder) => {
      expect(existsSync(folder)).toBe(true);
      return folder;
    });
    expect(existsSync(own)).toBe(false);
    for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const, ['SIGHUP', 129] as const]) {
      const { folder, end } = await begun();
      expect(existsSync(folder)).toBe(true);
      expect([await end(signal), existsSync(folder)]).toEqual([code, false]);
    }
  });

  test('[R9] of a command that was killed goes with the next erasure, and one that is under way stays', async () => {
    const [killed, busy] = [await begun(), await begun()];
    await killed.end('SIGKILL');
    expect(existsSync(killed.folder)).toBe(true);
    await sweepCopies();
    expect([existsSync(killed.folder), existsSync(busy.folder)]).toEqual([false, true]);
    await busy.end('SIGTERM');
  });
});
