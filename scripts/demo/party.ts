/** Somebody in the order: acts through a client of its own, and gets live what the other one does. */
import type { TimelineEntryType } from '../operations/generated/graphql.ts';
import { type Added, type Client, DemoStopped } from './client.ts';

export interface Party {
  readonly name: string;
  readonly client: Client;
  /** Every entry that came so far. */
  readonly received: readonly Pushed[];
  /** Begins to follow an order; what comes is kept for `next`. */
  follow(orderId: string, after?: string): void;
  /** The next entry of this type, and when it came. @throws DemoStopped if none comes in time or the stream is over */
  next(type: TimelineEntryType): Promise<Pushed>;
}

export interface Pushed extends Added {
  /** On the clock of `performance.now()`. */
  readonly cameAt: number;
}

const pushWithinMs = 60_000;

export function partyOf({ name, ...client }: Client & { readonly name: string }): Party {
  const received: Pushed[] = [];
  let taken = 0;
  let change = Promise.withResolvers<void>();
  const notify = () => {
    change.resolve();
    change = Promise.withResolvers();
  };
  let failure: unknown;

  const read = async (orderId: string, after: string | undefined) => {
    for await (const event of client.follow(orderId, after)) {
      received.push({ ...event, cameAt: performance.now() });
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
      const tooLate = AbortSignal.timeout(pushWithinMs);
      const late = new Promise<void>((resolve) => tooLate.addEventListener('abort', () => resolve()));
      for (;;) {
        const index = received.findIndex(({ entry }, place) => place >= taken && entry.type === type);
        const found = received[index];
        if (found) {
          taken = index + 1;
          return found;
        }
        if (failure) throw failure;
        if (tooLate.aborted) throw new DemoStopped(`${name} did not get "${type}" within ${pushWithinMs / 1_000} s.`);
        await Promise.race([change.promise, late]);
      }
    },
  };
}
