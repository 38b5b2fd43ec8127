/** The composition root: everything that features need, joined in one place. */
import { findEndedKeys, findRetiredOperations } from './access/application-keys.ts';
import { createSessionSweep, createViewers, findEndedSetupLinks } from './access/current-viewer.ts';
import { createKeyUsage } from './access/key-usage.ts';
import { filesOfAds } from './ads/ad-content.ts';
import { orderAdEffects } from './ads/ad-effects.ts';
import { expireDueAds } from './ads/expire-ads.ts';
import { createServing } from './ads/serving/serving.ts';
import type { ServingServices } from './ads/serving/serving-routes.ts';
import { setupLinkEffects } from './ads/setup-link/setup-links.ts';
import { attachmentEffects, filesOfEntries } from './attachments/attach-files.ts';
import type { Config } from './config.ts';
import { fillSandbox } from './demo/sandbox.ts';
import { deliverMailJob } from './emails/deliver-email.ts';
import { deliverMail, queueMails } from './emails/queue-emails.ts';
import { type FileUse, removeUnusedFiles } from './files/remove-unused-files.ts';
import { createDeprecations } from './graphql/deprecations.ts';
import { reconcileInboxes } from './inbox/follow-inbox.ts';
import { createPubSub } from './live/pubsub.ts';
import {
  applicationKeyTopicPrefix,
  operationTopicPrefix,
  sessionTopicPrefix,
  setupLinkTopicPrefix,
} from './live/topics.ts';
import { localTransport, redisTransport } from './live/transport.ts';
import { createDeliveries } from './messages/deliveries.ts';
import { messageEffects } from './messages/post-to-chat.ts';
import { sendDueDigests } from './messages/send-digests.ts';
import { orderEffects } from './orders/effects.ts';
import { fireDueTimers } from './orders/fire-timers.ts';
import { reconcileOrders } from './orders/timeline/order-subscription.ts';
import { paymentJobs } from './payments/payment-jobs.ts';
import { paymentEffects } from './payments/payments.ts';
import { createProviders, type PaymentServices } from './payments/providers.ts';
import { type Clock, type MovableClock, movableClock, systemClock } from './platform/clock.ts';
import { type Db, openDatabase } from './platform/db.ts';
import { runEvery } from './platform/interval.ts';
import { createJobs } from './platform/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { type Mailbox, mailboxMailer, resendMailer } from './platform/mailer.ts';
import { createEpoch } from './platform/migrations/epoch.ts';
import { createRateLimiter } from './platform/rate-limits/rate-limiter.ts';
import { createTokenBuckets } from './platform/rate-limits/token-buckets.ts';
import { connectRedis } from './platform/redis.ts';
import { type Resolver, systemResolver } from './platform/ssrf-guard.ts';
import { openStorage } from './platform/storage.ts';
import { successorEffects } from './renewals/create-renewal-order.ts';
import { renewDueOrders } from './renewals/renew-due.ts';
import { renewalEffects } from './renewals/renewal-effects.ts';
import { ratingEffects } from './reviews/ratings.ts';
import { statsEffects } from './reviews/seller-stats.ts';
import { surveyEffects } from './reviews/survey.ts';
import { capturingMailer } from './sandboxes/captured-emails.ts';
import { keptClock } from './sandboxes/persisted-clock.ts';
import { filesPrefixOf } from './sandboxes/sandbox-config.ts';
import { createSandboxes, type Sandboxes } from './sandboxes/sandboxes.ts';
import { schema } from './schema.ts';
import type { Effects, OrderServices } from './services/order-services.ts';
import type { AppServices } from './services/services.ts';
import { tuning } from './tuning.ts';
import { runForEvent } from './webhooks/event-documents.ts';
import { pruneDeliveries } from './webhooks/prune-deliveries.ts';
import { createQueueing } from './webhooks/queue-events.ts';
import { createSender } from './webhooks/send-due.ts';
import type { WebhookServices } from './webhooks/webhook-services.ts';

/** A name in the table without code behind it does not compile. */
const effectsWith = (world: AppServices, whole: () => OrderServices) =>
  ({
    ...orderEffects,
    ...messageEffects,
    ...attachmentEffects,
    ...paymentEffects(world),
    ...ratingEffects,
    ...surveyEffects,
    ...statsEffects,
    ...orderAdEffects,
    ...setupLinkEffects(world.config.secret),
    ...renewalEffects(world),
    ...successorEffects(whole),
  }) satisfies Effects;

/** Whatever refers to files, so that those in use stay. */
export const fileUses: readonly FileUse[] = [filesOfAds, filesOfEntries];

