import { limits } from './limits.ts';
import { StartupError } from './platform/errors.ts';
import { type PaymentMethod, type ProviderName, paymentMethods } from './process/payment-methods.ts';

/** Everything that can be set from outside, parsed once. Only this file reads the environment. */
export interface Config {
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  /** Where people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Where mailed setup links lead, without a slash at the end; the token is put after it. */
  readonly setupUrl: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Absent: uploaded files lie in `dataDir`. */
  readonly s3: S3Settings | undefined;
  /** Absent: this is the only instance. */
  readonly redisUrl: string | undefined;
  readonly mail: {
    /** Absent: mails go to the mailbox page. */
    readonly resendApiKey: string | undefined;
    readonly resendUrl: string | undefined;
    readonly from: string;
    /** The first pause before a mail is tried again; it doubles from there. */
    readonly retrySeconds: number;
    /** How long the mail service may take to answer; a worker that is silent four times as long counts as dead. */
    readonly answerSeconds: number;
  };
  readonly payments: {
    /** The ways to pay that are offered. */
    readonly methods: readonly PaymentMethod[];
    /** Absent: nobody can pay by card. */
    readonly stripe: StripeConfig | undefined;
    /** The first pause before something at a provider is tried again; it doubles from there. */
    readonly retrySeconds: number;
    /** How long a provider may take to answer. */
    readonly answerSeconds: number;
  };
  readonly webhooks: {
    /** Whether webhooks may lead to any address, also to private ones and without TLS: for development. */
    readonly allowsAnyTarget: boolean;
    /** How long an endpoint may take to answer; a sender that is silent four times as long counts as dead. */
    readonly answerSeconds: number;
    /** The first pause before an event is sent again; it doubles from there. */
    readonly retrySeconds: number;
  };
  /** How often is looked for jobs whose worker has died. */
  readonly jobs: { readonly deadWorkerCheckSeconds: number };
  /** How often every connection is looked after, and how many beats it may miss. */
  readonly heartbeat: { readonly everyMs: number; readonly missed: number };
  /** What sign-in codes, the tokens of links and the secrets of webhooks are derived from. */
  readonly secret: string;
  /** Whether people and nobody in particular may send operations as text, instead of those of our own clients by id. */
  readonly allowsArbitraryOperations: boolean;
  readonly hasDemoData: boolean;
  /** Whether accounts can have sandboxes made: databases of their own beside this one. */
  readonly hasSandboxes: boolean;
  /** What every token begins with that is given out here, so that it is known where it belongs; empty but in a sandbox. */
  readonly tokenPrefix: string;
  /** Whether time can be put forward on a page, for trying out what only time brings about. */
  readonly hasMovableClock: boolean;
  readonly logLevel: string;
}

