/**
 * Removes from node_modules of the working directory what a server does not use, after `npm ci --omit=dev --ignore-scripts`. npm
 * leaves the command line of Prisma there, because its client names it as an optional peer, and the Node.js of the
 * dependencies, of which an image has its own.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const { packages } = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8'));
/** The binaries of sharp, which are optional because each belongs to one platform. */
const ofPlatform = /^node_modules\/@img\//;
const unused = /^node_modules\/(?:node(?:-bin-setup|-linux-\w+)?|@typescript\/.*)$/;

for (const [path, { devOptional, peer }] of Object.entries(packages))
  if (unused.test(path) || ((devOptional || peer) && !ofPlatform.test(path)))
    rmSync(path, { recursive: true, force: true });

// Scopes without packages, and commands that lead to nothing.
for (const name of readdirSync('node_modules'))
  if (name.startsWith('@') && readdirSync(join('node_modules', name)).length === 0)
    rmSync(join('node_modules', name), { recursive: true });
rmSync('node_modules/.bin', { recursive: true, force: true });
