/** A client without any orders. It tries to follow every order, and an inbox that must stay empty. */
import { pick } from '../test/support/random.ts';
import { follow, subscriptions } from './api.ts';
import type { Findings } from './findings.ts';
import type { Participants } from './participants.ts';

export interface UnauthorizedClient {
  /** The number of refused subscriptions. */
  readonly refusals: () => number;
  stop(): Promise<void>;
}

const pauseMs = 200;
const inboxChance = 0.1;
const inboxMs = 5_000;

export function startUnauthorizedClient(
  participants: Participants,
  { urls, random, findings }: { urls: readonly string[]; random: () => number; findings: Findings },
): UnauthorizedClient {
  const leaving = new AbortController();
  let refusals = 0;
  const tryOne = async () => {
    const order = random() < inboxChance ? undefined : pick(random, participants.orders);
    const call = {
      url: pick(random, urls),
      token: participants.outsider.token,
      query: order ? subscriptions.timeline : subscriptions.inbox,
      variables: order ? { orderId: order.id } : {},
      // Leaves the empty inbox after a while.
      signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(inboxMs)]),
    };
    for await (const { event } of follow(pick(random, ['WebSocket', 'SSE'] as const), call)) {
      if (event.cursor === undefined) refusals += 1;
      else
        findings.add(
          'foreign entries',
          `the outsider got an entry of ${order ? `order ${order.number}` : 'another account'}`,
        );
    }
  };
  const running = (async () => {
    while (!leaving.signal.aborted) {
      // The instance may be down.
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
