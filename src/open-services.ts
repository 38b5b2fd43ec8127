/** Opens the services that every feature is handed: the database, Redis, the job runner, mail, files and the PubSub. */
import { createViewers } from './access/current-viewer.ts';
import { createKeyUsage } from './access/key-usage.ts';
import type { Config } from './config.ts';
import { limits } from './limits.ts';
import { createPubSub, type PubSub } from './live/pubsub.ts';
import { jobsTopic } from './live/topics.ts';
import { localTransport, redisTransport } from './live/transport.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Database } from './platform/db.ts';
import { createJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { type Mailbox, mailboxMailer, resendMailer } from './platform/mailer.ts';
import { createMetrics, noMetrics } from './platform/metrics.ts';
import { createEpoch } from './platform/migrations/epoch.ts';
import { createRateLimiter } from './platform/rate-limits/rate-limiter.ts';
import { createTokenBuckets } from './platform/rate-limits/token-buckets.ts';
import { createUniqueEvents } from './platform/rate-limits/unique-events.ts';
import { connectRedis } from './platform/redis.ts';
import { openStorage } from './platform/storage.ts';
import { capturingMailer } from './sandboxes/captured-emails.ts';
import { filesPrefixOf } from './sandboxes/sandbox-config.ts';
import { createMarketplaceCache } from './services/marketplace-settings.ts';
import type { AppServices, SandboxControls } from './services/services.ts';
import { tuning } from './tuning.ts';

export interface ServiceOptions {
  readonly config: Config;
  readonly database: Database;
  readonly isEmbedded: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Separates this database from others that share the Redis server. */
  readonly namespace: string;
  /** Both are present in a sandbox only. */
  readonly sandboxId: string | undefined;
  readonly sandbox: SandboxControls | undefined;
}

export interface OpenServices extends AppServices {
  /** Present if emails are held for the mailbox page instead of being sent. */
  readonly mailbox: Mailbox | undefined;
  /** Closes the caches, and disconnects from Redis. */
  disconnect(): void;
}

/** Nothing runs before the services are started. */
export function openServices({
  config,
  database,
  isEmbedded,
  clock,
  log,
  namespace,
  sandboxId,
  sandbox,
}: ServiceOptions): OpenServices {
  const { db, pool, read } = database;
  const redis = config.redisUrl ? connectRedis(config.redisUrl, log) : undefined;
  const onRedisError = (error: unknown) => log.warn({ err: error }, 'Redis failed; continuing without it');
  const { pageSize, cachedEntries, reconcileMs, presenceTtlMs, presenceRefreshMs, maxPresencePerTopic } = tuning.live;
  const live = createPubSub({
    transport: redis ? redisTransport(redis, namespace, onRedisError) : localTransport,
    pageSize,
    cachedEntries,
    reconcileMs,
    presenceTtlMs,
    presenceRefreshMs,
    maxPresencePerTopic,
    onError: (error) => log.warn({ err: error }, 'comparison of topics with the database failed; will retry'),
  });
  // The operations of sandboxes are not counted.
  const metrics = config.metricsPort === undefined || sandbox ? noMetrics : createMetrics();
  const marketplace = createMarketplaceCache({ db, clock, live });
  const mailbox = sandbox || config.mail.resendApiKey ? undefined : mailboxMailer(clock);
  return {
    config,
    db,
    read,
    epoch: createEpoch(db),
    clock,
    log,
    metrics,
    live,
    jobs: createJobs({ pool, log, metrics, isEmbedded, ...config.jobs, ...announcements(live) }),
    mailer: mailbox ?? (sandbox ? capturingMailer({ db, clock }) : openResend(config)),
    mailbox,
    storage: openStorage(config, sandboxId && filesPrefixOf(sandboxId)),
    rateLimiter: createRateLimiter(redis, namespace),
    // By the real time: advancing the clock of a sandbox gains no quota.
    tokenBuckets: createTokenBuckets({
      redis,
      namespace,
      clock: sandbox ? systemClock : clock,
      onError: onRedisError,
    }),
    visits: createUniqueEvents({
      redis,
      namespace: `${namespace}:visit`,
      clock,
      windowMs: limits.serving.visitors.ms,
      maxKeys: tuning.serving.maxVisitors,
      onError: onRedisError,
    }),
    viewers: createViewers({ db, read, clock }),
    keyUsage: createKeyUsage({ db, clock }),
    marketplace,
    sandbox,
    disconnect: () => {
      marketplace.close();
      redis?.disconnect();
    },
  };
}

const announcements = (live: PubSub) => ({
  announce: (kind: string) => live.publish(jobsTopic(kind)),
  onAnnouncement: (kind: string, listener: () => void) => live.subscribe([jobsTopic(kind)], listener),
});

const openResend = ({ mail: { resendApiKey = '', resendUrl: url, timeoutSeconds } }: Config) =>
  resendMailer({ apiKey: resendApiKey, url, timeoutSeconds });
