import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { pruningTask } from '../platform/prune-rows.ts';
import type { AppServices } from '../services/services.ts';

/** The task that deletes sessions some time after they have expired, and after the push subscriptions of their browsers. */
export const sessionTasks = (app: Pick<AppServices, 'db' | 'clock'>): readonly BackgroundTask[] => [
  pruningTask(app, 'sessions', {
    table: 'session',
    since: 'expires_at',
    days: limits.session.retentionDays,
    where: Prisma.sql`not exists (select from push_subscription where session_id = session.id)`,
  }),
];
