import { run } from './run.mjs';

/** Runs Jest with native ES modules and answers its exit status. `node` is another program of Node than our own. */
export const runJest = (args, env = {}, node = process.execPath) =>
  run(node, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...args], { env });
