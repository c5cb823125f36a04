import { chromium, type Browser } from 'playwright-core';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with an empty profile: the one that `CHROMIUM_PATH` names, which `npm run e2e` sets. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the journeys with npm run e2e, which finds a browser.');
  // Chromium refuses its sandbox to root, which is who runs in most containers.
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: QUIET });
}
