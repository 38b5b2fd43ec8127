/** The configuration: everything that the environment sets, validated once. Only this file reads the environment. */
import * as v from 'valibot';
import type { PaymentMethod, PaymentProviderName } from './generated/prisma/client.ts';
import { limits } from './limits.ts';
import { errorDocsPath } from './platform/error-definitions.ts';
import { StartupError } from './platform/errors.ts';
import { keysOf } from './platform/objects.ts';
import { derivedToken } from './platform/secrets.ts';
import type { S3Settings } from './platform/storage.ts';
import type { TrustedProxies } from './platform/trusted-proxies.ts';
import { type VapidKeys, vapidKeysOf } from './platform/vapid-keys.ts';
import { paymentMethods } from './process/payment-methods.ts';
import { developmentSecret, environment, problemsTogether, type Settings } from './settings.ts';
import { tuning } from './tuning.ts';

/** Settings, and the pauses and timeouts that tests shorten. */
export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  /** The port of the page for Prometheus. Absent: nothing is measured. */
  readonly metricsPort: number | undefined;
  /** The base of all links to this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Address of the page that documents error codes; sandboxes refer to that of the marketplace. */
  readonly docsUrl: string;
  /** The base of mailed setup links, without a slash at the end. A slash and the token are appended to it. */
  readonly setupUrl: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The same database without the pooler at `databaseUrl`, for what needs a session. Absent: there is no pooler. */
  readonly databaseDirectUrl: string | undefined;
  /** False if prepared statements have no names, for a pooler that does not follow them. */
  readonly hasStatementNames: boolean;
  readonly dataDir: string;
  /** The reverse proxies in front of this server, whose entries in X-Forwarded-For are trusted. */
  readonly trustedProxies: TrustedProxies;
  /** The time for which an idle connection is held open: longer than a proxy holds it, which may just be sending a request. */
  readonly keepAliveMs: number;
  /** Absent: uploaded files are stored in `dataDir`. */
  readonly s3: S3Settings | undefined;
  /** Absent: this is the only instance. */
  readonly redisUrl: string | undefined;
  readonly mail: {
    /** Absent: e-mails go to the mailbox page. */
    readonly resendApiKey: string | undefined;
    /** Absent: Resend's own. */
    readonly resendUrl: string | undefined;
    readonly from: string;
    /** The pause before the first retry of an e-mail. It doubles with each retry. */
    readonly retrySeconds: number;
    /** The time that the mail service has for an answer. A worker that is silent four times as long counts as dead. */
    readonly timeoutSeconds: number;
  };
  readonly payments: {
    /** The payment methods that buyers can choose. */
    readonly methods: readonly PaymentMethod[];
    /** Absent: card payments are not offered. */
    readonly stripe: StripeConfig | undefined;
    /** The pause before the first retry of a call to a provider. It doubles with each retry. */
    readonly retrySeconds: number;
    /** The time that a provider has for an answer. */
    readonly timeoutSeconds: number;
  };
  readonly webhooks: {
    /** True if webhooks may call any address, also private ones and without TLS: for development. */
    readonly allowsAnyTarget: boolean;
    /** The time that an endpoint has for an answer. A sender that is silent four times as long counts as dead. */
    readonly timeoutSeconds: number;
    /** The pause before the first retry of an event. It doubles with each retry. */
    readonly retrySeconds: number;
  };
  readonly push: {
    /** Absent: no push notifications. */
    readonly vapid: VapidKeys | undefined;
    /** The address at which push services reach the operators, as a URL. */
    readonly subject: string;
    /** The pause before the first retry of a push notification. It doubles with each retry. */
    readonly retrySeconds: number;
    /** The time that a push service has for an answer. A worker that is silent four times as long counts as dead. */
    readonly timeoutSeconds: number;
  };
  /** The intervals of the search for jobs of dead workers, and for jobs that no instance has announced. */
  readonly jobs: { readonly deadWorkerCheckSeconds: number; readonly pollSeconds: number };
  /** The interval between two heartbeats of a connection, and the number that it may miss. */
  readonly heartbeat: { readonly everyMs: number; readonly missed: number };
  /** Sign-in codes, the tokens of sessions and links, application keys and the secrets of webhooks are derived from this. */
  readonly secret: string;
  /** True if people and anonymous callers may send operations as text, besides those of our own clients by id. */
  readonly allowsArbitraryOperations: boolean;
  /** True if an unknown address that enters the right code becomes a person; otherwise it must have been invited. */
  readonly isSignUpOpen: boolean;
  readonly hasDemoData: boolean;
  /** True if accounts can create sandboxes: databases of their own on the same server. */
  readonly hasSandboxes: boolean;
  /** The prefix of every token that is issued here, which identifies a sandbox; empty outside of sandboxes. */
  readonly tokenPrefix: string;
  /** True if the clock can be advanced on a page, to try out what depends on time. */
  readonly hasMovableClock: boolean;
  readonly logLevel: string;
}

