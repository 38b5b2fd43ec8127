/** Our server as the bench runs it, in a process of its own. */
import { servingRoutes } from '../src/ads/serving/serving-routes.ts';
import { type App, createApp } from '../src/app.ts';
import { listen } from '../src/server/http.ts';
import { tuning } from '../src/tuning.ts';
import { benchConfig } from './bench-config.ts';
import { receiveTask, reportListening } from './child.ts';

const stops: (() => Promise<unknown>)[] = [];
const database = await receiveTask<{ url: string; isEmbedded: boolean }>(async () => {
  for (const stop of stops) await stop();
});

const app = createApp({ config: benchConfig(), database });
// Rate limits are counted but never enforced, because a few accounts make the load of thousands.
const unbounded: App = {
  ...app,
  rateLimiter: {
    ...app.rateLimiter,
    consume: async (...budget) => void (await app.rateLimiter.tryConsume(...budget)),
  },
};
await app.epoch.load();
// Jobs can be queued but are not worked on: delivering mails is left out on both sides.
await app.jobs.start([]);
app.live.start();
// Written as often as always.
setInterval(() => void app.serving.flush(), tuning.serving.counterFlushMs).unref();
const listening = await listen(unbounded, { routes: servingRoutes(app), graphiql: undefined });
stops.push(
  () => listening.close(),
  () => app.stop(),
);
reportListening(listening.port, app.database.statements);