export interface App extends PaymentServices, ServingServices {
  readonly database: ReturnType<typeof openDatabase>;
  /** Present where mails are kept for the mailbox page instead of being sent. */
  readonly mailbox: Mailbox | undefined;
  /** Present where time can be put forward: lets days pass one by one, and does what the clock does on each. */
  readonly passDays: ((days: number) => Promise<void>) | undefined;
  readonly sandboxes: Sandboxes<App> | undefined;
  /** Queues what has happened for the endpoints of webhooks and sends what is due. Returns how many tries it began. */
  readonly sendWebhooks: () => Promise<number>;
  /** Starts what works by itself: jobs, the clock's steps, the live side's sweep, the writing of counts. */
  start(): Promise<void>;
  /** Stops all that, lets running jobs finish, writes what was counted and closes the connections. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  /** A database with all migrations applied. */
  readonly database: { readonly url: string; readonly isEmbedded: boolean };
  /** The real one if absent; where the configuration wants it, one that can be put forward. */
  readonly clock?: Clock;
  /** Whether timers are looked at every second; a test that moves the clock fires them itself. */
  readonly ticks?: boolean;
  readonly log?: Log;
  /** The id of the sandbox that this is the world of; absent for the live world. */
  readonly sandbox?: string;
  /** How the names of endpoints become addresses; the system's way if absent. */
  readonly resolve?: Resolver;
}

const tickMs = 1_000;

