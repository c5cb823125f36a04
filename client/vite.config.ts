import { defaultClientConditions, defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
// Built before the client is: which versions of rows this client reads.
import { PROTOCOL_VERSION } from '@alongside/domain/protocol/messages.js';
import { allViews, PUBLIC_VIEWS } from '@alongside/projections/views/index.js';

/** Where `vite` sends what only the hub can answer while the screens are being worked on. */
const HUB = process.env['HUB_URL'] ?? 'http://127.0.0.1:4600';

const VERSIONS = Object.fromEntries(allViews.filter(({ name }) => PUBLIC_VIEWS.has(name)).map(({ name, version }) => [name, version]));

export default defineConfig({
  plugins: [solid()],
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
