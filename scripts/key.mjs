// `npm run key`: a new secret of 32 bytes, for MASTER_KEY, METRICS_TOKEN or MEILI_KEY in .env. Works in every shell, and keeps nothing.
import { randomBytes } from 'node:crypto';
import { main, say, Stop } from './lib/say.mjs';

await main(() => {
  const [typed] = process.argv.slice(2);
  if (typed) throw new Stop(`“${typed}” means nothing here: a key is made of chance alone.`);
  say(randomBytes(32).toString('base64'));
});
