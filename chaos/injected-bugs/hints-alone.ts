/** No sweep looks for what a lost hint was to tell. */
import { plant } from '../injected-bug.ts';

plant('src/live/pubsub.ts', [
  ['for (const hint of await sweep(followed)) {', 'for (const hint of [] as Awaited<ReturnType<typeof sweep>>) {'],
]);
