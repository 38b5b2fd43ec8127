/** The composition root: opens the services, joins the features, and starts and stops their background tasks. */
import { reconcileRights } from './access/current-viewer.ts';
import { keyUsageTasks } from './access/key-usage.ts';
import { filesOfAccounts } from './accounts/account-logo.ts';
import { accountTextTasks } from './accounts/account-texts.ts';
import { filesOfAds } from './ads/ad-content.ts';
import { adTasks } from './ads/expire-ads.ts';
import { placementTasks } from './ads/placements/settle-placements.ts';
import { createServing, servingTasks } from './ads/serving/serving.ts';
import type { ServingServices } from './ads/serving/serving-routes.ts';
import { filesOfEntries } from './attachments/attach-files.ts';
import { codeTasks } from './auth/prune-codes.ts';
import { sessionTasks } from './auth/prune-sessions.ts';
import type { Config } from './config.ts';
import { seedSandbox } from './demo/sandbox.ts';
import { composePush } from './emails/compose-push.ts';
import { deliverEmailJob } from './emails/deliver-email.ts';
import { queueOrderEmails } from './emails/queue-emails.ts';
import { heldEmailTasks } from './emails/release-emails.ts';
import { type FileUse, fileTasks } from './files/remove-unused-files.ts';
import { createDeprecations } from './graphql/deprecations.ts';
import { reconcileInboxes } from './inbox/inbox-subscription.ts';
import { filesOfMarketplace } from './marketplace/update-marketplace.ts';
import { createDeliveries, deliveryTasks } from './messages/deliveries.ts';
import { digestTasks } from './messages/send-digests.ts';
import { oauthTasks } from './oauth/prune-records.ts';
import { openServices } from './open-services.ts';
import { orderExtensions } from './order-extensions.ts';
import { orderTasks } from './orders/fire-timers.ts';
import { orderTextTasks } from './orders/search/order-texts.ts';
import { reconcileOrders } from './orders/timeline/order-subscription.ts';
import { paymentJobs } from './payments/payment-jobs.ts';
import { createProviders, type PaymentServices } from './payments/providers.ts';
import { providerEventTasks } from './payments/prune-events.ts';
import { createBackgroundTasks } from './platform/background-tasks.ts';
import { type Clock, movableClock as createMovableClock, type MovableClock, systemClock } from './platform/clock.ts';
import { type Database, type Db, openDatabase } from './platform/db.ts';
import { idempotencyKeyTasks } from './platform/idempotency-keys.ts';
import { createLog, type Log } from './platform/log.ts';
import type { Mailbox } from './platform/mailer.ts';
import { type Resolver, systemResolver } from './platform/ssrf-guard.ts';
import { waitingJobTasks } from './platform/waiting-jobs.ts';
import { deliverPushJob, type PushServices } from './push/deliver-push.ts';
import { pushTasks } from './push/push-tasks.ts';
import { renewalTasks } from './renewals/renew-due.ts';
import { clockTasks, createPersistedClock, type PersistedClock } from './sandboxes/persisted-clock.ts';
import { createSandboxes, type Sandboxes } from './sandboxes/sandboxes.ts';
import { schema } from './schema.ts';
import type { OrderServices } from './services/order-services.ts';
import { filesOfSpaces } from './spaces/space-pictures.ts';
import { spaceTextTasks } from './spaces/space-texts.ts';
import { tuning } from './tuning.ts';
import { runForEvent } from './webhooks/event-documents.ts';
import type { WebhookServices } from './webhooks/webhook-services.ts';
import { createWebhooks } from './webhooks/webhook-tasks.ts';

/** The features that use files. A file that none of them uses is removed. */
export const fileUses: readonly FileUse[] = [
  filesOfAccounts,
  filesOfAds,
  filesOfEntries,
  filesOfMarketplace,
  filesOfSpaces,
];

export interface App extends PaymentServices, ServingServices {
  readonly database: Database;
  /** Present if emails are held for the mailbox page instead of being sent. */
  readonly mailbox: Mailbox | undefined;
  /** Present if the clock can be advanced: advances it day by day, and does what falls due on each. */
  readonly advanceDays: ((days: number) => Promise<void>) | undefined;
  readonly sandboxes: Sandboxes<App> | undefined;
  /** Queues what has happened for the webhook endpoints and sends what is due. Returns the number of attempts. */
  readonly sendWebhooks: () => Promise<number>;
  /** Starts the jobs, the PubSub and the background tasks. */
  start(): Promise<void>;
  /** Stops them, lets running jobs finish, writes what was gathered in memory, and closes the connections. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  /** A database with all migrations applied. */
  readonly database: {
    readonly url: string;
    /** The same database, past a pooler at `url`; absent without a pooler. */
    readonly directUrl?: string;
    readonly isEmbedded: boolean;
  };
  /** The real one if absent; one that can be advanced if the configuration says so. */
  readonly clock?: Clock;
  /** False if the clock and service tasks do not run: a test that moves the clock runs them itself. */
  readonly runsTasks?: boolean;
  readonly log?: Log;
  /** The id of the sandbox that this app serves; absent for the live app. */
  readonly sandbox?: string;
  /** Resolves the names of webhook endpoints to addresses; the resolver of the system if absent. */
  readonly resolve?: Resolver;
}

