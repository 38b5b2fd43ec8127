/** Our server as the bench runs it, in a process of its own. */
import { type App, createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { listen } from '../src/graphql/server.ts';
import { receiveTask, reportListening } from './child.ts';

const stops: (() => Promise<unknown>)[] = [];
const database = await receiveTask<{ url: string; isEmbedded: boolean }>(async () => {
  for (const stop of stops) await stop();
});

const config = { ...readConfig({ DEMO_DATA: 'false', LOG_LEVEL: 'silent' }), isProduction: true, port: 0 };
const app = createApp({ config, database });
// The budgets are counted as always, and nobody is sent away: a few accounts make the load of thousands.
const unbounded: App = {
  ...app,
  rates: {
    ...app.rates,
    take: async (...given) => {
      await app.rates.take(...given);
      return undefined;
    },
  },
};
// Jobs can be queued but are not worked on: delivering mails is left out on both sides.
await app.jobs.start([]);
app.live.start();
const listening = await listen(unbounded, { routes: [], graphiql: undefined });
stops.push(
  () => listening.close(),
  () => app.stop(),
);
reportListening(listening.port);
