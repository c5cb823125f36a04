// Runs one of the command-line tools of the server, built and ready: `node scripts/run.mjs server/dist/app/import.cli.js …`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { readEnvFile } from './lib/env-file.mjs';
import { become, ROOT } from './lib/run.mjs';
import { main, sayAside, Stop } from './lib/say.mjs';
import { setup } from './setup.mjs';

await main(async () => {
  const [tool, ...args] = process.argv.slice(2);
  if (!tool) throw new Stop('Say which built file to run, such as server/dist/app/import.cli.js.');
  sayAside();
  readEnvFile();
  setup();
  await build({ client: false });
  if (!existsSync(join(ROOT, tool))) throw new Stop(`There is no ${tool}.`);
  return become(['--enable-source-maps', join(ROOT, tool), ...args]);
});
