// Every screen at 320, 390 and 1,100 px, with text at 200 %, and with Tab: what scrolls sideways, is cut off, overlaps, or lies under a bar.
import { findBrowser } from '../lib/browser.mjs';
import { runJest } from '../lib/jest.mjs';
import { say } from '../lib/say.mjs';

export default async function prove(args) {
  const { build } = await import('../build.mjs');
  await build();
  const status = runJest(['--selectProjects', 'e2e', '--runInBand', '--testPathPatterns', 'every-screen', ...args], {
    ANY_SIZE: '1',
    CHROMIUM_PATH: findBrowser() ?? '',
  });
  say(`PROOF any-size: ${status === 0 ? 'nothing is cut off, covered or beside the window on any screen' : 'not held, see above'}`);
  return status;
}