/** Joins the features. Nothing runs and nothing is connected before `start`. */
export function createApp(options: AppOptions): App {
  const { config, runsTasks = true, resolve = systemResolver, sandbox: sandboxId } = options;
  const { url, directUrl = url, isEmbedded } = options.database;
  const log = logOf(options);
  const database = openDatabase({
    url,
    isEmbedded,
    isPooled: directUrl !== url,
    hasStatementNames: config.hasStatementNames,
    ...(sandboxId ? { maxConnections: tuning.sandboxes.maxConnections } : {}),
  });
  const { clock, movableClock, persistedClock } = clocksOf(options, database.db);
  const base = openServices({
    config,
    database,
    isEmbedded,
    clock,
    log,
    // What belongs to one database stays with it, also if two share a Redis server.
    namespace: `placard:${sandboxId ?? new URL(url).pathname.slice(1)}`,
    sandboxId,
    sandbox: persistedClock && {
      refreshClock: persistedClock.refresh,
      advanceClock: (ms, key) => persistedClock.advance({ ms, key }, () => tasks.runClockTasks()),
    },
  });
  const deliveries = createDeliveries(base);
  const sandboxes = config.hasSandboxes
    ? createSandboxes<App>(base, {
        database: { url: directUrl, isEmbedded },
        createTenant: ({ id, ...settings }) => createApp({ ...settings, runsTasks, log, resolve, sandbox: id }),
        seed: seedSandbox,
      })
    : undefined;
  const services: PaymentServices = {
    ...base,
    providers: createProviders(config),
    ...orderExtensions,
    queueEmails: (...email) => queueOrderEmails({ ...base, ...orderExtensions }, ...email),
    recordDelivery: deliveries.record,
    sandboxes,
  };
  const serving = createServing(services);
  const webhooks = createWebhooks(webhookServices(services, resolve));
  reconcileRights(services);
  reconcileOrders(services);
  reconcileInboxes(services);
  const push = {
    ...services,
    resolve,
    composePush: (...notification: Parameters<PushServices['composePush']>) => composePush(services, ...notification),
  };
  const jobs = [deliverEmailJob(services), deliverPushJob(push), ...paymentJobs(services), ...(sandboxes?.jobs ?? [])];
  const tasks = createBackgroundTasks(
    [
      ...orderTasks(services),
      ...orderTextTasks(services),
      ...accountTextTasks(services),
      ...spaceTextTasks(services),
      ...adTasks(services),
      ...placementTasks(services),
      ...renewalTasks(services),
      ...digestTasks(services),
      ...heldEmailTasks(services),
      ...pushTasks(services),
      ...fileTasks(services, fileUses),
      ...idempotencyKeyTasks(services),
      ...codeTasks(services),
      ...sessionTasks(services),
      ...providerEventTasks(services),
      ...waitingJobTasks(services),
      ...oauthTasks(services),
      ...webhooks.tasks,
      ...deliveryTasks(deliveries),
      ...servingTasks(serving),
      ...keyUsageTasks(services.keyUsage),
      ...(persistedClock ? clockTasks(persistedClock) : []),
      ...(sandboxes?.tasks ?? []),
    ],
    { clock, log, metrics: services.metrics, subscribe: services.live.subscribe },
  );

  return {
    ...services,
    serving,
    database,
    mailbox: base.mailbox,
    sandboxes,
    sendWebhooks: webhooks.send,
    advanceDays: movableClock && ((days) => advanceDays(movableClock, days, tasks.runClockTasks)),
    start: async () => {
      await services.epoch.load();
      await persistedClock?.refresh();
      if (movableClock) await advancePastActivity(movableClock, services.db);
      await services.jobs.start(jobs);
      services.live.start();
      tasks.start(runsTasks ? ['buffer', 'clock', 'service'] : ['buffer']);
    },
    stop: async () => {
      await sandboxes?.stop();
      await tasks.stop();
      await serving.close().catch((error: unknown) => log.error({ err: error }, 'ad serving could not be closed'));
      await services.live.stop();
      await services.jobs.stop();
      base.disconnect();
      await database.close();
    },
  };
}

/** In a sandbox, each line names it. */
const logOf = ({ config, log = createLog(config.logLevel), sandbox }: AppOptions): Log =>
  sandbox ? log.child({ sandbox }) : log;

interface Clocks {
  readonly clock: Clock;
  /** The same clock, if it can be advanced on the clock page. */
  readonly movableClock: MovableClock | undefined;
  /** The same clock, in a sandbox. */
  readonly persistedClock: PersistedClock | undefined;
}

function clocksOf({ config, clock: given, sandbox }: AppOptions, db: Db): Clocks {
  const persistedClock = sandbox ? createPersistedClock(db) : undefined;
  const clock = persistedClock ?? given ?? (config.hasMovableClock ? createMovableClock() : systemClock);
  const movableClock = config.hasMovableClock && 'advance' in clock ? (clock as MovableClock) : undefined;
  return { clock, movableClock, persistedClock };
}

/**
 * The services that webhooks need from the schema: its deprecations, and a function that runs a document for an event.
 */
function webhookServices(services: OrderServices, resolve: Resolver): WebhookServices {
  const deprecations = createDeprecations(schema);
  const run = runForEvent(schema, deprecations);
  return { ...services, resolve, deprecations, runForEvent: (...event) => run(services, ...event) };
}

/** Day by day, so that one thing can follow from another. */
async function advanceDays(clock: MovableClock, days: number, runClockTasks: () => Promise<void>): Promise<void> {
  for (let remaining = days; remaining > 0; remaining -= 1) {
    clock.advance({ days: Math.min(remaining, 1) });
    await runClockTasks();
  }
}

/** After a restart the clock continues where it stopped, so that no past event is in the future. */
async function advancePastActivity(clock: MovableClock, db: Db): Promise<void> {
  const { _max: newest } = await db.order.aggregate({ _max: { lastActivityAt: true } });
  const aheadMs = (newest.lastActivityAt?.getTime() ?? 0) - clock.now().getTime();
  if (aheadMs > 0) clock.advance({ ms: aheadMs });
}
