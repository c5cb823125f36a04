// Fails where a package boundary (.dependency-cruiser.mjs) is broken, or too little was read to check anything. A folder as argument
// replaces the repository, to test the check itself.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkBoundaries } from './lib/boundaries.mjs';
import { ROOT } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { PACKAGES } from './lib/sources.mjs';

const PLAUSIBLE_MODULES = 50;

await main(async () => {
  const root = resolve(process.argv[2] ?? ROOT);
  const { modules, imports, violations } = await checkBoundaries(
    root,
    PACKAGES.filter((name) => existsSync(join(root, name))),
  );
  for (const violation of violations) say(violation);
  if (modules < PLAUSIBLE_MODULES || imports < modules / 2) {
    throw new Stop(`Only ${modules} modules with ${imports} imports were read: the parser is not doing its work, so nothing was checked.`);
  }
  if (violations.length) throw new Stop(`${violations.length} imports cross a boundary. CONTRIBUTING.md says who may import whom.`);
  say(`${modules} modules with ${imports} imports keep to the boundaries.`);
});
