// The programs that people start, and what these start, each read by Node in a few files instead of 1,400: a hub is there in a third of
// the time.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './run.mjs';
import { Stop } from './say.mjs';
import { filesUnder, NODE_PACKAGES } from './sources.mjs';

const SERVER = join(ROOT, 'server');
const FOLDER = join(SERVER, 'dist/bundle');
const PROGRAM = /(^main|\.cli|^held-hub\.child)\.js$/;
/** Threads and processes that these start. What trains stays in `dist`: TensorFlow.js looks for its files beside itself. */
const STARTED = ['app/log-check/check.worker', 'assignment/assign.worker', 'event-store/sqlite/writer.worker', 'imports/reading.process'];
/** Loaded when they are used, or with files of their own beside them: they stay where they were installed. */
const APART = [
  'better-sqlite3',
  'better-sqlite3-12',
  '@eventstore/db-client',
  '@tensorflow/tfjs-node',
  'fontkit',
  'harfbuzzjs',
  'pdfkit',
  'prom-client',
  'subset-font',
];
/** Asked for by libraries only where they are installed. */
const OPTIONAL = [
  '@nestjs/microservices',
  '@nestjs/microservices/microservices-module.js',
  'class-transformer',
  'class-validator',
  'bufferutil',
  'utf-8-validate',
];
/** What goes from the bundle may still be asked for by a hub that was started before. In milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1_000;
/** Written when all else is there: what the bundle was made from, and what it is. */
const STAMP = join(FOLDER, 'made-from.json');
/** As bundlers write paths, on every system. */
const slashed = (path) => path.replaceAll('\\', '/');

/** A program’s file in the bundle: `main` for the hub, the name of a tool otherwise. */
export const programFile = (name) => join(FOLDER, `${name}.js`);

const programs = () =>
  Object.fromEntries([
    ...readdirSync(join(SERVER, 'dist/app')).flatMap((file) =>
      PROGRAM.test(file) ? [[file.slice(0, -3), join(SERVER, 'dist/app', file)]] : [],
    ),
    ...STARTED.map((path) => [basename(path), join(SERVER, 'dist', `${path}.js`)]),
  ]);

/** A module of ours that asks where it lies, told where it lay in `dist`; null for all others. Throws where it cannot be told. */
export function whereItWas(code, id, { root = ROOT, folder = FOLDER } = {}) {
  const module = slashed(id);
  if (module.startsWith('\0') || module.includes('/node_modules/') || !code.includes('import.meta.url')) return null;
  // Of a drive, some say its letter in capitals and some do not.
  if (!module.toLowerCase().startsWith(`${slashed(root)}/`.toLowerCase()))
    throw new Stop(`${id} would look for its files in the wrong place.`);
  const from = slashed(relative(slashed(folder), module));
  return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(from)}, import.meta.url).href`);
}

/** Modules find threads, fonts and drivers beside themselves: in the bundle each still says where it lies in `dist`. */
const OWN_PLACES = {
  name: 'own-places',
  load(id) {
    if (id.includes('/node_modules/') || !existsSync(`${id}.map`)) return null;
    return { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') };
  },
  transform(code, id) {
    const said = whereItWas(code, id);
    return said === null ? null : { code: said, map: null };
  },
};

/** All that the bundle is made from, with its time: what was removed makes a difference as well. */
function madeFrom() {
  const files = [
    fileURLToPath(import.meta.url),
    join(ROOT, 'package-lock.json'),
    ...NODE_PACKAGES.flatMap((name) => [...filesUnder(join(ROOT, name, 'dist'), new Set(['bundle']))]),
  ];
  return files.reduce((sum, file) => ({ files: sum.files + 1, newest: Math.max(sum.newest, statSync(file).mtimeMs) }), {
    files: 0,
    newest: 0,
  });
}

function stamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return undefined;
  }
}

const isAsStamped = ({ files, newest }) => {
  const made = stamp();
  return made?.files === files && made.newest === newest && made.names.every((name) => existsSync(join(FOLDER, name)));
};

/** Whether the bundle is not as `dist` is now. */
export const bundleIsStale = () => !isAsStamped(madeFrom());

/** Bundles the programs from `dist`, where it has changed. Renamed into place, parts before programs: one that starts meanwhile is whole. */
export async function bundle() {
  const from = madeFrom();
  if (isAsStamped(from)) return false;
  const beside = join(SERVER, `dist/bundle/${process.pid}.tmp`);
  try {
    const names = await write(beside);
    const before = stamp()?.names ?? [];
    rmSync(STAMP, { force: true });
    for (const name of names.toSorted((one, other) => isPart(other) - isPart(one))) renameSync(join(beside, name), join(FOLDER, name));
    tidy(FOLDER, names, before);
    writeFileSync(`${beside}/stamp`, JSON.stringify({ ...from, names }));
    renameSync(`${beside}/stamp`, STAMP);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return true;
}

const isPart = (name) => Number(name.startsWith('parts-'));

async function write(folder) {
  mkdirSync(folder, { recursive: true });
  const { build } = await import('vite');
  const { output } = await build({
    configFile: false,
    root: SERVER,
    logLevel: 'error',
    plugins: [OWN_PLACES],
    ssr: { noExternal: true, external: [...APART, ...OPTIONAL] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: programs(),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'parts-[name]-[hash].js',
          keepNames: true,
          // It is moved a folder up.
          sourcemapPathTransform: (path) => path.replace(/^\.\.[\\/]/, ''),
        },
      },
    },
  });
  return output.map(({ fileName }) => basename(fileName));
}

/** What went goes a day after it did: a hub that was started before may not have loaded all of its parts. */
export function tidy(folder, names, before, now = new Date()) {
  const here = new Set([...names, basename(STAMP)]);
  for (const name of before) if (!here.has(name) && existsSync(join(folder, name))) utimesSync(join(folder, name), now, now);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!here.has(name) && now.getTime() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}
