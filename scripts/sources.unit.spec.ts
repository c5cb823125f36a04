import { join, relative } from 'node:path';
import { ROOT } from './lib/run.mjs';
import { filesUnder, PACKAGES } from './lib/sources.mjs';

test('no two sources differ in their ending alone: the compiler reads one of them, and the other is never checked', () => {
  const sources = PACKAGES.flatMap((name) => [...filesUnder(join(ROOT, name))]).map((path) => relative(ROOT, path));
  const names = sources.filter((path) => /\.tsx?$/.test(path)).map((path) => path.replace(/\.tsx?$/, ''));
  expect(names.length).toBeGreaterThan(800);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
