// A real file system of 24 MB that fills up, with a mail server that is away and kills: `npm run prove -- small-disk [rounds]`. Linux, as root.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJest } from '../lib/jest.mjs';
import { say, Stop } from '../lib/say.mjs';

const SIZE = '24m';

export default async function prove([rounds = '10']) {
  if (process.platform !== 'linux' || process.getuid() !== 0)
    throw new Stop('This proof mounts a small file system: run it on Linux, as root.');
  const { build } = await import('../build.mjs');
  await build({ client: false });
  const disk = mkdtempSync(join(tmpdir(), 'alongside-small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'alongside', disk]);
  try {
    const status = runJest(['--selectProjects', 'proofs', '--runInBand', '--forceExit', '--testPathPatterns', 'small-disk'], {
      SMALL_DISK: disk,
      SMALL_DISK_ROUNDS: rounds,
    });
    say(`PROOF small-disk: ${status === 0 ? `${rounds} times full and killed, and nothing acknowledged is lost` : 'not held, see above'}`);
    return status;
  } finally {
    execFileSync('umount', [disk]);
    rmdirSync(disk);
  }
}
