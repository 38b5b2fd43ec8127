/** Somebody who has no part in anything, and tries to follow every order nevertheless, and an inbox that must stay empty. */
import { pick } from '../test/support/random.ts';
import { follow, subscriptions } from './api.ts';
import type { Findings } from './findings.ts';
import type { Cast } from './participants.ts';

export interface Outsider {
  /** How often it was turned away. */
  readonly refusals: () => number;
  stop(): Promise<void>;
}

const pauseMs = 200;
const inboxChance = 0.1;
const inboxMs = 5_000;

export function startOutsider(
  cast: Cast,
  { urls, random, findings }: { urls: readonly string[]; random: () => number; findings: Findings },
): Outsider {
  const leaving = new AbortController();
  let refusals = 0;
  const tryOne = async () => {
    const order = random() < inboxChance ? undefined : pick(random, cast.orders);
    const call = {
      url: pick(random, urls),
      token: cast.outsider.token,
      query: order ? subscriptions.timeline : subscriptions.inbox,
      variables: order ? { orderId: order.id } : {},
      // An inbox in which nothing happens is left after a while.
      signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(inboxMs)]),
    };
    for await (const { event } of follow(pick(random, ['WebSocket', 'SSE'] as const), call)) {
      if (event.cursor === undefined) refusals += 1;
      else
        findings.add(
          'foreign entries',
          `the outsider got an entry of ${order ? `order ${order.number}` : 'somebody else'}`,
        );
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
