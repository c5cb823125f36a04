// Which specs can notice a change of a file, the nearest first: those that import it, those that import what imports it, and so on.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PACKAGES, filesUnder } from '../sources.mjs';

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;
const ENDINGS = ['.ts', '.tsx'];

/** The file that an import means; `undefined` for a package of others. */
function meant(root, file, name) {
  const path = name.startsWith('@alongside/') ? join(root, name.slice('@alongside/'.length)) : resolve(dirname(file), name);
  if (!name.startsWith('@alongside/') && !name.startsWith('.')) return undefined;
  const bare = path.replace(/\.jsx?$/, '');
  return ENDINGS.map((ending) => bare + ending).find(existsSync);
}

/** The files that import each file. */
function importersUnder(root, packages) {
  const importers = new Map();
  for (const name of packages) {
    for (const file of filesUnder(join(root, name), new Set(['dist', 'node_modules']))) {
      if (!ENDINGS.some((ending) => file.endsWith(ending))) continue;
      for (const [, said] of readFileSync(file, 'utf8').matchAll(IMPORTED)) {
        const to = meant(root, file, said);
        if (to) importers.set(to, (importers.get(to) ?? new Set()).add(file));
      }
    }
  }
  return importers;
}

/** How many imports lie between each spec and a file. A spec that does not reach it is not there. */
export function nearestSpecs(root, packages = PACKAGES) {
  const importers = importersUnder(root, packages);
  return (file) => {
    const steps = new Map([[file, 0]]);
    for (const [at, far] of steps) for (const by of importers.get(at) ?? []) if (!steps.has(by)) steps.set(by, far + 1);
    return new Map([...steps].filter(([path]) => /\.spec\.tsx?$/.test(path)));
  };
}
