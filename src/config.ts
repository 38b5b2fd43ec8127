/** The configuration: everything that the environment sets, validated once. Only this file reads the environment. */
import * as v from 'valibot';
import type { PaymentMethod, PaymentProviderName } from './generated/prisma/client.ts';
import { limits } from './limits.ts';
import { flag, oneOf, text, url, vapidPrivateKey, webUrl, wholeNumber } from './platform/environment-values.ts';
import { errorDocsPath } from './platform/error-definitions.ts';
import { StartupError } from './platform/errors.ts';
import { keysOf } from './platform/objects.ts';
import { derivedToken } from './platform/secrets.ts';
import type { S3Settings } from './platform/storage.ts';
import { type VapidKeys, vapidKeysOf } from './platform/vapid-keys.ts';
import { paymentMethods } from './process/payment-methods.ts';
import { tuning } from './tuning.ts';

/** Settings, and the pauses and timeouts that tests shorten. */
export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  /** The base of all links to this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Address of the page that documents error codes; sandboxes refer to that of the marketplace. */
  readonly docsUrl: string;
  /** The base of mailed setup links, without a slash at the end. A slash and the token are appended to it. */
  readonly setupUrl: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** The number of reverse proxies in front of this server, whose entries in X-Forwarded-For are trusted. */
  readonly trustedProxies: number;
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

const developmentSecret = 'for development only: production refuses it';
const minSecretCharacters = 32;

/** The environment variables that are read. README.md lists the same. */
export const environment = v.object({
  NODE_ENV: text,
  PORT: wholeNumber({ min: 0, max: 65_535 }),
  HOST: text,
  TRUSTED_PROXIES: wholeNumber({ min: 0, max: 10 }),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  DATA_DIR: text,
  S3_BUCKET: text,
  S3_REGION: text,
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  S3_ENDPOINT: webUrl,
  REDIS_URL: url('redis:', 'rediss:'),
  RESEND_API_KEY: text,
  RESEND_URL: webUrl,
  MAIL_FROM: text,
  PUBLIC_URL: webUrl,
  SETUP_URL: webUrl,
  SECRET: text,
  DEMO_DATA: flag,
  MOVABLE_CLOCK: flag,
  ARBITRARY_OPERATIONS: oneOf('allow', 'refuse'),
  SIGN_UP: oneOf('open', 'invite'),
  SANDBOXES: flag,
  STRIPE_SECRET_KEY: text,
  STRIPE_WEBHOOK_SECRET: text,
  STRIPE_URL: webUrl,
  WEBHOOK_TARGETS: oneOf('public', 'any'),
  VAPID_PRIVATE_KEY: vapidPrivateKey,
  LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error', 'silent'),
});

type Settings = v.InferOutput<typeof environment>;

/**
 * Reads the configuration. An empty variable counts as unset. Every variable is optional in development; production
 * (NODE_ENV=production) refuses each unsafe default.
 * @throws StartupError that lists every problem, each with the name of its variable
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const definedVariables = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const { issues = [], output } = v.safeParse(environment, definedVariables, { abortPipeEarly: true });
  // An invalid value is typed wrongly here. It is reported, and no configuration is made of it.
  const settings = output as Settings;
  const problems = [
    ...issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`),
    ...incompleteGroups(settings),
    ...(settings.NODE_ENV === 'production' ? unsafeInProduction(settings) : []),
  ];
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
    trustedProxies: settings.TRUSTED_PROXIES ?? 0,
    publicUrl,
    docsUrl: `${publicUrl}${errorDocsPath}`,
    setupUrl: withoutSlash(settings.SETUP_URL ?? `${publicUrl}/setup`),
    databaseUrl: settings.DATABASE_URL,
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

const requiredForS3 = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** The problems of variables that must be set together. */
function incompleteGroups(settings: Settings): string[] {
  const problems: string[] = [];
  const missing = requiredForS3.filter((name) => !settings[name]);
  if (missing.length > 0 && (missing.length < requiredForS3.length || settings.S3_ENDPOINT))
    problems.push(
      `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing: a bucket needs all of ${requiredForS3.join(', ')}`,
    );
  if (settings.STRIPE_SECRET_KEY && !settings.STRIPE_WEBHOOK_SECRET)
    problems.push('STRIPE_WEBHOOK_SECRET is missing: payments that Stripe reports cannot be verified without it');
  if (settings.STRIPE_WEBHOOK_SECRET && !settings.STRIPE_SECRET_KEY)
    problems.push(
      'STRIPE_SECRET_KEY is missing: payments cannot be requested without it. To offer no card payments, unset both',
    );
  return problems;
}

function unsafeInProduction(settings: Settings): string[] {
  const { SECRET: secret = '' } = settings;
  const hasS3 = [...requiredForS3, 'S3_ENDPOINT' as const].some((name) => settings[name]);
  const checks: readonly (readonly [isUnsafe: boolean, problem: string])[] = [
    [
      secret.length < minSecretCharacters || secret === developmentSecret,
      `SECRET must be set to at least ${minSecretCharacters} random characters: sign-in codes, session tokens, keys and webhook secrets are derived from it`,
    ],
    [
      !settings.DATABASE_URL,
      'DATABASE_URL must be set: the embedded database is for development. It is not synced to disk and serves one instance',
    ],
    [
      !hasS3 && !settings.DATA_DIR,
      'DATA_DIR must be set, or S3_BUCKET and the other S3 variables: uploaded files need a folder that is kept across deployments and that all instances share',
    ],
    [
      !settings.RESEND_API_KEY,
      'RESEND_API_KEY must be set: e-mails, sign-in codes among them, would appear on a public mailbox page',
    ],
    [!settings.MAIL_FROM, 'MAIL_FROM must be set to an address of a domain that you send from'],
    [!settings.PUBLIC_URL, 'PUBLIC_URL must be set: it is the base of the links in e-mails'],
    [settings.DEMO_DATA === true, 'DEMO_DATA must not be true in production: demo people are for development'],
    [
      settings.WEBHOOK_TARGETS === 'any',
      'WEBHOOK_TARGETS must not be any in production: partners could call private addresses through this server',
    ],
    [
      settings.MOVABLE_CLOCK === true,
      'MOVABLE_CLOCK must not be true in production: any visitor could let every order expire',
    ],
  ];
  return checks.filter(([isUnsafe]) => isUnsafe).map(([, problem]) => problem);
}
