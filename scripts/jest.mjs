// Jest with native ES modules; arguments are passed on. Builds first: worker threads and child processes of the tests run the built files.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, args, env = {}) => spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

if (!process.env.NO_BUILD) {
  for (const name of ['domain', 'projections', 'search', 'ml', 'server']) {
    const status = spawnSync(process.execPath, ['../scripts/swc.mjs'], { cwd: `${root}/${name}`, stdio: 'inherit' }).status;
    if (status) process.exit(status);
  }
}
process.exit(
  run(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)]),
);
