import { defaultClientConditions, defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** Where `vite` sends what only the hub can answer while the screens are being worked on. */
const HUB = process.env['HUB_URL'] ?? 'http://127.0.0.1:4600';

export default defineConfig({
  plugins: [solid()],
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
