// The programs that people and services start, each read by Node in a few files instead of 1,400: a hub is there in a third of the time.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ROOT } from './run.mjs';
import { filesUnder, NODE_PACKAGES } from './sources.mjs';

const FOLDER = join(ROOT, 'server/dist/bundle');
const PROGRAM = /(^main|\.cli|^held-hub\.child)\.js$/;
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
/** A file that went from the bundle may still be asked for by a hub that was started before. In milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/** A program’s file in the bundle: `main` for the hub, the name of a tool otherwise. */
export const programFile = (name) => join(FOLDER, `${name}.js`);

const programs = () =>
  Object.fromEntries(
    readdirSync(join(ROOT, 'server/dist/app')).flatMap((file) =>
      PROGRAM.test(file) ? [[file.slice(0, -3), join(ROOT, 'server/dist/app', file)]] : [],
    ),
  );

/** Modules find threads, fonts and drivers beside themselves: in the bundle each still says where it lies in `dist`. */
const whereItWas = {
  name: 'where-it-was',
  load(id) {
    if (!id.startsWith(ROOT) || id.includes('/node_modules/') || !existsSync(`${id}.map`)) return null;
    return { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') };
  },
  transform(code, id) {
    if (!id.startsWith(ROOT) || id.includes('/node_modules/') || !code.includes('import.meta.url')) return null;
    const from = relative(FOLDER, id).replaceAll('\\', '/');
    return { code: code.replaceAll('import.meta.url', `new URL(${JSON.stringify(from)}, import.meta.url).href`), map: null };
  },
};

const written = () => join(FOLDER, 'main.js');
const newestSource = () => {
  const files = NODE_PACKAGES.flatMap((name) => [...filesUnder(join(ROOT, name, 'dist'), new Set(['bundle']))]);
  return Math.max(statSync(join(ROOT, 'package-lock.json')).mtimeMs, ...files.map((file) => statSync(file).mtimeMs));
};

/** Whether the bundle is not as `dist` is now. */
export const bundleIsStale = () => !existsSync(written()) || newestSource() > statSync(written()).mtimeMs;

/** Bundles the programs from `dist`, where it has changed. */
export async function bundle() {
  if (!bundleIsStale()) return false;
  mkdirSync(FOLDER, { recursive: true });
  const { build } = await import('vite');
  const output = await build({
    configFile: false,
    root: join(ROOT, 'server'),
    logLevel: 'error',
    plugins: [whereItWas],
    ssr: { noExternal: true, external: [...APART, ...OPTIONAL] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: FOLDER,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: programs(),
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts-[name]-[hash].js', keepNames: true },
      },
    },
  });
  const now = new Set(output.output.map(({ fileName }) => basename(fileName)));
  for (const file of readdirSync(FOLDER)) {
    const path = join(FOLDER, file);
    if (!now.has(file) && Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
  return true;
}
