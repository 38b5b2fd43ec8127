import type { Viewers } from '../access/current-viewer.ts';
import type { KeyUsage } from '../access/key-usage.ts';
import type { Config } from '../config.ts';
import type { PubSub } from '../live/pubsub.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import type { Mailer } from '../platform/mailer.ts';
import type { Epoch } from '../platform/migrations/epoch.ts';
import type { RateLimiter } from '../platform/rate-limits/rate-limiter.ts';
import type { TokenBuckets } from '../platform/rate-limits/token-buckets.ts';
import type { Storage } from '../platform/storage.ts';

/** What the world outside answers: everything that a feature may use besides its own code. */
export interface AppServices {
  readonly config: Config;
  readonly db: Db;
  readonly epoch: Epoch;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  readonly rateLimiter: RateLimiter;
  readonly tokenBuckets: TokenBuckets;
  readonly live: PubSub;
  /** Who viewers are by now. */
  readonly viewers: Viewers;
  /** When keys of applications were last used. */
  readonly keyUsage: KeyUsage;
  /** Present in the world of a sandbox. */
  readonly sandbox: SandboxControls | undefined;
}

/** What there is in a sandbox alone. */
export interface SandboxControls {
  /** Brings the clock to where it was put, by whichever instance. */
  catchUp(): Promise<void>;
  /**
   * Puts the clock forward and does what falls due, day by day. The same key again does what was not done yet.
   * @throws InputInvalid if it would get too far, IdempotencyKeyReused
   */
  advanceClock(ms: number, key: string): Promise<void>;
}

/** The worlds of sandboxes, opened when somebody asks for them. */
export interface TenantDirectory<Inside> {
  /**
   * The world of a sandbox, by its id, kept open until it is released; its clock has caught up.
   * @throws SandboxNotFound, SandboxUnavailable
   */
  acquire(id: string): Promise<TenantLease<Inside>>;
}

/** Somebody uses the world of a sandbox. */
export interface TenantLease<Inside> {
  readonly app: Inside;
  /** Says that the world may be closed, as far as this visit goes. Harmless if said twice. */
  release(): void;
  /** Begins another visit of the same world, which ends with the function that it returns. */
  retain(): () => void;
}
