/** The tasks that release push notifications when quiet hours end, and that delete rows which nothing needs any more. */
import { limits } from '../limits.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { later } from '../platform/clock.ts';
import { forEachDue } from '../platform/due-items.ts';
import { pruningTask, type Retention } from '../platform/prune-rows.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { deliverPushJobName } from './queue-push.ts';

type TaskServices = Pick<AppServices, 'db' | 'clock' | 'log' | 'jobs'>;

const retentions: Readonly<Record<string, Retention>> = {
  'push-subscriptions': { table: 'push_subscription', since: 'expires_at', days: 0 },
  // Those whose last attempt was interrupted.
  'push-notifications': { table: 'push_notification', since: 'created_at', days: (2 * limits.push.hours) / 24 },
};

export const pushTasks = (app: TaskServices): readonly BackgroundTask[] => [
  {
    name: 'held-push-notifications',
    kind: 'clock',
    run: () => releaseDuePushNotifications(app),
    nextDueAt: async () => {
      const next = await app.db.pushNotification.findFirst({
        where: { dueAt: { not: null } },
        orderBy: { dueAt: 'asc' },
        select: { dueAt: true },
      });
      return next?.dueAt ?? undefined;
    },
    // Notifications are held for hours: one that another instance has held is found in time.
    maxPauseMs: tuning.emails.heldCheckMs,
  },
  ...Object.entries(retentions).map(([name, retention]) => pruningTask(app, name, retention)),
];

/** Queues the push notifications whose quiet hours have ended. Returns their number. */
export const releaseDuePushNotifications = ({ db, clock, log, jobs }: TaskServices): Promise<number> =>
  forEachDue({
    name: 'held push notification',
    log,
    find: (limit) =>
      db.pushNotification.findMany({
        where: { dueAt: { lte: clock.now() } },
        orderBy: { dueAt: 'asc' },
        take: limit,
        select: { id: true },
      }),
    handle: ({ id }) =>
      db.$transaction(async (tx) => {
        // The update locks the row: another instance may have released it.
        const { count } = await tx.pushNotification.updateMany({
          where: { id, dueAt: { lte: clock.now() } },
          data: { dueAt: null },
        });
        if (count > 0) await jobs.enqueue(tx, deliverPushJobName, [{ notificationId: id }]);
        return count > 0;
      }),
    reschedule: ({ id }) =>
      db.pushNotification.updateMany({
        where: { id, dueAt: { not: null } },
        data: { dueAt: later(clock.now(), tuning.emails.heldRetryMs) },
      }),
  });
