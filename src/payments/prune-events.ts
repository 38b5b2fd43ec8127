import { Prisma } from '../generated/prisma/client.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import { pruningTask } from '../platform/prune-rows.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';

/** The statuses of events that nothing needs any more; those that are new or have failed are kept. */
const handledStatuses = ['DONE', 'IGNORED', 'UNHANDLED'] as const;

/** The tasks that delete the events of payment providers some time after they were handled. */
export const providerEventTasks = (app: Pick<AppServices, 'db' | 'clock'>): readonly BackgroundTask[] =>
  handledStatuses.map((status) =>
    pruningTask(app, `provider-events-${status.toLowerCase()}`, {
      table: 'provider_event',
      since: 'received_at',
      days: tuning.payments.eventRetentionDays,
      where: Prisma.sql`status = ${status}::"ProviderEventStatus"`,
    }),
  );
