import type { Viewers } from '../access/current-viewer.ts';
import type { KeyUsage } from '../access/key-usage.ts';
import type { Config } from '../config.ts';
import type { PubSub } from '../live/pubsub.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Db } from '../platform/db.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import type { Mailer } from '../platform/mailer.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Epoch } from '../platform/migrations/epoch.ts';
import type { RateLimiter } from '../platform/rate-limits/rate-limiter.ts';
import type { TokenBuckets } from '../platform/rate-limits/token-buckets.ts';
import type { UniqueEvents } from '../platform/rate-limits/unique-events.ts';
import type { Storage } from '../platform/storage.ts';
import type { MarketplaceCache } from './marketplace-settings.ts';

/** The services that every feature receives: external systems, and what all features share. */
export interface AppServices {
  readonly config: Config;
  readonly db: Db;
  /** Sends one statement to the same database, or in the same transaction, at less cost than through `db`. */
  readonly read: Database['read'];
  readonly epoch: Epoch;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly rateLimiter: RateLimiter;
  readonly tokenBuckets: TokenBuckets;
  /** The visits that count, of visitors and their networks. */
  readonly visits: UniqueEvents;
  readonly live: PubSub;
  /** The current rights of viewers. */
  readonly viewers: Viewers;
  /** The times at which application keys were last used. */
  readonly keyUsage: KeyUsage;
  /** The settings of the marketplace. */
  readonly marketplace: MarketplaceCache;
  /** Present in a sandbox only. */
  readonly sandbox: SandboxControls | undefined;
}

/** The controls that only a sandbox has. */
export interface SandboxControls {
  /** Reads how far any instance has advanced the clock. */
  refreshClock(): Promise<void>;
  /**
   * Advances the clock and does what falls due, day by day. A repeated key does what was not done yet.
   * @throws InputInvalid if the clock would get too far ahead, IdempotencyKeyReused
   */
  advanceClock(ms: number, key: string): Promise<void>;
}

/** The sandboxes, which are opened on demand. */
export interface TenantDirectory<TenantServices> {
  /**
   * Leases the sandbox with this id. It stays open until the lease is released, and its clock is current.
   * @throws SandboxNotFound, SandboxUnavailable
   */
  acquire(id: string): Promise<TenantLease<TenantServices>>;
}

/** A lease of a sandbox: it is not closed while it is leased. */
export interface TenantLease<TenantServices> {
  readonly app: TenantServices;
  /** Ends the lease. Calling it again does nothing. */
  release(): void;
}
