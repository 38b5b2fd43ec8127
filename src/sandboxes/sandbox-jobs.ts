/** Jobs that create and delete the databases of sandboxes. An interrupted job is repeated from the goal in the row. */
import type { SandboxStatus } from '../generated/prisma/client.ts';
import { type Database, openDatabase } from '../platform/db.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { applyMigrations } from '../platform/migrations/migrations.ts';
import { openStorage } from '../platform/storage.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { filesPrefixOf } from './sandbox-config.ts';
import { type DatabaseProvisioner, SandboxLocked } from './sandbox-databases.ts';
import type { TenantRegistry } from './tenant-registry.ts';

/** The applications that a new sandbox has. */
export interface SeededApplications {
  readonly advertiserApplicationId: string;
  readonly sellerApplicationId: string;
}

interface SandboxJob {
  readonly sandboxId: string;
}

export const createSandboxQueue = 'create-sandbox';
export const deleteSandboxQueue = 'delete-sandbox';

/** Retries for a week, because people have to remove the cause, which each attempt logs. The lock keeps attempts apart. */
const retries = { retryLimit: 2_500, retrySeconds: 2, retryMaxSeconds: 300, timeoutSeconds: 60 };

/** Creates the database of a sandbox from scratch and marks the sandbox as ready. */
export function createSandboxJob(
  app: AppServices,
  options: {
    readonly provisioner: DatabaseProvisioner;
    readonly database: { readonly isEmbedded: boolean };
    readonly seed: (tenant: Pick<Database, 'db'>) => Promise<SeededApplications>;
  },
): JobDefinition<SandboxJob> {
  const { provisioner, database, seed } = options;
  return {
    name: createSandboxQueue,
    ...retries,
    work: ({ sandboxId: id }) =>
      logFailure(app, id, () =>
        provisioner.withLock(id, async () => {
          if (!(await isStill(app, id, 'PROVISIONING'))) return;
          await provisioner.create(id);
          const applications = await withDatabase(provisioner, { id, ...database }, seed);
          await app.db.sandbox.updateMany({
            where: { id, status: 'PROVISIONING' },
            data: { status: 'READY', ...applications },
          });
        }),
      ),
  };
}

async function withDatabase<Done>(
  provisioner: DatabaseProvisioner,
  { id, isEmbedded }: { id: string; isEmbedded: boolean },
  work: (database: Database) => Promise<Done>,
): Promise<Done> {
  // The next statement detects a crash of the database.
  const handle = await provisioner.open(id, () => undefined);
  try {
    await applyMigrations({ url: handle.url });
    const database = openDatabase({ url: handle.url, isEmbedded, maxConnections: 1 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await handle.close();
  }
}

/** Deletes the database of a sandbox, its files and finally its row, once no instance uses it. */
export function deleteSandboxJob(
  app: AppServices,
  {
    provisioner,
    tenants,
  }: { readonly provisioner: DatabaseProvisioner; readonly tenants: Pick<TenantRegistry<unknown>, 'end'> },
): JobDefinition<SandboxJob> {
  return {
    name: deleteSandboxQueue,
    ...retries,
    work: ({ sandboxId: id }) =>
      logFailure(app, id, async () => {
        await tenants.end(id);
        await provisioner.withLock(id, async () => {
          const row = await isStill(app, id, 'DELETING');
          if (!row) return;
          const waitedMs = app.clock.now().getTime() - (row.deletedAt?.getTime() ?? 0);
          if (!(await provisioner.drop(id, { byForce: waitedMs > tuning.sandboxes.deletionGraceMs })))
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
