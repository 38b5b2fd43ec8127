/**
 * An instance as chaos runs it, in a process of its own: the program itself with shorter pauses before mails are tried
 * again, and without budgets, since a few accounts make the load of many. The environment says the rest. It ends with chaos.
 */
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { routesOf } from '../src/routes.ts';
import { listen } from '../src/server/http.ts';

const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1_000).unref();

const read = readConfig(process.env);
const config = {
  ...read,
  mail: { ...read.mail, retrySeconds: 1, timeoutSeconds: 2 },
  jobs: { deadWorkerCheckSeconds: 1, pollSeconds: 1 },
};
const app = createApp({ config, database: { url: config.databaseUrl ?? '', isEmbedded: false } });
await app.start();
const rateLimiter = { ...app.rateLimiter, consume: async () => undefined };
const { port } = await listen({ ...app, rateLimiter }, { routes: routesOf(app), graphiql: undefined });
console.log(`ready on ${port}`);
