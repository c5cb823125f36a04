// The browser journeys (client/e2e/**/*.e2e.spec.ts), two at a time, each with a hub and a browser of its own; arguments are passed on to Jest.
import { build } from './build.mjs';
import { runJest } from './lib/jest.mjs';
import { main } from './lib/say.mjs';
import { setup } from './setup.mjs';

await main(async () => {
  const browser = setup({ browser: true });
  if (!process.env.NO_BUILD) await build();
  return runJest(['--selectProjects', 'e2e', '--maxWorkers=2', ...process.argv.slice(2)], { CHROMIUM_PATH: browser });
});
