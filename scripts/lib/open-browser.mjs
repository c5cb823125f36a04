import { chromium } from 'playwright-core';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with an empty profile. Chromium refuses its sandbox to root, which is who runs in most containers. */
export const openBrowserAt = (executablePath) =>
  chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: QUIET });
