// `npm start`: from a fresh clone to a running hub. The server prints its address.
import { existsSync } from 'node:fs';
import { programFile } from './lib/bundle.mjs';
import { readEnvFile } from './lib/env-file.mjs';
import { become } from './lib/run.mjs';
import { main, Stop } from './lib/say.mjs';
import { setup } from './setup.mjs';

const SERVER = programFile('main');

await main(async () => {
  if (process.argv.length > 2)
    throw new Stop('npm start takes no arguments: set the port and the rest in .env or in the environment (docs/configuration.md).');
  readEnvFile();
  setup();
  const { build } = await import('./build.mjs');
  await build();
  if (!existsSync(SERVER)) throw new Stop('The server was not built: server/app/main.ts is missing.');
  return become(['--enable-source-maps', SERVER]);
});
