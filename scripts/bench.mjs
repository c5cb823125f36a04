// `npm run bench -- NAME [options]`: builds the packages and runs server/bench/NAME.bench.ts. Without a name they are listed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';

const run = (args, cwd = ROOT) => spawnSync(process.execPath, args, { cwd, stdio: 'inherit' }).status ?? 1;
/** What a screen takes is measured in a browser, on the client as it is built. */
const IN_BROWSER = new Set(['members', 'programme']);

await main(async () => {
  const [name, ...options] = process.argv.slice(2);
  const names = readdirSync(join(ROOT, 'server/bench')).flatMap((file) =>
    file.endsWith('.bench.ts') ? [file.replace('.bench.ts', '')] : [],
  );
  if (!name) return say(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  if (!existsSync(join(ROOT, `server/bench/${name}.bench.ts`)))
    throw new Stop(`There is no benchmark “${name}”. There are: ${names.join(', ')}.`);
  if (IN_BROWSER.has(name)) {
    const { needBrowser } = await import('./lib/browser.mjs');
    process.env.CHROMIUM_PATH = needBrowser();
  }
  if (!process.env.NO_BUILD) {
    const { build } = await import('./build.mjs');
    await build({ client: IN_BROWSER.has(name) });
  }
  return run(['--expose-gc', `server/dist/bench/${name}.bench.js`, ...options]);
});
