import type { Browser } from 'playwright-core';
import { openBrowserAt } from '../../scripts/lib/open-browser.mjs';

/** A headless browser with an empty profile: the one that `CHROMIUM_PATH` names, which `npm run e2e` sets. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the journeys with npm run e2e, which finds a browser.');
  return openBrowserAt(executablePath);
}
