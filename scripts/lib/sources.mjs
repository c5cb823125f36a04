import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** The packages that Node runs, in the order in which they may import one another. */
export const NODE_PACKAGES = ['domain', 'projections', 'search', 'ml', 'server'];
export const PACKAGES = [...NODE_PACKAGES, 'client'];

const NOT_SOURCES = new Set(['dist', 'node_modules', 'e2e']);

/** Every file under a folder, its own build and packages left out. */
export function* filesUnder(folder, skip = NOT_SOURCES) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skip.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path, skip);
    else yield path;
  }
}

const newest = (paths) => paths.reduce((latest, path) => Math.max(latest, statSync(path).mtimeMs), 0);
const isTest = (path) => /\.spec\.tsx?$/.test(path);

/** The client is one bundle made from three packages: it is stale when any of their files, or what builds them, is newer than its page. */
export function clientIsStale() {
  const page = join(ROOT, 'client/dist/index.html');
  if (!existsSync(page)) return true;
  const sources = ['client', 'domain', 'projections'].flatMap((name) => [...filesUnder(join(ROOT, name))]).filter((path) => !isTest(path));
  return newest([...sources, join(ROOT, 'package-lock.json')]) > statSync(page).mtimeMs;
}
