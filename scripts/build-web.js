/**
 * Builds the browser client into web/dist. Runs after every installation, in JavaScript that older versions of Node run
 * too. An installation for production has no build tools and brings the built client along: nothing is built there.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

if (existsSync(new URL('../node_modules/vite/package.json', import.meta.url))) {
  // Tests set another value, with which the libraries are bundled in their larger form for development.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const startedAt = performance.now();
  await build({ root: fileURLToPath(new URL('../web', import.meta.url)), logLevel: 'warn' });
  console.log(`The browser client was built in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s.`);
}
