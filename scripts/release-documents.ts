/**
 * `npm run release:documents`, run for each release: keeps the operations of the browser client of this release, so that
 * the next release still knows them. Those of earlier releases are forgotten.
 */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../src/server');
await copyFile(
  join(folder, 'trusted-documents/web-manifest.json'),
  join(folder, 'released-documents/web-manifest.json'),
);
console.log('The operations of this release are kept for the next one.');
