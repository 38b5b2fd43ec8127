/** The work on the databases of sandboxes. Killed anywhere it is done again: from the row, which says what is to be. */
import type { SandboxStatus } from '../generated/prisma/client.ts';
import { type Database, openDatabase } from '../platform/db.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { applyMigrations } from '../platform/migrations/migrations.ts';
import { openStorage } from '../platform/storage.ts';
import type { AppServices } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { filesPrefixOf } from './sandbox-config.ts';
import { type Places, SandboxTaken } from './sandbox-databases.ts';
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

/** A week of tries: what is in the way is for people to look at, and the log says it each time. Who takes longer is not overtaken: the lock. */
const tries = { retryLimit: 2_500, retrySeconds: 2, retryMaxSeconds: 300, timeoutSeconds: 60 };

/** Makes the database of a sandbox from nothing, whatever an earlier try has left, and says that it is ready. */
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
      told(app, id, () =>
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
  // A crash is found by whatever asks it next.
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

/** Removes the database of a sandbox, its files, and at last its row, once no instance uses it any more. */
export function removeSandboxJob(
  app: AppServices,
  { places, worlds }: { readonly places: Places; readonly worlds: Pick<TenantRegistry<unknown>, 'end'> },
): JobDefinition<SandboxJob> {
  return {
    name: removeSandbox,
    ...tries,
    work: ({ sandboxId: id }) =>
      told(app, id, async () => {
        await worlds.end(id);
        await places.exclusively(id, async () => {
          const row = await isStill(app, id, 'DELETING');
          if (!row) return;
          const waitedMs = app.clock.now().getTime() - (row.deletedAt?.getTime() ?? 0);
          if (!(await places.remove(id, { byForce: waitedMs > tuning.sandboxes.deletionGraceMs })))
            throw new SandboxTaken(`an instance still uses the sandbox ${id}`);
          await openStorage(app.config, filesPrefixOf(id)).clear();
          await app.db.sandbox.delete({ where: { id } });
        });
      }),
  };
}

const isStill = ({ db }: AppServices, id: string, status: SandboxStatus) =>
  db.sandbox.findFirst({ where: { id, status } });

/** Says in the log why it did not succeed; the job runner tries again. */
async function told(app: AppServices, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SandboxTaken)) app.log.warn({ err: error, sandbox: id }, 'work on a sandbox has failed');
    throw error;
  }
}
