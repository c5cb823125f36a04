import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

/** So many single bytes of a log changed at random, from a seed: none that changes what a read returns is silent once the log is checked. */
export default async function prove(args) {
  const [changes = '1000', seed] = args;
  const folder = mkdtempSync(join(tmpdir(), 'alongside-tampering-'));
  const result = join(folder, 'result.json');
  try {
    const code = await runJest(['--selectProjects', 'integration', '--runInBand', '--testPathPatterns', 'sqlite/tampering'], {
      TAMPERINGS: changes,
      TAMPERING_RESULT: result,
      ...(seed && { TAMPERING_SEED: seed }),
    });
    say(readFileSync(result, 'utf8'));
    return code;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
