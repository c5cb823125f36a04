import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Nx neither starts a daemon nor calls home; npm prints what a person needs and no more. */
const ENVIRONMENT = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NX_INTERACTIVE: 'false' };

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a program to its end with our own output; answers its exit status, 1 where it could not be started or a signal ended it. */
export function run(command, args, { env = {}, cwd = ROOT, quiet = false } = {}) {
  const shell = process.platform === 'win32' && command.endsWith('.cmd');
  return (
    spawnSync(command, args, { cwd, shell, stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'], env: { ...ENVIRONMENT, ...env } })
      .status ?? 1
  );
}

/** Runs a program beside others and answers its exit status, and all that it printed, once it has ended. */
export function runBeside(command, args) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && command.endsWith('.cmd');
    const child = spawn(command, args, { cwd: ROOT, shell, stdio: ['ignore', 'pipe', 'pipe'], env: ENVIRONMENT });
    const printed = [];
    child.stdout.on('data', (piece) => printed.push(piece));
    child.stderr.on('data', (piece) => printed.push(piece));
    child.on('error', (error) => resolve({ status: 1, printed: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, printed: Buffer.concat(printed).toString() }));
  });
}

export const runNode = (args, options) => run(process.execPath, args, options);
export const runNpm = (args, options) => run(npm, args, options);

/**
 * Runs Node in our place and hands on signals that reach only us. Ctrl+C on a terminal reaches the whole group; handed on again, it would
 * mean “at once”.
 */
export function become(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}
