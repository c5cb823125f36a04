import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder } from './sources.mjs';

const CONFIG = fileURLToPath(new URL('../../.swcrc', import.meta.url));
const NOT_BUILT = /\.(spec|contract|testing|d)\.ts$/;
const COPIED = /\.(json|mjs|css|ttf|otf|woff2|html|svg|txt)$/;
const NOT_COPIED = /(^|[\\/])(package|tsconfig)\.json$/;
/** What is bundled from the files of a dist lies there too, and has no source of its own (bundle.mjs). */
const BUNDLE = new Set(['bundle']);

/** Written beside and then renamed: a process that is loading the old file never meets half of the new one. */
function replace(target, content) {
  const beside = `${target}.${process.pid}.tmp`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(beside, content);
  renameSync(beside, target);
}

function outputsOf(folder) {
  const jobs = [];
  for (const source of filesUnder(folder)) {
    const place = join(folder, 'dist', relative(folder, source));
    if (source.endsWith('.ts') && !NOT_BUILT.test(source)) jobs.push({ source, target: place.replace(/\.ts$/, '.js'), code: true });
    else if (COPIED.test(source) && !NOT_COPIED.test(source)) jobs.push({ source, target: place, code: false });
  }
  return jobs;
}

function removeOrphans(folder, jobs) {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return;
  const kept = new Set(jobs.flatMap(({ target }) => [target, `${target}.map`]));
  for (const file of filesUnder(dist, BUNDLE)) {
    if (!kept.has(file) && !file.endsWith('.tmp')) rmSync(file, { force: true });
  }
}

/** What of a package is not in its dist as it is now. */
const staleAmong = (jobs) => {
  const settled = statSync(CONFIG).mtimeMs;
  return jobs.filter(({ source, target }) => !existsSync(target) || Math.max(settled, statSync(source).mtimeMs) > statSync(target).mtimeMs);
};

/** How many files of a package its dist has not as they are now. Nothing is written. */
const countStale = (folder) => staleAmong(outputsOf(folder)).length;

/** What is said before specs run without a build; undefined where the build is as the sources are. */
export const sayStale = (folders) => {
  const files = folders.reduce((sum, folder) => sum + countStale(folder), 0);
  if (files === 0) return undefined;
  const which = files === 1 ? 'one source file is newer than its build' : `${files} source files are newer than their build`;
  return `NO_BUILD: ${which}. Threads and processes that specs start run what was built before.`;
};

/**
 * Transpiles a package’s changed files to its dist, removes those without a source, and returns how many it wrote. Types are checked
 * elsewhere, so an unchanged package takes milliseconds.
 */
export async function transpile(folder) {
  const jobs = outputsOf(folder);
  removeOrphans(folder, jobs);
  const stale = staleAmong(jobs);
  if (stale.length === 0) return 0;
  const { transformSync } = await import('@swc/core');
  for (const { source, target, code } of stale) {
    if (!code) {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(source, target);
      continue;
    }
    const options = { configFile: CONFIG, filename: source, sourceMaps: true, sourceFileName: relative(dirname(target), source) };
    const built = transformSync(readFileSync(source, 'utf8'), options);
    replace(`${target}.map`, built.map ?? '');
    replace(target, `${built.code}\n//# sourceMappingURL=${basename(target)}.map\n`);
  }
  return stale.length;
}
