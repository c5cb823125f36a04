// `npm run prove -- NAME [arguments]` builds the packages and runs scripts/proofs/NAME.mjs: what takes too long for `npm test`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ROOT } from './lib/run.mjs';
import { main, Stop } from './lib/say.mjs';

await main(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const folder = join(ROOT, 'scripts/proofs');
  const file = join(folder, `${name}.mjs`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    const known = readdirSync(folder).map((one) => one.replace('.mjs', ''));
    throw new Stop(`There is no proof “${name}”. There are: ${known.join(', ')}.`);
  }
  await build({ client: false });
  const { default: prove } = await import(pathToFileURL(file).href);
  return prove(args);
});
