import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { BUILT_BY_SETUP, NODE_VERSIONS } from '../../server/sqlite/node-versions.mjs';
import { runNpm } from './run.mjs';

const windows = process.platform === 'win32';

/** The packages that hold Node's own build for a platform, the usual name first. */
export function packagesFor(platform, processor) {
  const place = `${platform === 'win32' ? 'win' : platform}-${processor}`;
  return [`node-${place}`, `node-bin-${place}`];
}

/** Kept between runs and outside the project, one folder per package and version. */
const CACHE = join(
  process.env.XDG_CACHE_HOME ?? (windows ? (process.env.LOCALAPPDATA ?? homedir()) : join(homedir(), '.cache')),
  'alongside-node',
);

/** How long the registry may take to answer which versions there are, in milliseconds. */
const VIEW_LIMIT_MS = 30_000;

const numbersOf = (version) => version.split('.').map(Number);
const ascending = (a, b) => numbersOf(a).reduce((order, part, place) => order || part - numbersOf(b)[place], 0);
/** The newest of some versions, by their numbers and not their letters. */
export const newestOf = (versions) => [...versions].toSorted(ascending).at(-1);

/** The newest version of a major that the registry gives, undefined where it gives none or cannot be reached. */
function newestGiven(name, major) {
  const npm = windows ? 'npm.cmd' : 'npm';
  // Without another try: a machine without a network should hear of it in seconds, and six names are asked for.
  const args = ['view', `${name}@${major}`, 'version', '--json', '--fetch-retries=0', `--fetch-timeout=${VIEW_LIMIT_MS}`];
  const { status, stdout } = spawnSync(npm, args, { encoding: 'utf8', shell: windows });
  if (status !== 0) return undefined;
  try {
    return newestOf([JSON.parse(stdout)].flat());
  } catch {
    return undefined;
  }
}

const inFolder = (folder, name) => join(folder, 'node_modules', name, windows ? 'bin/node.exe' : 'bin/node');
const folderOf = (name, version) => join(CACHE, `${name}-${version}`);

function newestKept(name, major) {
  const kept = existsSync(CACHE) ? readdirSync(CACHE) : [];
  return newestOf(kept.filter((entry) => entry.startsWith(`${name}-${major}.`)).map((entry) => entry.slice(name.length + 1)));
}

/**
 * Node’s own build of the newest version of a major, from npm, cached outside the project. Offline, the newest cached one; undefined
 * without any.
 * @returns {{ version: string, program: string, folder: string } | undefined}
 */
export function obtainNode(major) {
  for (const name of packagesFor(process.platform, process.arch)) {
    const version = newestGiven(name, major) ?? newestKept(name, major);
    if (!version) continue;
    const folder = folderOf(name, version);
    const program = inFolder(folder, name);
    if (!existsSync(program)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "private": true }');
      runNpm(['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `${name}@${version}`], {
        cwd: folder,
        quiet: true,
      });
    }
    if (existsSync(program)) return { version, program, folder: join(folder, 'node_modules', name) };
  }
  return undefined;
}

/** The majors on which a suite may run once more beside the one at hand, newest first. None whose driver may need a compiler. */
export const majorsBeside = (version) =>
  NODE_VERSIONS.filter(({ major, driver }) => major !== numbersOf(version)[0] && !BUILT_BY_SETUP.includes(driver))
    .map(({ major }) => major)
    .toReversed();

/** The first of some majors that can be had. */
export function obtainOneOf(majors) {
  for (const major of majors) {
    const node = obtainNode(major);
    if (node) return node;
  }
  return undefined;
}
