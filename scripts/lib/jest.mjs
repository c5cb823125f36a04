import { runNode } from './run.mjs';

/** Runs Jest with native ES modules and answers its exit status. */
export const runJest = (args, env = {}) =>
  runNode(['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...args], { env });
