// Makes a fresh clone ready, on Node's built-ins alone: the version of Node, the packages, a browser for the tests. Quick where nothing is to do.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { needBrowser } from './lib/browser.mjs';
import { ROOT, runNode, runNpm } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';

/** The oldest minor version of each major; a major above the last will do as it is, and 21 never will: the packages do not support it. */
const OLDEST_MINOR = { 20: 19, 22: 12 };
const MARK = join(ROOT, 'node_modules/.alongside.json');
const LOADS_SQLITE = ['-e', "new (require('better-sqlite3'))(':memory:').close()"];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || minor >= (OLDEST_MINOR[major] ?? Infinity)) return;
  throw new Stop(
    `Alongside needs Node.js 20.19 or a newer 20, 22.12 or newer, and this is ${process.versions.node}. Install one from https://nodejs.org and try again.`,
  );
}

/** What the installed packages depend on: the lock file, and the Node that native parts were built for. */
const wanted = () => ({
  lock: createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex'),
  built: `${process.platform}-${process.arch}-${process.versions.modules}`,
});

function installed() {
  try {
    return JSON.parse(readFileSync(MARK, 'utf8'));
  } catch {
    return {};
  }
}

function installPackages() {
  const want = wanted();
  const have = installed();
  if (have.lock === want.lock && have.built === want.built) return;
  // npm writes this file last: without it an install was cut short, and starting again is safer than mending.
  const whole = existsSync(join(ROOT, 'node_modules/.package-lock.json'));
  if (have.lock !== want.lock) {
    say(whole ? 'Bringing the installed packages up to date.' : 'Installing the packages. The first time takes a few minutes.');
    // Said out loud even under `npm test --silent`: a failed install that says nothing helps nobody.
    if (runNpm([whole ? 'install' : 'ci', '--no-audit', '--no-fund', '--loglevel=warn']) !== 0) {
      throw new Stop(
        'The packages could not be installed: npm says why above. Check the connection to the npm registry and run the command again.',
      );
    }
  } else if (whole) {
    say('Building the native parts again for this version of Node.');
    runNpm(['rebuild', 'better-sqlite3']);
  }
  if (runNode(LOADS_SQLITE, { quiet: true }) !== 0) {
    runNode(LOADS_SQLITE);
    throw new Stop(
      'better-sqlite3, which keeps the data, could not be loaded. Where no ready-made build exists it needs python3, make and a C++ compiler (on Debian: apt-get install python3 build-essential); then run npm rebuild better-sqlite3.',
    );
  }
  writeFileSync(MARK, JSON.stringify(wanted()));
}

/** Makes everything ready that the caller needs; answers the browser's path where one was asked for. */
export function setup({ browser = false } = {}) {
  checkNode();
  installPackages();
  return browser ? needBrowser() : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(() => {
    const browser = setup({ browser: true });
    say(`Ready. Browser for the tests: ${browser}`);
  });
}
