import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';
// Built before the client is: which versions of rows this client reads.
import { PROTOCOL_VERSION } from '@alongside/domain/protocol/messages.js';
import { allViews, PUBLIC_VIEWS } from '@alongside/projections/views/index.js';

/** Where `vite` sends what only the hub can answer while the screens are being worked on. */
const HUB = process.env['HUB_URL'] ?? 'http://127.0.0.1:4600';

const VERSIONS = Object.fromEntries(allViews.filter(({ name }) => PUBLIC_VIEWS.has(name)).map(({ name, version }) => [name, version]));

const COMPRESSED = /\.(html|js|css|json|webmanifest|svg|txt)$/;
const DIST = 'dist';

/** Puts the page of the interface beside the client, and a copy of every text as brotli and as gzip beside it, which the hub serves as they are. */
const readyToServe: Plugin = {
  name: 'ready-to-serve',
  apply: 'build',
  closeBundle() {
    const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) copyFileSync(join(swagger, file), join(DIST, 'api-docs', file));
    for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      const plain = readFileSync(file);
      writeFileSync(`${file}.br`, brotliCompressSync(plain));
      writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [solid(), readyToServe],
  define: { ALONGSIDE_BUILT_WITH: JSON.stringify({ protocol: PROTOCOL_VERSION, views: VERSIONS }) },
  resolve: { conditions: ['source', ...defaultClientConditions] },
  server: {
    proxy: {
      '/api': { target: HUB },
      '/socket.io': { target: HUB, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    // The content-security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
