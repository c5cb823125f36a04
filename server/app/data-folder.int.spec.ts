import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/app/main.js', import.meta.url));
/** Anything for the group or for everybody else. */
const FOR_OTHERS = 0o077;

describe('the files of a hub', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'data-folder-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  test('are for its own account alone, in a folder that was there before and open to all as well', async () => {
    const dataDir = join(root, 'data');
    await mkdir(dataDir, { mode: 0o755 });
    const hub = spawn(process.execPath, [main], {
      env: { ...process.env, DATA_DIR: dataDir, DEMO: '0', PORT: '0', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(hub.stdout, 'data')) as [Buffer];
    expect(said.toString()).toContain('Alongside is ready');
    const paths = ['.', ...(await readdir(dataDir, { recursive: true }))];
    const open = [];
    // A running hub replaces some of its files while they are looked at: then the new one is.
    const modeOf = (path: string) => stat(join(dataDir, path)).catch(() => stat(join(dataDir, path.replace(/\.new$/, ''))));
    for (const path of paths) if ((await modeOf(path)).mode & FOR_OTHERS) open.push(path);
    hub.kill('SIGTERM');
    await once(hub, 'exit');
    expect(paths.length).toBeGreaterThan(6);
    expect(open).toEqual([]);
  });
});
