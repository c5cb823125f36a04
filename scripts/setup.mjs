// Makes a fresh clone ready, on Node's built-ins alone: the version of Node, the packages, a browser for the tests. Quick where nothing is to do.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILT_BY_SETUP, driverFor, unfit, untried } from '../server/sqlite/node-versions.mjs';
import { needBrowser } from './lib/browser.mjs';
import { ROOT, runNode, runNpm } from './lib/run.mjs';
import { main, say, Stop } from './lib/say.mjs';

const MARK = join(ROOT, 'node_modules/.alongside.json');

function checkNode() {
  const why = unfit(process.versions.node);
  if (why) throw new Stop(why);
}

/** What the installed packages depend on: the lock file, and for each driver the platform (and for a built one the Node) that it was seen to load on. */
function wanted(have) {
  const driver = driverFor(process.versions.node);
  const place = `${process.platform}-${process.arch}${BUILT_BY_SETUP.includes(driver) ? `-${process.versions.modules}` : ''}`;
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  return { driver, mark: { lock, drivers: { ...(have.lock === lock && have.drivers), [driver]: place } } };
}

function installed() {
  try {
    return JSON.parse(readFileSync(MARK, 'utf8'));
  } catch {
    return {};
  }
}

/** `driver`: whether the driver of SQLite is made to load as well, which may have to be built for a minute. */
function installPackages(driverToo) {
  const have = installed();
  const { driver, mark } = wanted(have);
  if (have.lock === mark.lock && (!driverToo || have.drivers?.[driver] === mark.drivers[driver])) return;
  if (untried(process.versions.node)) say(`Alongside has not been tried on Node.js ${process.versions.node} yet. It may work.`);
  if (have.lock !== mark.lock) {
    // npm writes this file last: without it an install was cut short, and starting again is safer than mending.
    const whole = existsSync(join(ROOT, 'node_modules/.package-lock.json'));
    say(whole ? 'Bringing the installed packages up to date.' : 'Installing the packages. The first time takes a few minutes.');
    // Said out loud even under `npm test --silent`. Not its warnings: one says that driver 13 is not for Node 20, which is why 12 is there.
    if (runNpm([whole ? 'install' : 'ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
      throw new Stop(
        'The packages could not be installed: npm says why above. Check the connection to the npm registry and run the command again.',
      );
    }
    // npm may have written the lock file again.
    writeFileSync(MARK, JSON.stringify({ ...wanted({}).mark, drivers: {} }));
  }
  if (!driverToo) return;
  makeLoad(driver);
  writeFileSync(MARK, JSON.stringify(wanted(installed()).mark));
}

/** Builds a driver that does not load as it is and can be built. Throws where the driver still does not load. */
function makeLoad(driver) {
  const load = ['-e', `new (require('${driver}'))(':memory:').close()`];
  if (runNode(load, { quiet: true }) === 0) return;
  if (BUILT_BY_SETUP.includes(driver)) {
    say(`Building the SQLite driver for Node.js ${process.versions.node}. This takes a minute or two.`);
    if (runNpm(['rebuild', driver, '--ignore-scripts=false', '--loglevel=error']) === 0 && runNode(load) === 0) return;
    throw new Stop(
      `The SQLite driver could not be built for Node.js ${process.versions.node}. Use Node.js 22.14 or newer, which needs no compiler, or install python3, make and a C++ compiler (on Debian: apt-get install python3 build-essential) and run the command again.`,
    );
  }
  runNode(load);
  throw new Stop(
    `The SQLite driver could not be loaded: the reason is above. It has ready-made builds for Linux, macOS and Windows on x64 and arm64. This is ${process.platform} on ${process.arch}.`,
  );
}

/** Makes everything ready that the caller needs; answers the browser's path where one was asked for. Without `driver` that of SQLite is left for later. */
export function setup({ browser = false, driver = true } = {}) {
  checkNode();
  installPackages(driver);
  return browser ? needBrowser() : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(() => {
    const browser = setup({ browser: true });
    say(`Ready. Browser for the tests: ${browser}`);
  });
}
