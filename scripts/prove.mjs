// `npm run prove -- NAME [options]`: what takes too long for `npm test`. One file per proof in scripts/proofs; without a name they are listed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';

await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  const names = readdirSync(join(ROOT, 'scripts/proofs')).flatMap((file) => (file.endsWith('.mjs') ? [file.slice(0, -4)] : []));
  if (!name) return say(`npm run prove -- NAME, where NAME is one of: ${names.join(', ')}`);
  if (!names.includes(name)) throw new Stop(`There is no proof “${name}”. There are: ${names.join(', ')}.`);
  const { default: prove } = await import(`./proofs/${name}.mjs`);
  return prove(args);
});
