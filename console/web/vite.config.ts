// Builds the console into static files; in development it speaks to a runtime on this machine.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const runtime = process.env.RUNTIME ?? 'http://localhost:4400';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Everything is a file of its own origin: the policy allows no inline script and no data addresses of fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // The folder "api" of the sources is not the API.
  server: { proxy: { '^/api/(?![\\w-]+\\.ts(?:$|\\?))': runtime, '/_local': runtime } },
});
