// What a browser must fetch before a route can be used: the entry, the route's own code, and everything both import statically. Fails above the limit.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Gzip, in bytes. */
const LIMIT_BYTES = 130 * 1000;

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const sizes = new Map();
const gzipped = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
  return sizes.get(file);
};

function closure(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest[key].imports ?? [], seen);
  }
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
if (!entry) throw new Error('The build has no entry.');
const screens = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && /^features\/.*\.screen\.tsx$/.test(key));
if (!screens.length) throw new Error('The build has no screens: the check would measure nothing.');

const rows = screens.map((screen) => {
  const parts = [...closure([entry, screen])].map((key) => manifest[key]);
  const js = parts.reduce((sum, part) => sum + gzipped(part.file), 0);
  const css = [...new Set(parts.flatMap((part) => part.css ?? []))].reduce((sum, file) => sum + gzipped(file), 0);
  return { screen, js, css };
});
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
for (const { screen, js, css } of rows.sort((a, b) => b.js - a.js))
  console.log(`${kb(js).padStart(9)} js ${kb(css).padStart(9)} css  ${screen}`);
const over = rows.filter(({ js }) => js > LIMIT_BYTES);
if (over.length) {
  console.error(`First-load JavaScript is above ${kb(LIMIT_BYTES)} for: ${over.map(({ screen }) => screen).join(', ')}`);
  process.exit(1);
}
console.log(`First-load JavaScript is at most ${kb(rows[0].js)} of ${kb(LIMIT_BYTES)}.`);
