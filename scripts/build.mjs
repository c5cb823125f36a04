// Builds what changed: the Node packages with swc, the programs of the server and the client with Vite. `--node` leaves the client out.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './lib/bundle.mjs';
import { ROOT, run } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { clientIsStale, NODE_PACKAGES } from './lib/sources.mjs';
import { transpile } from './lib/transpile.mjs';

/** Brings every dist up to date. Takes a fraction of a second where nothing changed. */
export async function build({ client = true } = {}) {
  let written = 0;
  for (const name of NODE_PACKAGES) written += await transpile(join(ROOT, name));
  if (written) say(`Built ${written} files of ${NODE_PACKAGES.join(', ')}.`);
  if (await bundle()) say('Bundled the programs of the server.');
  if (!client || !clientIsStale()) return;
  say('Building the client.');
  if (
    run(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], { cwd: join(ROOT, 'client') }) !==
    0
  ) {
    throw new Stop('The client could not be built: Vite says why above.');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(() => build({ client: !process.argv.includes('--node') }));
}
