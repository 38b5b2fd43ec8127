/** The composition root: everything that features need, joined in one place. */
import { Redis } from 'ioredis';
import { findEndedKeys, keyTopicPrefix } from './access/application-keys.ts';
import { createKeyUses } from './access/key-uses.ts';
import {
  createSessionSweep,
  createViewers,
  findEndedSetupLinks,
  sessionPrefix,
  setupLinkPrefix,
} from './access/standing.ts';
import { filesOfAds } from './ads/ad-content.ts';
import { orderAdEffects } from './ads/ad-effects.ts';
import { expireDueAds } from './ads/expire-ads.ts';
import { createServing } from './ads/serving.ts';
import type { ServingWorld } from './ads/serving-pages.ts';
import { setupLinkEffects } from './ads/setup-links.ts';
import { attachmentEffects, filesOfEntries } from './attachments/attach-files.ts';
import type { Config } from './config.ts';
import { type FileUse, removeUnusedFiles } from './files/remove-unused-files.ts';
import { watchInboxes } from './inbox/follow-inbox.ts';
import { limits } from './limits.ts';
import { createHub } from './live/hub.ts';
import { noRelay, redisRelay } from './live/relay.ts';
import { createDeliveries } from './messages/deliveries.ts';
import { messageEffects } from './messages/post-to-chat.ts';
import { sendDueDigests } from './messages/send-digests.ts';
import { deliverMailJob } from './notifications/deliver-mail.ts';
import { deliverMail, queueMails } from './notifications/queue-mails.ts';
import { orderEffects } from './orders/effects.ts';
import { fireDueTimers } from './orders/fire-timers.ts';
import { watchOrders } from './orders/follow-timeline.ts';
import type { Effects, OrderWorld } from './orders/world.ts';
import { paymentJobs } from './payments/jobs.ts';
import { paymentEffects } from './payments/payments.ts';
import { createProviders, type PaymentWorld } from './payments/providers.ts';
import { type Clock, type MovableClock, movableClock, systemClock } from './platform/clock.ts';
import { type Db, openDatabase } from './platform/db.ts';
import { createEpoch } from './platform/epoch.ts';
import { createJobs } from './platform/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { type Mailbox, mailboxMailer, resendMailer } from './platform/mailer.ts';
import { createRates } from './platform/rates.ts';
import { openStorage } from './platform/storage.ts';
import { createTokenBuckets } from './platform/token-buckets.ts';
import type { World } from './platform/world.ts';
import { renewDueOrders } from './renewals/renew-due.ts';
import { renewalEffects } from './renewals/renewal-effects.ts';
import { successorEffects } from './renewals/set-up-successor.ts';
import { figureEffects } from './reviews/figures.ts';
import { ratingEffects } from './reviews/ratings.ts';
import { surveyEffects } from './reviews/survey.ts';

/** A name in the table without code behind it does not compile. */
const effectsWith = (world: World, whole: () => OrderWorld) =>
  ({
    ...orderEffects,
    ...messageEffects,
    ...attachmentEffects,
    ...paymentEffects(world),
    ...ratingEffects,
    ...surveyEffects,
    ...figureEffects,
    ...orderAdEffects,
    ...setupLinkEffects(world.config.secret),
    ...renewalEffects(world),
    ...successorEffects(whole),
  }) satisfies Effects;

/** Whatever refers to files, so that those in use stay. */
export const fileUses: readonly FileUse[] = [filesOfAds, filesOfEntries];

export interface App extends PaymentWorld, ServingWorld {
  readonly database: ReturnType<typeof openDatabase>;
  /** Present where mails are kept for the mailbox page instead of being sent. */
  readonly mailbox: Mailbox | undefined;
  /** Present where time can be put forward: lets days pass one by one, and does what the clock does on each. */
  readonly passDays: ((days: number) => Promise<void>) | undefined;
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
}

const tickMs = 1_000;

