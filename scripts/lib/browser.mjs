import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run, runNode } from './run.mjs';
import { say, Stop } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const NONE = `No browser could be found or installed for the browser tests.
Install Chromium, Google Chrome or Microsoft Edge, or set CHROMIUM_PATH to the program of one, and run npm test again.`;

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(canRun);

/** Where Playwright keeps the browsers it downloads. Looked up by hand: loading Playwright takes longer than all the rest of the set-up. */
function playwrights() {
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    { darwin: join(homedir(), 'Library/Caches/ms-playwright'), win32: join(process.env.LOCALAPPDATA ?? '', 'ms-playwright') }[
      process.platform
    ] ??
    join(homedir(), '.cache/ms-playwright');
  if (!existsSync(folder)) return undefined;
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) => inside.map((path) => join(folder, name, path)))
    .find(canRun);
}

/** The path of a browser that the journeys can drive, or undefined. `CHROMIUM_PATH` wins; one that cannot be run stops with a sentence. */
export function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!canRun(given)) throw new Stop(`CHROMIUM_PATH is set to ${given}, which is not a program that can be run.`);
    return given;
  }
  return NAMES.map(onPath).find(Boolean) ?? ELSEWHERE.find(canRun) ?? playwrights();
}

/** Finds a browser or installs one: Debian's package where we are root and apt is there, Playwright's own elsewhere. */
export function needBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    say('Installing Chromium with apt for the browser tests. This takes a minute or two.');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env });
  }
  if (!findBrowser()) {
    say('Fetching Chromium for the browser tests.');
    runNode(['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  const installed = findBrowser();
  if (!installed) throw new Stop(NONE);
  return installed;
}
