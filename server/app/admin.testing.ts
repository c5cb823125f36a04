import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { configIn } from './postbox.fixture.js';
import { builtProgram } from './program.testing.js';

/** What a command said, and how it ended. */
interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run admin` as it was built, on the data of a hub in a spec. */
export const adminOf = (dataDir: string, ...args: readonly string[]): Promise<Said> => commandOf('admin', dataDir, args);

/** Runs a command at the terminal as it was built, on a data folder. */
export function commandOf(name: string, dataDir: string, args: readonly string[]): Promise<Said> {
  const cli = builtProgram(`${name}.cli`);
  const { masterKey = '' } = configIn(dataDir);
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, DEMO: '0', MASTER_KEY: masterKey };
  const ran = promisify(execFile)(process.execPath, [cli, ...args], { env });
  return ran.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Said) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  );
}
