// Transpiles the package in the current folder to its dist: types are checked elsewhere (`npm run types`), so this takes a second.
import { transformFile } from '@swc/core';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const root = process.cwd();
const out = join(root, 'dist');
const SKIP = new Set(['dist', 'node_modules']);

async function* sources(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (SKIP.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else yield path;
  }
}

await rm(out, { recursive: true, force: true });
for await (const file of sources(root)) {
  const target = join(out, relative(root, file)).replace(/\.ts$/, '.js');
  if (/\.spec\.ts$|\.contract\.ts$|\.d\.ts$/.test(file)) continue;
  if (file.endsWith('.ts')) {
    const { code, map } = await transformFile(file, { configFile: new URL('../.swcrc', import.meta.url).pathname, sourceMaps: true, sourceFileName: relative(dirname(target), file) });
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
    await writeFile(`${target}.map`, map ?? '');
  } else if (/\.(json|css|ttf|otf|woff2|html|svg|txt)$/.test(file) && !/(package|tsconfig)\.json$/.test(file)) {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(file, target);
  }
}
