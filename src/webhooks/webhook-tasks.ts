/** The background tasks of webhooks: queueing new events, sending due deliveries, and pruning old ones. */
import { orderActivityTopic, webhooksTopic } from '../live/topics.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { Db } from '../platform/db.ts';
import { tuning } from '../tuning.ts';
import { pruneDeliveries } from './prune-deliveries.ts';
import { createQueueing } from './queue-events.ts';
import { createSender } from './send-due.ts';
import type { WebhookServices } from './webhook-services.ts';

export interface Webhooks {
  readonly tasks: readonly BackgroundTask[];
  /** Queues new events and sends all due deliveries. Returns the number of attempts. */
  send(): Promise<number>;
}

export function createWebhooks(app: WebhookServices): Webhooks {
  const queue = createQueueing(app);
  const sender = createSender(app);
  const { queueingPauseMs, sendingPauseMs, pruningMs } = tuning.webhooks;
  return {
    tasks: [
      {
        name: 'webhook-queues',
        kind: 'service',
        run: queue,
        wakeTopics: [orderActivityTopic, webhooksTopic],
        minPauseMs: queueingPauseMs,
        maxPauseMs: tuning.backgroundTasks.maxPauseMs,
      },
      {
        name: 'webhook-deliveries',
        kind: 'service',
        run: sender.sendDue,
        nextDueAt: () => findNextDelivery(app.db),
        wakeTopics: [webhooksTopic],
        minPauseMs: sendingPauseMs,
        maxPauseMs: tuning.backgroundTasks.maxPauseMs,
        interrupt: sender.stop,
      },
      { name: 'webhook-pruning', kind: 'service', run: () => pruneDeliveries(app), maxPauseMs: pruningMs },
    ],
    send: async () => {
      await queue();
      return sender.sendDue();
    },
  };
}

/** The moment at which the next delivery is due, or the lease of one that is being sent ends. */
export async function findNextDelivery(db: Db): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ dueAt: Date | null }[]>`
    select least((select min(due_at) from webhook_queue), (select min(due_at) from webhook_delivery)) as "dueAt"`;
  return row?.dueAt ?? undefined;
}
