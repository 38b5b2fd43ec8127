/** The tenants of sandboxes that are open in this process. Each is opened once, kept open while leased, and bounded in number. */
import type { PubSub } from '../live/pubsub.ts';
import { sandboxTopic } from '../live/topics.ts';
import type { TenantLease } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { SandboxUnavailable } from './sandbox-refusals.ts';

/** A running tenant. */
export interface RunningTenant {
  /** Revokes all keys, sessions and links of the tenant; open streams end with them. */
  revokeAll(): Promise<void>;
  stop(): Promise<void>;
}

export interface TenantRegistry<Tenant> {
  /** Acquires the tenant of a sandbox and opens it if necessary. Concurrent callers open it once. */
  acquire(id: string): Promise<TenantLease<Tenant>>;
  /** Revokes the access to a tenant and closes it. Callers that acquire it in the meantime wait. */
  end(id: string): Promise<void>;
  /** Closes tenants that have been idle for this long. */
  closeIdle(idleMs?: number): Promise<void>;
  /** Number of open tenants. */
  count(): number;
  /** Closes all tenants. */
  stop(): Promise<void>;
}

interface OpenTenant<Tenant> {
  readonly tenant: Promise<Tenant>;
  leases: number;
  usedAt: number;
  closing: Promise<void> | undefined;
  /** Called when the last lease is released. */
  onEmpty: () => void;
  readonly unwatch: () => void;
}

export interface TenantRegistryOptions<Tenant> {
  readonly live: PubSub;
  /** Checks that there is such a sandbox, before it takes the place of another one. @throws a Refusal if there is none */
  readonly requireExisting: (id: string) => Promise<void>;
  readonly open: (id: string) => Promise<Tenant>;
  readonly maxOpen: number;
  readonly onError: (error: unknown) => void;
}

export function createTenantRegistry<Tenant extends RunningTenant>(
  options: TenantRegistryOptions<Tenant>,
): TenantRegistry<Tenant> {
  const { live, requireExisting, open, maxOpen: most, onError } = options;
  const tenants = new Map<string, OpenTenant<Tenant>>();
  let isStopped = false;

  const close = (id: string, entry: OpenTenant<Tenant>, { isGone }: { isGone: boolean }): Promise<void> => {
    entry.closing ??= (async () => {
      const tenant = await entry.tenant.catch(() => undefined);
      entry.unwatch();
      if (isGone && tenant) {
        await tenant.revokeAll().catch(onError);
        await untilUnleased(entry);
      }
      await tenant?.stop();
    })()
      .catch(onError)
      .finally(() => tenants.delete(id));
    return entry.closing;
  };
  const makeRoom = () => {
    const staying = [...tenants].filter(([, { closing }]) => !closing);
    if (staying.length < most) return;
    const rested = performance.now() - tuning.sandboxes.cooldownMs;
    const [oldest] = staying
      .filter(([, { leases, usedAt }]) => leases === 0 && usedAt <= rested)
      .sort(([, one], [, other]) => one.usedAt - other.usedAt);
    if (!oldest) throw new SandboxUnavailable('SANDBOXES_BUSY');
    void close(...oldest, { isGone: false });
  };
  const begin = (id: string): OpenTenant<Tenant> => {
    makeRoom();
    // Subscribes before opening, because opening checks whether the sandbox still exists.
    const unwatch = live.subscribe([sandboxTopic(id)], () => void close(id, entry, { isGone: true }));
    const entry: OpenTenant<Tenant> = {
      tenant: open(id),
      leases: 0,
      usedAt: performance.now(),
      closing: undefined,
      onEmpty: () => undefined,
      unwatch,
    };
    tenants.set(id, entry);
    entry.tenant.catch(() => void close(id, entry, { isGone: false }));
    return entry;
  };
  const lease = (entry: OpenTenant<Tenant>): (() => void) => {
    entry.leases += 1;
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      entry.leases -= 1;
      entry.usedAt = performance.now();
      if (entry.leases === 0) entry.onEmpty();
    };
  };

  return {
    acquire: async (id) => {
      if (!tenants.has(id)) await requireExisting(id);
      for (let open = tenants.get(id); open?.closing; open = tenants.get(id)) await open.closing;
      if (isStopped) throw new SandboxUnavailable('SANDBOX_UNREACHABLE');
      const entry = tenants.get(id) ?? begin(id);
      const release = lease(entry);
      try {
        return { app: await entry.tenant, release };
      } catch (error) {
        release();
        throw error;
      }
    },
    end: async (id) => {
      const entry = tenants.get(id);
      if (entry) await close(id, entry, { isGone: true });
    },
    closeIdle: async (idleMs = tuning.sandboxes.idleMs) => {
      const since = performance.now() - idleMs;
      const idle = [...tenants].filter(([, { leases, usedAt }]) => leases === 0 && usedAt <= since);
      await Promise.all(idle.map(([id, entry]) => close(id, entry, { isGone: false })));
    },
    count: () => tenants.size,
    stop: async () => {
      isStopped = true;
      await Promise.all([...tenants].map(([id, entry]) => close(id, entry, { isGone: false })));
    },
  };
}

/** Waits for the last lease to be released, up to a limit. */
async function untilUnleased(entry: OpenTenant<RunningTenant>): Promise<void> {
  if (entry.leases === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, tuning.sandboxes.shutdownGraceMs);
    entry.onEmpty = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
