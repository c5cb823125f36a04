// Jest with native ES modules; arguments are passed on. Builds first: worker threads and child processes of the tests run the built files.
import { build } from './build.mjs';
import { runJest } from './lib/jest.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  if (!process.env.NO_BUILD) await build({ client: false });
  return runJest(process.argv.slice(2));
});
