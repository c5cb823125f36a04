// Jest with native ES modules; arguments are passed on. Builds first: worker threads and child processes of the tests run the built files.
import { join } from 'node:path';
import { build } from './build.mjs';
import { bundleIsStale } from './lib/bundle.mjs';
import { runJest } from './lib/jest.mjs';
import { ROOT } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';
import { NODE_PACKAGES } from './lib/sources.mjs';
import { sayStale } from './lib/transpile.mjs';

await main(async () => {
  if (!process.env.NO_BUILD) await build({ client: false });
  else {
    const stale =
      sayStale(NODE_PACKAGES.map((name) => join(ROOT, name))) ??
      (bundleIsStale() ? 'NO_BUILD: the bundle is older than the build. Hubs and tools that specs start are those of before.' : undefined);
    if (stale) say(stale);
  }
  return runJest(process.argv.slice(2));
});