/** A bucket of Amazon S3, or of a service that speaks like it. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Absent: Amazon's own. */
  readonly endpoint: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface StripeConfig {
  readonly secretKey: string;
  /** What callbacks are signed with. */
  readonly webhookSecret: string;
  /** Absent: Stripe's own. */
  readonly url: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const developmentSecret = 'for development alone: production mode refuses it';

/**
 * Reads the configuration. Everything is optional in development; in production mode
 * (NODE_ENV=production) each unsafe default is refused.
 * @throws StartupError that names every setting that is wrong, and what is allowed.
 */
export function readConfig(env: Environment): Config {
  const isProduction = env['NODE_ENV'] === 'production';
  const faults: string[] = [];
  const port = wholeNumber(env, 'PORT', 4000, 0, 65_535, faults);
  const publicUrl = (address(env, 'PUBLIC_URL', ['http:', 'https:'], faults) ?? `http://localhost:${port}`).replace(
    /\/+$/,
    '',
  );
  const config: Config = {
    isProduction,
    host: env['HOST'] || (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port,
    publicUrl,
    setupUrl: (address(env, 'SETUP_URL', ['http:', 'https:'], faults) ?? `${publicUrl}/setup`).replace(/\/+$/, ''),
    databaseUrl: address(env, 'DATABASE_URL', ['postgres:', 'postgresql:'], faults),
    dataDir: env['DATA_DIR'] || '.data',
    s3: s3Settings(env, faults),
    redisUrl: address(env, 'REDIS_URL', ['redis:', 'rediss:'], faults),
    mail: {
      resendApiKey: env['RESEND_API_KEY'] || undefined,
      resendUrl: address(env, 'RESEND_URL', ['http:', 'https:'], faults),
      from: env['MAIL_FROM'] || 'Placard <orders@placard.example>',
      retrySeconds: 30,
      answerSeconds: 15,
    },
    payments: paymentSettings(env, { isProduction, faults }),
    webhooks: {
      allowsAnyTarget:
        word(env, 'WEBHOOK_TARGETS', ['public', 'any'], isProduction ? 'public' : 'any', faults) === 'any',
      answerSeconds: 15,
      retrySeconds: 5,
    },
    jobs: { deadWorkerCheckSeconds: 30 },
    heartbeat: limits.heartbeat,
    secret: env['SECRET'] || developmentSecret,
    allowsArbitraryOperations:
      word(env, 'ARBITRARY_OPERATIONS', ['allow', 'refuse'], isProduction ? 'refuse' : 'allow', faults) === 'allow',
    // Demo people have no real addresses: no real mail is sent to them.
    hasDemoData: flag(env, 'DEMO_DATA', !isProduction && !env['RESEND_API_KEY'], faults),
    hasSandboxes: flag(env, 'SANDBOXES', true, faults),
    tokenPrefix: '',
    hasMovableClock: flag(env, 'MOVABLE_CLOCK', !isProduction, faults),
    logLevel: word(env, 'LOG_LEVEL', logLevels, isProduction ? 'info' : 'warn', faults),
  };
  if (isProduction) faults.push(...unsafeInProduction(env, config));
  if (faults.length > 0)
    throw new StartupError(`The configuration cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return config;
}

function unsafeInProduction(env: Environment, config: Config): string[] {
  const faults: string[] = [];
  if (config.secret.length < 32 || config.secret === developmentSecret)
    faults.push(
      'SECRET is missing or short: set at least 32 random characters; sign-in codes, setup links and secrets of webhooks are derived from it',
    );
  if (!config.databaseUrl)
    faults.push(
      'DATABASE_URL is missing: the embedded database is for trying out; it is not synced to disk and serves one instance',
    );
  if (!config.s3 && !env['DATA_DIR'])
    faults.push(
      'DATA_DIR is missing: uploaded files lie there, so it must be a folder that outlives a deployment and that all instances share; or set S3_BUCKET and what belongs to it',
    );
  if (!config.mail.resendApiKey)
    faults.push(
      'RESEND_API_KEY is missing: without it mails, sign-in codes included, would stand on an open mailbox page',
    );
  if (!env['MAIL_FROM']) faults.push('MAIL_FROM is missing: it must be an address of a domain that you send from');
  if (!env['PUBLIC_URL']) faults.push('PUBLIC_URL is missing: links in mails lead there');
  if (config.hasDemoData) faults.push('DEMO_DATA is on: production never loads demo people');
  if (config.webhooks.allowsAnyTarget)
    faults.push('WEBHOOK_TARGETS is any: partners could have this server call whatever it reaches in its own network');
  if (config.hasMovableClock) faults.push('MOVABLE_CLOCK is on: whoever finds the page could let every order expire');
  return faults;
}

function paymentSettings(
  env: Environment,
  { isProduction, faults }: { isProduction: boolean; faults: string[] },
): Config['payments'] {
  const [secretKey, webhookSecret] = [env['STRIPE_SECRET_KEY'], env['STRIPE_WEBHOOK_SECRET']];
  const url = address(env, 'STRIPE_URL', ['http:', 'https:'], faults);
  if (secretKey && !webhookSecret)
    faults.push('STRIPE_WEBHOOK_SECRET is missing: without it nobody could tell whether a payment has really arrived');
  if (webhookSecret && !secretKey)
    faults.push('STRIPE_SECRET_KEY is missing: without it no payment can be asked for; unset both to do without cards');
  const stripe = secretKey && webhookSecret ? { secretKey, webhookSecret, url } : undefined;
  const offered: Record<ProviderName, boolean> = { OFFLINE: true, STRIPE: stripe !== undefined, TEST: !isProduction };
  // Object.keys forgets the type of the keys.
  const every = Object.keys(paymentMethods) as PaymentMethod[];
  return {
    methods: every.filter((method) => offered[paymentMethods[method].provider]),
    stripe,
    retrySeconds: 15,
    answerSeconds: 20,
  };
}

function s3Settings(env: Environment, faults: string[]): S3Settings | undefined {
  const endpoint = address(env, 'S3_ENDPOINT', ['http:', 'https:'], faults);
  const needed = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const missing = needed.filter((name) => !env[name]);
  if (missing.length === needed.length && !endpoint) return undefined;
  if (missing.length > 0)
    faults.push(`${missing.join(', ')} missing: files go to an S3-compatible service with all of ${needed.join(', ')}`);
  const [bucket = '', region = '', accessKeyId = '', secretAccessKey = ''] = needed.map((name) => env[name] ?? '');
  return { bucket, region, endpoint, accessKeyId, secretAccessKey };
}

function address(env: Environment, name: string, protocols: readonly string[], faults: string[]): string | undefined {
  const given = env[name];
  if (!given) return undefined;
  const url = URL.parse(given);
  // The value may hold a password: it is not repeated.
  if (!url || !protocols.includes(url.protocol))
    faults.push(`${name} is no address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
  return given;
}

function wholeNumber(
  env: Environment,
  name: string,
  fallback: number,
  least: number,
  most: number,
  faults: string[],
): number {
  const given = env[name];
  if (!given) return fallback;
  const number = Number(given);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  faults.push(`${name} is "${given}": it must be a whole number from ${least} to ${most}`);
  return fallback;
}

function word(env: Environment, name: string, words: readonly string[], fallback: string, faults: string[]): string {
  const given = env[name] || fallback;
  if (!words.includes(given)) faults.push(`${name} is "${given}": it must be one of ${words.join(', ')}`);
  return given;
}

function flag(env: Environment, name: string, fallback: boolean, faults: string[]): boolean {
  const given = env[name];
  if (!given) return fallback;
  if (given !== 'true' && given !== 'false') faults.push(`${name} is "${given}": it must be true or false`);
  return given === 'true';
}
