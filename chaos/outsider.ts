/** Somebody who has no part in anything, and tries to follow every order nevertheless. */
import { pick } from '../test/support/random.ts';
import { follow, subscriptions } from './api.ts';
import type { Cast } from './cast.ts';
import type { Findings } from './findings.ts';

export interface Outsider {
  /** How often it was turned away. */
  readonly refusals: () => number;
  stop(): Promise<void>;
}

const pauseMs = 200;

export function startOutsider(
  cast: Cast,
  { urls, random, findings }: { urls: readonly string[]; random: () => number; findings: Findings },
): Outsider {
  const leaving = new AbortController();
  let refusals = 0;
  const tryOne = async () => {
    const order = pick(random, cast.orders);
    const call = {
      url: pick(random, urls),
      token: cast.outsider.token,
      query: subscriptions.timeline,
      variables: { orderId: order.id },
      signal: leaving.signal,
    };
    for await (const { event } of follow(pick(random, ['WebSocket', 'SSE'] as const), call)) {
      if (event.cursor === undefined) refusals += 1;
      else findings.add('foreign entries', `the outsider got an entry of order ${order.number}`);
    }
  };
  const running = (async () => {
    while (!leaving.signal.aborted) {
      // The instance may be away.
      await tryOne().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  return {
    refusals: () => refusals,
    stop: async () => {
      leaving.abort();
      await running;
    },
  };
}
