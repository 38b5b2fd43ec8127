/** A party of an order, with its own client. It receives the steps of the other party live. */
import type { TimelineEntryType } from '../operations/generated/graphql.ts';
import { type Client, DemoError, type EntryAdded } from './client.ts';

export interface Party {
  readonly name: string;
  readonly client: Client;
  /** All entries received so far. */
  readonly received: readonly ReceivedEntry[];
  /** Subscribes to the timeline of an order. Received entries wait for `next`. */
  follow(orderId: string, after?: string): void;
  /** The next entry of this type. @throws DemoError if none arrives in time or the subscription has ended */
  next(type: TimelineEntryType): Promise<ReceivedEntry>;
}

export interface ReceivedEntry extends EntryAdded {
  /** In milliseconds, as `performance.now()` returns them. */
  readonly receivedAt: number;
}

const pushWithinMs = 60_000;

export function createParty({ name, ...client }: Client & { readonly name: string }): Party {
  const received: ReceivedEntry[] = [];
  let consumedCount = 0;
  let change = Promise.withResolvers<void>();
  const notify = () => {
    change.resolve();
    change = Promise.withResolvers();
  };
  let failure: unknown;

  const read = async (orderId: string, after: string | undefined) => {
    for await (const event of client.follow(orderId, after)) {
      received.push({ ...event, receivedAt: performance.now() });
      notify();
    }
  };

  return {
    name,
    client,
    received,
    follow: (orderId, after) => {
      read(orderId, after).catch((error: unknown) => {
        failure = error;
        notify();
      });
    },
    next: async (type) => {
      const timeout = AbortSignal.timeout(pushWithinMs);
      const timedOut = new Promise<void>((resolve) => timeout.addEventListener('abort', () => resolve()));
      for (;;) {
        const index = received.findIndex(({ entry }, position) => position >= consumedCount && entry.type === type);
        const entryOfType = received[index];
        if (entryOfType) {
          consumedCount = index + 1;
          return entryOfType;
        }
        if (failure) throw failure;
        if (timeout.aborted) throw new DemoError(`${name} did not receive ${type} within ${pushWithinMs / 1_000} s.`);
        await Promise.race([change.promise, timedOut]);
      }
    },
  };
}
