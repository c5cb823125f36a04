// `npm run prove -- NAME`: one proof of scripts/proofs, longer than a test may take; arguments are passed on. Without a name it lists them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';

const FOLDER = join(ROOT, 'scripts/proofs');
const names = () =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => file.replace('.mjs', ''));

await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (!name) return say(`npm run prove -- NAME, where NAME is one of: ${names().join(', ')}`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(join(FOLDER, `${name}.mjs`)))
    throw new Stop(`There is no proof “${name}”. There are: ${names().join(', ')}.`);
  const { default: prove } = await import(`./proofs/${name}.mjs`);
  return prove(args);
});