export interface StripeConfig {
  readonly secretKey: string;
  /** Verifies the signatures of Stripe's webhooks. */
  readonly webhookSecret: string;
  /** Absent: Stripe's own. */
  readonly url: string | undefined;
}

/**
 * Reads the configuration. An empty variable counts as unset. Every variable is optional in development; production
 * (NODE_ENV=production) refuses each unsafe default, and development each provider that reaches people or moves money.
 * @throws StartupError that lists every problem, each with the name of its variable
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const definedVariables = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const { issues = [], output } = v.safeParse(environment, definedVariables, { abortPipeEarly: true });
  // An invalid value is typed wrongly here. It is reported, and no configuration is made of it.
  const settings = output as Settings;
  const problems = [...issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`), ...problemsTogether(settings)];
  if (problems.length > 0)
    throw new StartupError(`The configuration is invalid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  return configFrom(settings);
}

function configFrom(settings: Settings): Config {
  const isProduction = settings.NODE_ENV === 'production';
  const port = settings.PORT ?? 4000;
  const publicUrl = withoutSlash(settings.PUBLIC_URL ?? `http://localhost:${port}`);
  const secret = settings.SECRET ?? developmentSecret;
  const from = settings.MAIL_FROM ?? 'Placard <orders@placard.example>';
  return {
    isProduction,
    host: settings.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port,
    metricsPort: settings.METRICS_PORT,
    trustedProxies: settings.TRUSTED_PROXIES ?? 0,
    keepAliveMs: (settings.KEEP_ALIVE_SECONDS ?? tuning.http.keepAliveSeconds) * 1_000,
    publicUrl,
    docsUrl: `${publicUrl}${errorDocsPath}`,
    setupUrl: withoutSlash(settings.SETUP_URL ?? `${publicUrl}/setup`),
    databaseUrl: settings.DATABASE_URL,
    databaseDirectUrl: settings.DATABASE_DIRECT_URL,
    hasStatementNames: settings.DATABASE_STATEMENT_NAMES ?? !settings.DATABASE_DIRECT_URL,
    dataDir: settings.DATA_DIR ?? '.data',
    s3: s3From(settings),
    redisUrl: settings.REDIS_URL,
    mail: {
      resendApiKey: settings.RESEND_API_KEY,
      resendUrl: settings.RESEND_URL,
      from,
      retrySeconds: tuning.emails.retrySeconds,
      timeoutSeconds: tuning.emails.timeoutSeconds,
    },
    payments: {
      ...paymentsFrom(settings, { isProduction }),
      retrySeconds: tuning.payments.retrySeconds,
      timeoutSeconds: tuning.payments.timeoutSeconds,
    },
    webhooks: {
      allowsAnyTarget: (settings.WEBHOOK_TARGETS ?? (isProduction ? 'public' : 'any')) === 'any',
      retrySeconds: tuning.webhooks.retrySeconds,
      timeoutSeconds: tuning.webhooks.timeoutSeconds,
    },
    push: {
      vapid: vapidKeysOf(settings.VAPID_PRIVATE_KEY ?? (isProduction ? '' : derivedToken(secret, 'vapid'))),
      subject: `mailto:${/<([^<>]*)>/.exec(from)?.[1] ?? from}`,
      retrySeconds: tuning.push.retrySeconds,
      timeoutSeconds: tuning.push.timeoutSeconds,
    },
    jobs: { deadWorkerCheckSeconds: tuning.jobs.deadWorkerCheckSeconds, pollSeconds: tuning.jobs.pollSeconds },
    heartbeat: limits.heartbeat,
    secret,
    allowsArbitraryOperations: (settings.ARBITRARY_OPERATIONS ?? (isProduction ? 'refuse' : 'allow')) === 'allow',
    isSignUpOpen: (settings.SIGN_UP ?? 'open') === 'open',
    // The demo people have no real addresses, so no real e-mail is sent to them.
    hasDemoData: settings.DEMO_DATA ?? (!isProduction && !settings.RESEND_API_KEY),
    hasSandboxes: settings.SANDBOXES ?? true,
    tokenPrefix: '',
    hasMovableClock: settings.MOVABLE_CLOCK ?? !isProduction,
    logLevel: settings.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
  };
}

const withoutSlash = (address: string): string =>
  address.endsWith('/') ? withoutSlash(address.slice(0, -1)) : address;

function paymentsFrom(
  { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_URL: stripeUrl }: Settings,
  { isProduction }: { isProduction: boolean },
): Pick<Config['payments'], 'methods' | 'stripe'> {
  const stripe = secretKey && webhookSecret ? { secretKey, webhookSecret, url: stripeUrl } : undefined;
  const isOffered: Record<PaymentProviderName, boolean> = {
    OFFLINE: true,
    STRIPE: stripe !== undefined,
    TEST: !isProduction,
  };
  return { methods: keysOf(paymentMethods).filter((method) => isOffered[paymentMethods[method].provider]), stripe };
}

function s3From(settings: Settings): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint } = settings;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  return bucket && region && accessKeyId && secretAccessKey
    ? { bucket, region, endpoint, accessKeyId, secretAccessKey }
    : undefined;
}
