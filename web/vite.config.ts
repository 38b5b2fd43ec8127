/** The build of the browser client, and its development server. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages } from './build/compiled-messages.ts';
import { compressedFiles } from './build/compressed-files.ts';
import { pathList } from './build/path-list.ts';
import { splitDocuments } from './build/split-documents.ts';

const apiServer = process.env['PLACARD_URL'] ?? 'http://localhost:4000';
/** The addresses that the server answers itself. */
const serverPaths = ['/graphql', '/session', '/demo', '/files', '/uploads', '/f/', '/exports', '/mailbox', '/clock'];

export default defineConfig({
  root: import.meta.dirname,
  // The server writes the path at which it is reached into the page.
  base: './',
  plugins: [react(), compiledMessages(), splitDocuments(), pathList(), compressedFiles()],
  // The messages are compiled when they are built, so the page needs no parser.
  resolve: { alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' } },
  build: {
    target: 'es2023',
    // A file inside of another one would need a policy that allows data URLs.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // All styles together are 3 kB.
    cssCodeSplit: false,
    // The libraries that every page needs are about 500 kB before compression.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        // Few files, since each costs a request, its headers and a worse compression.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 1 },
            { name: 'shared', entriesAware: true, entriesAwareMergeThreshold: 10_000, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(serverPaths.map((path) => [path, { target: apiServer, ws: path === '/graphql' }])),
  },
});
