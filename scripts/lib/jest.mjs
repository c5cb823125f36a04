import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** What Jest has transformed is kept from run to run, wherever tests write their own files. */
const CACHE = join(tmpdir(), `jest-alongside-${process.getuid?.() ?? 0}`);

/** Runs Jest with native ES modules and answers its exit status. `node` is another program of Node than our own. */
export const runJest = (args, env = {}, node = process.execPath) =>
  run(
    node,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      `--cacheDirectory=${CACHE}`,
      ...args,
    ],
    { env },
  );
