// Runs one of the command-line tools of the server, built and ready: `node scripts/run.mjs import …`.
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { programFile } from './lib/bundle.mjs';
import { readEnvFile } from './lib/env-file.mjs';
import { become } from './lib/run.mjs';
import { main, sayAside, Stop } from './lib/say.mjs';
import { setup } from './setup.mjs';

await main(async () => {
  const [tool, ...args] = process.argv.slice(2);
  if (!tool) throw new Stop('Say which tool to run, such as import.');
  sayAside();
  readEnvFile();
  setup();
  await build({ client: false });
  const program = programFile(`${tool}.cli`);
  if (!existsSync(program)) throw new Stop(`There is no tool “${tool}”.`);
  return become(['--enable-source-maps', program, ...args]);
});
