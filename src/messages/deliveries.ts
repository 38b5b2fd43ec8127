/** Positions up to which clients have received the timelines: recorded in memory, published immediately, written in batches. */
import { Prisma } from '../generated/prisma/client.ts';
import { orderTopic } from '../live/topics.ts';
import { readMarkerPresence } from '../orders/timeline/ephemeral-events.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { Delivery } from '../services/order-services.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

export interface Deliveries {
  record(delivery: Delivery): void;
  /** Keeps what was noted since the last time, in one statement. What a crash loses is noted again when the client comes back with its cursor. */
  flush(): Promise<void>;
}

/** The task that writes the delivery positions. */
export const deliveryTasks = (deliveries: Deliveries): readonly BackgroundTask[] => [
  { name: 'delivery-positions', kind: 'buffer', run: deliveries.flush, maxPauseMs: tuning.messages.deliveryFlushMs },
];

export function createDeliveries({ db, live }: Pick<AppServices, 'db' | 'live'>): Deliveries {
  const pending = new Map<string, Delivery>();
  return {
    record: (delivery) => {
      const { orderId, accountId, number } = delivery;
      const key = `${orderId}:${accountId}`;
      if ((pending.get(key)?.number ?? 0) >= number) return;
      pending.set(key, delivery);
      live.setPresence(
        orderTopic(orderId),
        readMarkerPresence('delivered', delivery, number),
        tuning.messages.readMarkerPresenceMs,
      );
    },
    flush: async () => {
      const batch = [...pending].slice(0, tuning.messages.deliveryBatchSize);
      if (batch.length === 0) return;
      for (const [key] of batch) pending.delete(key);
      const rows = batch.map(
        ([, { orderId, accountId, number }]) => Prisma.sql`(${orderId}::uuid, ${accountId}::uuid, ${number}::int)`,
      );
      await db.$executeRaw`
        with reached (order_id, account_id, number) as (values ${Prisma.join(rows)}),
        locked as (
          select order_id, account_id from read_marker join reached using (order_id, account_id)
          where delivered_number < number order by order_id, account_id for no key update of read_marker
        )
        update read_marker set delivered_number = greatest(delivered_number, number)
        from locked join reached using (order_id, account_id)
        where read_marker.order_id = locked.order_id and read_marker.account_id = locked.account_id`;
    },
  };
}
