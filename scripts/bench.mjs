// `npm run bench -- <name> [options]` builds the packages and runs server/bench/<name>.bench.ts from the server's dist.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name = '', ...options] = process.argv.slice(2);
const run = (args, cwd = root) => spawnSync(process.execPath, args, { cwd, stdio: 'inherit' }).status ?? 1;

if (!existsSync(`${root}server/bench/${name}.bench.ts`)) {
  const known = readdirSync(`${root}server/bench`).flatMap((file) => (file.endsWith('.bench.ts') ? [file.replace('.bench.ts', '')] : []));
  console.error(`There is no benchmark “${name}”. There are: ${known.join(', ')}.`);
  process.exit(1);
}
// What a screen takes is measured in a browser, on the client as it is built.
const inBrowser = ['members', 'programme'].includes(name);
if (inBrowser) {
  const { needBrowser } = await import('./lib/browser.mjs');
  process.env.CHROMIUM_PATH = needBrowser();
}
if (inBrowser && !process.env.NO_BUILD) {
  const { build } = await import('./build.mjs');
  await build();
} else if (!process.env.NO_BUILD) {
  for (const folder of ['domain', 'projections', 'search', 'ml', 'server']) {
    const status = run(['../scripts/swc.mjs'], `${root}${folder}`);
    if (status) process.exit(status);
  }
}
process.exit(run(['--expose-gc', `server/dist/bench/${name}.bench.js`, ...options]));
