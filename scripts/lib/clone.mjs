import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { run, ROOT } from './run.mjs';
import { Stop } from './say.mjs';

/** How long a fresh clone may take to install, build and be ready, in milliseconds. */
const READY_LIMIT_MS = 900_000;
/** Names of what compiles, and of what compiling needs. */
export const COMPILERS =
  /^(cc|c\+\+|c[89]9.*|cpp.*|gcc.*|g\+\+.*|clang.*|.*-(gcc|g\+\+|cpp)(-\d+)?|g?make|cmake|ninja|ld(\..*)?|as|python.*|pip.*)$/;
/** What a user's own settings of npm are: everything else named so was set by the npm that runs us, for its own project and Node. */
const OWN_SETTINGS = /^npm_config_(registry|cache|userconfig|nodedir|proxy|https_proxy|cafile)$/i;

/** Our environment as a new terminal would have it, without what an outer npm, Nx or continuous integration adds. */
const freshEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => (!/^npm_/i.test(name) || OWN_SETTINGS.test(name)) && !/^(NX_.*|INIT_CWD|NODE|NODE_OPTIONS|CI)$/.test(name),
    ),
  );

const canRun = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Fills a folder with links to every program of a PATH but compilers, make, Python and Node; answers the folder. */
export function withoutCompilers(path, folder) {
  mkdirSync(folder, { recursive: true });
  const linked = new Set();
  for (const from of path.split(delimiter)) {
    let names = [];
    try {
      names = readdirSync(from);
    } catch {}
    for (const name of names) {
      if (linked.has(name) || name === 'node' || COMPILERS.test(name) || !canRun(join(from, name))) continue;
      linked.add(name);
      symlinkSync(join(from, name), join(folder, name));
    }
  }
  return folder;
}

/** A fresh clone of the last commit in a new folder. */
export function cloneTo(folder) {
  if (run('git', ['clone', '--quiet', ROOT, folder]) !== 0) throw new Stop('The repository could not be cloned: git says why above.');
  return folder;
}

/** The last commit, and whether the work tree has changes that a clone lacks. */
export function commitHere() {
  const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
  return { commit: git('rev-parse', '--short', 'HEAD'), changed: git('status', '--porcelain') !== '' };
}

/** The environment in which a program of Node comes first. */
export const environmentOf = (program, path) => ({ ...freshEnvironment(), PATH: `${dirname(program)}${delimiter}${path}` });

/**
 * Runs `npm start` in a folder and waits until it is ready. `end` stops all of it, at once and unasked with SIGKILL.
 * @returns {Promise<{ address: string, end: (signal: NodeJS.Signals) => Promise<void> }>}
 */
export async function npmStart(folder, env) {
  const child = spawn('npm', ['start'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const gone = once(child, 'exit');
  const said = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const end = async (signal) => {
    // The whole group: npm, its shell, our script and the hub.
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
    await gone;
  };
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const found = /^Alongside is ready at (http:\/\/\S+?)\/?$/.exec(line)?.[1];
      if (found) resolve(found);
    });
  });
  const limit = new AbortController();
  const late = new Promise((resolve) => {
    const timer = setTimeout(resolve, READY_LIMIT_MS);
    limit.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const address = await Promise.race([ready, gone.then(() => undefined), late]);
  limit.abort();
  if (address) return { address, end };
  await end('SIGKILL');
  throw new Error(`npm start did not come to be ready. It said:\n${said.join('\n')}`);
}

/** Signs in to a demonstration as its first person; answers their name and how many mentors they find. Throws where nothing was read. */
export async function signIn(address) {
  const headers = { 'x-alongside': '1', 'content-type': 'application/json' };
  const { people } = await (await fetch(`${address}/api/sign-in/demo`)).json();
  const entered = await fetch(`${address}/api/sign-in/demo`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ person: people[0].person }),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  if (!entered.ok) throw new Error(`Signing in was answered ${entered.status}.`);
  const read = async (path) => (await fetch(`${address}${path}`, { headers: { ...headers, cookie } })).json();
  const { name } = await read('/api/session');
  const { total } = await read('/api/directory');
  if (!name || !(total > 0)) throw new Error(`After signing in the name read “${name}” and the directory held ${total} mentors.`);
  return { name, mentors: total };
}
