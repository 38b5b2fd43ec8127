/** Jobs that create and delete the databases of sandboxes. An interrupted job is repeated from the goal in the row. */
import type { SandboxStatus } from '../generated/prisma/client.ts';
import { type Database, openDatabase } from '../platform/db.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { applyMigrations } from '../platform/migrations/migrations.ts';
import { openStorage } from '../platform/storage.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { filesPrefixOf } from './sandbox-config.ts';
import { type Places, SandboxLocked } from './sandbox-databases.ts';
import type { TenantRegistry } from './tenant-registry.ts';

/** The applications that a new sandbox has. */
export interface Filling {
  readonly advertiserApplicationId: string;
  readonly sellerApplicationId: string;
}

interface SandboxJob {
  readonly sandboxId: string;
}

export const makeSandbox = 'make-sandbox';
export const removeSandbox = 'remove-sandbox';

/** Retries for a week, because people have to remove the cause, which each attempt logs. The lock keeps attempts apart. */
const tries = { retryLimit: 2_500, retrySeconds: 2, retryMaxSeconds: 300, timeoutSeconds: 60 };

/** Creates the database of a sandbox from scratch and marks the sandbox as ready. */
export function makeSandboxJob(
  app: AppServices,
  options: {
    readonly places: Places;
    readonly database: { readonly isEmbedded: boolean };
    readonly fill: (inside: Pick<Database, 'db'>) => Promise<Filling>;
  },
): JobDefinition<SandboxJob> {
  const { places, database, fill } = options;
  return {
    name: makeSandbox,
    ...tries,
    work: ({ sandboxId: id }) =>
      logFailure(app, id, () =>
        places.exclusively(id, async () => {
          if (!(await isStill(app, id, 'PROVISIONING'))) return;
          await places.make(id);
          const filling = await withDatabase(places, { id, ...database }, fill);
          await app.db.sandbox.updateMany({
            where: { id, status: 'PROVISIONING' },
            data: { status: 'READY', ...filling },
          });
        }),
      ),
  };
}

async function withDatabase<Done>(
  places: Places,
  { id, isEmbedded }: { id: string; isEmbedded: boolean },
  work: (database: Database) => Promise<Done>,
): Promise<Done> {
  // The next statement detects a crash of the database.
  const place = await places.open(id, () => undefined);
  try {
    await applyMigrations({ url: place.url });
    const database = openDatabase({ url: place.url, isEmbedded, maxConnections: 1 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await place.close();
  }
}

/** Deletes the database of a sandbox, its files and finally its row, once no instance uses it. */
export function removeSandboxJob(
  app: AppServices,
  { places, tenants }: { readonly places: Places; readonly tenants: Pick<TenantRegistry<unknown>, 'end'> },
): JobDefinition<SandboxJob> {
  return {
    name: removeSandbox,
    ...tries,
    work: ({ sandboxId: id }) =>
      logFailure(app, id, async () => {
        await tenants.end(id);
        await places.exclusively(id, async () => {
          const row = await isStill(app, id, 'DELETING');
          if (!row) return;
          const waitedMs = app.clock.now().getTime() - (row.deletedAt?.getTime() ?? 0);
          if (!(await places.remove(id, { byForce: waitedMs > tuning.sandboxes.deletionGraceMs })))
            throw new SandboxLocked(`an instance still uses the sandbox ${id}`);
          await openStorage(app.config, filesPrefixOf(id)).clear();
          await app.db.sandbox.delete({ where: { id } });
        });
      }),
  };
}

const isStill = ({ db }: AppServices, id: string, status: SandboxStatus) =>
  db.sandbox.findFirst({ where: { id, status } });

/** Logs a failure; the job runner retries. */
async function logFailure(app: AppServices, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SandboxLocked)) app.log.warn({ err: error, sandbox: id }, 'sandbox job failed; will retry');
    throw error;
  }
}