/** Joins the parts. Nothing runs and nothing is connected before `start`. */
export function createApp({
  config,
  database: { url, isEmbedded },
  clock = config.hasMovableClock ? movableClock() : systemClock,
  ticks = true,
  log = createLog(config.logLevel),
}: AppOptions): App {
  const database = openDatabase({ url, isEmbedded });
  const { db, pool } = database;
  // What is of one database stays with it, also where two share a Redis.
  const namespace = `placard:${new URL(url).pathname.slice(1)}`;
  const redis = config.redisUrl ? connectRedis(config.redisUrl, log) : undefined;
  const mailbox = config.mail.resendApiKey ? undefined : mailboxMailer(clock);
  const world: World = {
    config,
    db,
    epoch: createEpoch(db),
    clock,
    log,
    jobs: createJobs({ pool, log, isEmbedded, ...config.jobs }),
    mailer:
      mailbox ??
      resendMailer({
        apiKey: config.mail.resendApiKey ?? '',
        url: config.mail.resendUrl,
        answerSeconds: config.mail.answerSeconds,
      }),
    storage: openStorage(config),
    rates: createRates(redis, namespace),
    buckets: createTokenBuckets({ redis, namespace, clock, onError: (error) => log.warn({ err: error }, 'redis') }),
    live: createHub({
      relay: redis ? redisRelay(redis, namespace, (error) => log.warn({ err: error }, 'redis')) : noRelay,
      ...limits.live,
      onError: (error) => log.warn({ err: error }, 'live sweep'),
    }),
    viewers: createViewers({ db, clock }),
    keyUses: createKeyUses({ db, clock }),
  };
  const deliveries = createDeliveries(world);
  const parts: PaymentWorld = {
    ...world,
    providers: createProviders(config),
    effects: effectsWith(world, () => parts),
    queueMails: (...given) => queueMails(world, ...given),
    noteDelivery: deliveries.note,
    hurryMails: () => world.jobs.nudge(deliverMail),
  };
  watchOrders(parts);
  watchInboxes(parts);
  parts.live.addSweep(sessionPrefix, createSessionSweep({ db, clock }));
  parts.live.addSweep(setupLinkPrefix, (topics) => findEndedSetupLinks({ db, clock }, topics));
  const serving = createServing(parts);
  const counting = repeat(serving.flush, limits.serving.countMs, (error) => log.error({ err: error }, 'counts wait'));
  parts.live.addSweep(keyTopicPrefix, (topics) => findEndedKeys(db, topics));
  const tick = () =>
    Promise.all([fireDueTimers(parts), expireDueAds(parts), renewDueOrders(parts), sendDueDigests(parts)]);
  const ticking = repeat(tick, tickMs, (error) => log.error({ err: error }, 'timers'));
  const noting = repeat(
    () => parts.keyUses.write(),
    limits.partners.keyUsesMs,
    (error) => log.error({ err: error }, 'key uses'),
  );
  const keeping = repeat(deliveries.keep, tickMs, (error) => log.warn({ err: error }, 'deliveries'));
  // Not with the timers: a storage that answers slowly holds up nothing else.
  const tidying = repeat(
    () => removeUnusedFiles(parts, fileUses),
    limits.files.sweepMs,
    (error) => log.error({ err: error }, 'unused files'),
  );
  const movable = config.hasMovableClock && 'advance' in clock ? (clock as MovableClock) : undefined;

  return {
    ...parts,
    serving,
    database,
    mailbox,
    passDays: movable && ((days) => passDays(movable, days, tick)),
    start: async () => {
      await parts.epoch.adopt();
      if (movable) await catchUp(movable, db);
      await parts.jobs.start([deliverMailJob(parts), ...paymentJobs(parts)]);
      parts.live.start();
      noting.start();
      keeping.start();
      counting.start();
      if (!ticks) return;
      ticking.start();
      tidying.start();
    },
    stop: async () => {
      await Promise.all([ticking.stop(), tidying.stop(), noting.stop(), counting.stop(), keeping.stop()]);
      await deliveries.keep().catch((error: unknown) => log.warn({ err: error }, 'deliveries'));
      await serving.stop().catch((error: unknown) => log.error({ err: error }, 'counts were lost'));
      await parts.keyUses.write().catch((error: unknown) => log.error({ err: error }, 'key uses'));
      await parts.live.stop();
      await parts.jobs.stop();
      redis?.disconnect();
      await database.close();
    },
  };
}

function connectRedis(url: string, log: Log): Redis {
  // Redis carries hints and budgets; nothing waits for it, and nothing is lost with it.
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: (tries) => Math.min(tries * 200, 2_000),
  });
  redis.on('error', (error) => log.warn({ err: error }, 'redis'));
  return redis;
}

/** Day by day, so that what follows upon something is done in its turn. */
async function passDays(clock: MovableClock, days: number, tick: () => Promise<unknown>): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    clock.advance({ days: 1 });
    await tick();
  }
}

/** Time that was put forward before a restart does not go back: nothing that has happened lies in the future. */
async function catchUp(clock: MovableClock, db: Db): Promise<void> {
  const { _max: newest } = await db.order.aggregate({ _max: { lastActivityAt: true } });
  const aheadMs = (newest.lastActivityAt?.getTime() ?? 0) - clock.now().getTime();
  if (aheadMs > 0) clock.advance({ ms: aheadMs });
}

/** Does `work` again and again, with a pause between the end of one and the beginning of the next. */
function repeat(work: () => Promise<unknown>, pauseMs: number, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const later = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = work().catch(onError).finally(later);
    }, pauseMs);
  };
  return {
    start: later,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
