/** No reconciler looks for entries whose topic update was lost. */
import { plant } from '../injected-bug.ts';

plant('src/live/pubsub.ts', [
  [
    'for (const update of await reconcile(subscribed)) {',
    'for (const update of [] as Awaited<ReturnType<typeof reconcile>>) {',
  ],
]);
