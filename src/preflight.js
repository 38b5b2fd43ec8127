/**
 * Loaded before the TypeScript of every command (node --import), in JavaScript that older versions of Node run too. Ends
 * the process with one sentence, instead of a stack trace, if the installation is not complete.
 */
import { existsSync } from 'node:fs';

const isPresent = (path) => existsSync(new URL(path, import.meta.url));

/** @returns {string | undefined} */
function findProblem() {
  if (!isPresent('../node_modules/graphql/package.json'))
    return 'The dependencies are not installed: run `npm install`.';
  if (!process.features.typescript)
    return `Node ${process.version} cannot run Placard, and the newer Node that belongs to its dependencies is missing because npm skipped the install scripts: run \`npm rebuild --ignore-scripts=false\`, or use Node 22.18 or later.`;
  if (!isPresent('./generated/prisma/client.ts'))
    return 'The generated database client is missing because npm skipped the install scripts: run `npx prisma generate`.';
}

const problem = findProblem();
if (problem) {
  console.error(`\n${problem}\n`);
  process.exit(1);
}