/** Joins the parts. Nothing runs and nothing is connected before `start`. */
export function createApp({
  config,
  database: { url, isEmbedded },
  clock: given,
  ticks = true,
  log: givenLog = createLog(config.logLevel),
  sandbox: sandboxId,
  resolve = systemResolver,
}: AppOptions): App {
  const log = sandboxId ? givenLog.child({ sandbox: sandboxId }) : givenLog;
  const maxConnections = sandboxId ? tuning.sandboxes.maxConnections : undefined;
  const database = openDatabase({ url, isEmbedded, ...(maxConnections ? { maxConnections } : {}) });
  const { db, pool } = database;
  const kept = sandboxId ? keptClock(db) : undefined;
  const clock = kept ?? given ?? (config.hasMovableClock ? movableClock() : systemClock);
  // What is of one database stays with it, also where two share a Redis.
  const namespace = `placard:${sandboxId ?? new URL(url).pathname.slice(1)}`;
  const redis = config.redisUrl ? connectRedis(config.redisUrl, log) : undefined;
  const mailbox = config.mail.resendApiKey || kept ? undefined : mailboxMailer(clock);
  const world: AppServices = {
    config,
    db,
    epoch: createEpoch(db),
    clock,
    log,
    jobs: createJobs({ pool, log, isEmbedded, ...config.jobs }),
    mailer:
      (kept && capturingMailer({ db, clock })) ??
      mailbox ??
      resendMailer({
        apiKey: config.mail.resendApiKey ?? '',
        url: config.mail.resendUrl,
        answerSeconds: config.mail.answerSeconds,
      }),
    storage: openStorage(config, sandboxId && filesPrefixOf(sandboxId)),
    rateLimiter: createRateLimiter(redis, namespace),
    // Nobody gets more of a quota by putting a clock forward.
    tokenBuckets: createTokenBuckets({
      redis,
      namespace,
      clock: kept ? systemClock : clock,
      onError: (error) => log.warn({ err: error }, 'redis'),
    }),
    live: createPubSub({
      transport: redis
        ? redisTransport(redis, namespace, (error) => log.warn({ err: error }, 'redis'))
        : localTransport,
      ...tuning.live,
      onError: (error) => log.warn({ err: error }, 'live sweep'),
    }),
    viewers: createViewers({ db, clock }),
    keyUsage: createKeyUsage({ db, clock }),
    sandbox: kept && { catchUp: kept.catchUp, advanceClock: (ms, key) => kept.passTime({ ms, key }, tick) },
  };
  const sandboxes = config.hasSandboxes
    ? createSandboxes<App>(world, {
        database: { url, isEmbedded },
        createWorld: ({ id, ...settings }) => createApp({ ...settings, ticks, log, resolve, sandbox: id }),
        fill: fillSandbox,
      })
    : undefined;
  const deliveries = createDeliveries(world);
  const parts: PaymentServices = {
    ...world,
    providers: createProviders(config),
    effects: effectsWith(world, () => parts),
    queueEmails: (...given) => queueMails(world, ...given),
    recordDelivery: deliveries.record,
    wakeEmailWorker: () => world.jobs.wake(deliverMail),
    sandboxes,
  };
  reconcileOrders(parts);
  reconcileInboxes(parts);
  parts.live.addReconciler(sessionTopicPrefix, createSessionSweep({ db, clock }));
  parts.live.addReconciler(setupLinkTopicPrefix, (topics) => findEndedSetupLinks({ db, clock }, topics));
  const serving = createServing(parts);
  const counting = runEvery(serving.flush, tuning.serving.counterFlushMs, (error) =>
    log.error({ err: error }, 'counts wait'),
  );
  parts.live.addReconciler(applicationKeyTopicPrefix, (topics) => findEndedKeys(db, topics));
  parts.live.addReconciler(operationTopicPrefix, (topics) => findRetiredOperations({ db, clock }, topics));
  const tick = async () => {
    await kept?.catchUp();
    await Promise.all([fireDueTimers(parts), expireDueAds(parts), renewDueOrders(parts), sendDueDigests(parts)]);
  };
  const ticking = runEvery(tick, tickMs, (error) => log.error({ err: error }, 'timers'));
  const noting = runEvery(
    () => parts.keyUsage.flush(),
    tuning.applications.keyUsageFlushMs,
    (error) => log.error({ err: error }, 'key uses'),
  );
  const keeping = runEvery(deliveries.flush, tickMs, (error) => log.warn({ err: error }, 'deliveries'));
  // Not with the timers: a storage that answers slowly holds up nothing else.
  const tidying = runEvery(
    () => removeUnusedFiles(parts, fileUses),
    tuning.files.cleanupMs,
    (error) => log.error({ err: error }, 'unused files'),
  );
  const deprecations = createDeprecations(schema);
  const run = runForEvent(schema, deprecations);
  const webhookWorld: WebhookServices = {
    ...world,
    resolve,
    deprecations,
    runForEvent: (...given) => run(parts, ...given),
  };
  const sender = createSender(webhookWorld);
  const { queueingPauseMs: lookMs } = tuning.webhooks;
  const queue = createQueueing(webhookWorld);
  const queueing = runEvery(queue, lookMs, (error) => log.error({ err: error }, 'webhooks wait'));
  const sending = runEvery(sender.sendDue, lookMs, (error) => log.error({ err: error }, 'webhooks wait'));
  const sweeping = runEvery(
    () => pruneDeliveries(webhookWorld),
    tuning.webhooks.pruningMs,
    (error) => log.error({ err: error }, 'old deliveries'),
  );
  const movable = config.hasMovableClock && 'advance' in clock ? (clock as MovableClock) : undefined;

  return {
    ...parts,
    serving,
    database,
    mailbox,
    sandboxes,
    sendWebhooks: async () => {
      await queue();
      return sender.sendDue();
    },
    passDays: movable && ((days) => passDays(movable, days, tick)),
    start: async () => {
      await parts.epoch.load();
      await kept?.catchUp();
      if (movable) await catchUp(movable, db);
      await parts.jobs.start([deliverMailJob(parts), ...paymentJobs(parts), ...(sandboxes?.jobs ?? [])]);
      parts.live.start();
      noting.start();
      keeping.start();
      counting.start();
      sandboxes?.start();
      if (!ticks) return;
      ticking.start();
      tidying.start();
      queueing.start();
      sending.start();
      sweeping.start();
    },
    stop: async () => {
      await sandboxes?.stop();
      sender.stop();
      const working = [ticking, tidying, noting, counting, keeping, queueing, sending, sweeping];
      await Promise.all(working.map((work) => work.stop()));
      await deliveries.flush().catch((error: unknown) => log.warn({ err: error }, 'deliveries'));
      await serving.stop().catch((error: unknown) => log.error({ err: error }, 'counts were lost'));
      await parts.keyUsage.flush().catch((error: unknown) => log.error({ err: error }, 'key uses'));
      await parts.live.stop();
      await parts.jobs.stop();
      redis?.disconnect();
      await database.close();
    },
  };
}

/** Day by day, so that what follows upon something is done in its turn. */
async function passDays(clock: MovableClock, days: number, tick: () => Promise<unknown>): Promise<void> {
  for (let left = days; left > 0; left -= 1) {
    clock.advance({ days: Math.min(left, 1) });
    await tick();
  }
}

/** Time that was put forward before a restart does not go back: nothing that has happened lies in the future. */
async function catchUp(clock: MovableClock, db: Db): Promise<void> {
  const { _max: newest } = await db.order.aggregate({ _max: { lastActivityAt: true } });
  const aheadMs = (newest.lastActivityAt?.getTime() ?? 0) - clock.now().getTime();
  if (aheadMs > 0) clock.advance({ ms: aheadMs });
}
