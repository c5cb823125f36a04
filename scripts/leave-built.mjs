// Removes the sources of every package and leaves what runs: dist, package.json and installed packages. Only for building images.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';
import { main, Stop } from './lib/say.mjs';
import { PACKAGES } from './lib/sources.mjs';

const KEPT = new Set(['dist', 'package.json', 'node_modules']);

await main(() => {
  // A clone has its history beside it; an image has not. Nobody's work is to be lost by trying this out.
  if (existsSync(join(ROOT, '.git')))
    throw new Stop('This removes sources and is meant for images: it does not run where there is a .git folder.');
  for (const name of PACKAGES) {
    for (const entry of readdirSync(join(ROOT, name))) {
      if (!KEPT.has(entry)) rmSync(join(ROOT, name, entry), { recursive: true });
    }
  }
});
