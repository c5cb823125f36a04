// Builds the package in the current folder: what `npm run build` means inside domain, projections, search, ml and server.
import { transpile } from './lib/transpile.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await transpile(process.cwd());
});
