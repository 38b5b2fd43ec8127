/** The worlds of sandboxes that are open in this process: each opened once, kept while it is used, bounded in number. */
import type { PubSub } from '../live/pubsub.ts';
import { sandboxTopic } from '../live/topics.ts';
import type { TenantLease } from '../services/services.ts';
import { tuning } from '../tuning.ts';
import { SandboxUnavailable } from './sandbox-refusals.ts';

/** A world that runs. */
export interface RunningTenant {
  /** Ends everybody's rights in it: keys, sessions and links; open streams end with them. */
  revokeAll(): Promise<void>;
  stop(): Promise<void>;
}

export interface TenantRegistry<World> {
  /** The world of a sandbox, opened if it is not; asked for by many at once it is opened once. */
  acquire(id: string): Promise<TenantLease<World>>;
  /** Ends everybody's rights in a world and closes it; whoever asks for it meanwhile waits. */
  end(id: string): Promise<void>;
  /** Closes those that nobody has used for so long. */
  closeIdle(idleMs?: number): Promise<void>;
  /** How many are open. */
  count(): number;
  /** Closes all. */
  stop(): Promise<void>;
}

interface OpenTenant<World> {
  readonly tenant: Promise<World>;
  leases: number;
  usedAt: number;
  closing: Promise<void> | undefined;
  /** Called when the last visit is over. */
  onEmpty: () => void;
  readonly unwatch: () => void;
}

export interface TenantRegistryOptions<World> {
  readonly live: PubSub;
  readonly open: (id: string) => Promise<World>;
  readonly maxOpen: number;
  readonly onError: (error: unknown) => void;
}

export function createTenantRegistry<World extends RunningTenant>(
  options: TenantRegistryOptions<World>,
): TenantRegistry<World> {
  const { live, open, maxOpen: most, onError } = options;
  const worlds = new Map<string, OpenTenant<World>>();
  let isStopped = false;

  const close = (id: string, entry: OpenTenant<World>, { isGone }: { isGone: boolean }): Promise<void> => {
    entry.closing ??= (async () => {
      const world = await entry.tenant.catch(() => undefined);
      entry.unwatch();
      if (isGone && world) {
        await world.revokeAll().catch(onError);
        await emptied(entry);
      }
      await world?.stop();
    })()
      .catch(onError)
      .finally(() => worlds.delete(id));
    return entry.closing;
  };
  const makeRoom = () => {
    const staying = [...worlds].filter(([, { closing }]) => !closing);
    if (staying.length < most) return;
    const rested = performance.now() - tuning.sandboxes.cooldownMs;
    const [oldest] = staying
      .filter(([, { leases, usedAt }]) => leases === 0 && usedAt <= rested)
      .sort(([, one], [, other]) => one.usedAt - other.usedAt);
    if (!oldest) throw new SandboxUnavailable('SANDBOXES_BUSY');
    void close(...oldest, { isGone: false });
  };
  const begin = (id: string): OpenTenant<World> => {
    makeRoom();
    // Listens first and opens second: who opens it looks whether it is still there.
    const unwatch = live.subscribe([sandboxTopic(id)], () => void close(id, entry, { isGone: true }));
    const entry: OpenTenant<World> = {
      tenant: open(id),
      leases: 0,
      usedAt: performance.now(),
      closing: undefined,
      onEmpty: () => undefined,
      unwatch,
    };
    worlds.set(id, entry);
    entry.tenant.catch(() => void close(id, entry, { isGone: false }));
    return entry;
  };
  const visit = (entry: OpenTenant<World>): (() => void) => {
    entry.leases += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      entry.leases -= 1;
      entry.usedAt = performance.now();
      if (entry.leases === 0) entry.onEmpty();
    };
  };

  return {
    acquire: async (id) => {
      for (let known = worlds.get(id); known?.closing; known = worlds.get(id)) await known.closing;
      if (isStopped) throw new SandboxUnavailable('SANDBOX_UNREACHABLE');
      const entry = worlds.get(id) ?? begin(id);
      const release = visit(entry);
      try {
        return { app: await entry.tenant, release };
      } catch (error) {
        release();
        throw error;
      }
    },
    end: async (id) => {
      const entry = worlds.get(id);
      if (entry) await close(id, entry, { isGone: true });
    },
    closeIdle: async (idleMs = tuning.sandboxes.idleMs) => {
      const since = performance.now() - idleMs;
      const idle = [...worlds].filter(([, { leases, usedAt }]) => leases === 0 && usedAt <= since);
      await Promise.all(idle.map(([id, entry]) => close(id, entry, { isGone: false })));
    },
    count: () => worlds.size,
    stop: async () => {
      isStopped = true;
      await Promise.all([...worlds].map(([id, entry]) => close(id, entry, { isGone: false })));
    },
  };
}

/** Waits for the last visit to end, and not for ever. */
async function emptied(entry: OpenTenant<RunningTenant>): Promise<void> {
  if (entry.leases === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, tuning.sandboxes.shutdownGraceMs);
    entry.onEmpty = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
