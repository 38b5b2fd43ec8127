/** Sandboxes: isolated tenants, each on a database of its own, that cannot reach live data. */

import type { Config } from '../config.ts';
import { sandboxTopic, sandboxTopicPrefix } from '../live/topics.ts';
import type { BackgroundTask } from '../platform/background-tasks.ts';
import type { Database } from '../platform/db.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { applyMigrations } from '../platform/migrations/migrations.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { AppServices, TenantDirectory } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { deleteUnusedSandboxes } from './delete-unused-sandboxes.ts';
import { sandboxConfig } from './sandbox-config.ts';
import { type DatabaseProvisioner, embeddedProvisioner, serverProvisioner } from './sandbox-databases.ts';
import { createSandboxJob, deleteSandboxJob, type SeededApplications } from './sandbox-jobs.ts';
import { SandboxNotFound, SandboxUnavailable } from './sandbox-refusals.ts';
import { createTenantRegistry, type RunningTenant, type TenantRegistry } from './tenant-registry.ts';

interface OpenTenant<App> extends RunningTenant {
  readonly app: App;
  /** Records that the sandbox is used. */
  recordUse(): Promise<void>;
}

/** Parameters for creating the tenant of a sandbox. */
export interface SandboxSettings {
  readonly id: string;
  readonly config: Config;
  /** With all migrations applied. */
  readonly database: { readonly url: string; readonly isEmbedded: boolean };
}

type TenantApp = OrderServices & { start(): Promise<void>; stop(): Promise<void> };

export interface SandboxesOptions<Tenant extends TenantApp> {
  /** The live database. */
  readonly database: { readonly url: string; readonly isEmbedded: boolean };
  /** Creates the tenant, which the caller starts. */
  readonly createTenant: (settings: SandboxSettings) => Tenant;
  /** Loads the initial data into an empty database. */
  readonly seed: (tenant: Pick<Database, 'db'>) => Promise<SeededApplications>;
}

export interface Sandboxes<App> extends TenantDirectory<App> {
  readonly jobs: readonly JobDefinition<never>[];
  readonly tasks: readonly BackgroundTask[];
  readonly tenants: Pick<TenantRegistry<unknown>, 'count' | 'closeIdle'>;
  /** Closes all open sandboxes. */
  stop(): Promise<void>;
}

export function createSandboxes<App extends TenantApp>(
  app: AppServices,
  options: SandboxesOptions<App>,
): Sandboxes<App> {
  const { url, isEmbedded } = options.database;
  const provisioner = isEmbedded ? embeddedProvisioner(app.config.dataDir) : serverProvisioner(url);
  const onError = (error: unknown) => app.log.error({ err: error }, 'sandbox could not be closed');
  const tenants = createTenantRegistry<OpenTenant<App>>({
    live: app.live,
    requireExisting: (id) => requireReady(app, id),
    open: (id) => openTenant(app, provisioner, { id, ...options }),
    maxOpen: isEmbedded ? tuning.sandboxes.maxOpenEmbedded : tuning.sandboxes.maxOpen,
    onError,
  });
  app.live.addReconciler(sandboxTopicPrefix, (topics) => findDeleted(app, topics));
  return {
    tenants,
    jobs: [createSandboxJob(app, { provisioner, ...options }), deleteSandboxJob(app, { provisioner, tenants })],
    tasks: [
      {
        name: 'idle-sandboxes',
        kind: 'service',
        run: () => tenants.closeIdle(),
        maxPauseMs: tuning.sandboxes.idleCheckMs,
      },
      {
        name: 'unused-sandboxes',
        kind: 'service',
        run: () => deleteUnusedSandboxes(app),
        maxPauseMs: tuning.sandboxes.unusedCheckMs,
      },
    ],
    acquire: async (id) => {
      const { app: tenant, release } = await tenants.acquire(id);
      try {
        await tenant.app.sandbox?.refreshClock();
        await tenant.recordUse();
        return { app: tenant.app, release };
      } catch (error) {
        release();
        throw error;
      }
    },
    stop: () => tenants.stop(),
  };
}

/** @throws SandboxNotFound, SandboxUnavailable */
async function requireReady({ db }: AppServices, id: string): Promise<void> {
  const row = await db.sandbox.findUnique({ where: { id }, select: { status: true } });
  if (!row || row.status === 'DELETING') throw new SandboxNotFound();
  if (row.status !== 'READY') throw new SandboxUnavailable('SANDBOX_NOT_READY');
}

async function openTenant<App extends TenantApp>(
  app: AppServices,
  provisioner: DatabaseProvisioner,
  { id, database, createTenant }: SandboxesOptions<App> & { readonly id: string },
): Promise<OpenTenant<App>> {
  // Again, now that its deletion is noticed.
  await requireReady(app, id);
  const opened: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of opened.splice(0)) await close();
  };
  try {
    const tenantDatabase = await provisioner.open(id, (error) =>
      app.log.error({ err: error, sandbox: id }, 'sandbox database crashed'),
    );
    opened.unshift(() => tenantDatabase.close());
    // The program may have been upgraded since the sandbox was last open.
    await applyMigrations({ url: tenantDatabase.url });
    const tenant = createTenant({
      id,
      config: sandboxConfig(app.config, id),
      database: { url: tenantDatabase.url, isEmbedded: database.isEmbedded },
    });
    opened.unshift(() => tenant.stop());
    await tenant.start();
    return { app: tenant, stop, revokeAll: () => revokeAccess(tenant), recordUse: createUseRecorder(app, id) };
  } catch (error) {
    app.log.warn({ err: error, sandbox: id }, 'sandbox could not be opened');
    await stop().catch(() => undefined);
    throw new SandboxUnavailable('SANDBOX_UNREACHABLE');
  }
}

/** Records the use of a sandbox, at most once per interval. */
function createUseRecorder({ db, clock }: AppServices, id: string): () => Promise<void> {
  let recordedMs = 0;
  return async () => {
    const usedAt = clock.now();
    if (usedAt.getTime() - recordedMs < tuning.sandboxes.usageFlushMs) return;
    recordedMs = usedAt.getTime();
    await db.sandbox.updateMany({ where: { id }, data: { lastUsedAt: usedAt } });
  };
}

/** Streams whose viewer loses access notice it and end. */
async function revokeAccess({ db, clock }: OrderServices): Promise<void> {
  const revoked = { where: { revokedAt: null }, data: { revokedAt: clock.now() } };
  await db.applicationKey.updateMany(revoked);
  await db.session.updateMany(revoked);
  await db.setupLink.updateMany(revoked);
}

/** Finds the deleted sandboxes among these topics. */
async function findDeleted({ db }: AppServices, topics: readonly string[]): Promise<{ topic: string }[]> {
  const ids = topics.map((topic) => topic.slice(sandboxTopicPrefix.length));
  const ready = await db.sandbox.findMany({
    where: { id: { in: ids }, status: 'READY' },
    select: { id: true },
  });
  const existing = new Set(ready.map(({ id }) => sandboxTopic(id)));
  return topics.filter((topic) => !existing.has(topic)).map((topic) => ({ topic }));
}
