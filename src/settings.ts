/** The environment variables: the form of each, and which values fit together and to the mode of the server. */
import * as v from 'valibot';
import {
  flag,
  oneOf,
  sender,
  text,
  trustedProxies,
  url,
  vapidPrivateKey,
  webUrl,
  wholeNumber,
} from './platform/environment-values.ts';
import { isLoopbackUrl } from './platform/loopback.ts';

/** The environment variables that are read. README.md lists the same. */
export const environment = v.object({
  NODE_ENV: oneOf('development', 'test', 'production'),
  PORT: wholeNumber({ min: 0, max: 65_535 }),
  HOST: text,
  METRICS_PORT: wholeNumber({ min: 1, max: 65_535 }),
  KEEP_ALIVE_SECONDS: wholeNumber({ min: 5, max: 3_600 }),
  TRUSTED_PROXIES: trustedProxies,
  DATABASE_URL: url('postgres:', 'postgresql:'),
  DATABASE_DIRECT_URL: url('postgres:', 'postgresql:'),
  DATABASE_STATEMENT_NAMES: flag,
  DATA_DIR: text,
  S3_BUCKET: text,
  S3_REGION: text,
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  S3_ENDPOINT: webUrl,
  REDIS_URL: url('redis:', 'rediss:'),
  RESEND_API_KEY: text,
  RESEND_URL: webUrl,
  MAIL_FROM: sender,
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

export type Settings = v.InferOutput<typeof environment>;

export const developmentSecret = 'for development only: production refuses it';
const minSecretCharacters = 32;

/** The problems of the settings together, each with the name of its variable and without its value. */
export function problemsTogether(settings: Settings): string[] {
  const { NODE_ENV: mode = 'development' } = settings;
  return [
    ...incompleteGroups(settings),
    ...(mode === 'production' ? unsafeInProduction(settings) : []),
    // Any other mode is refused itself.
    ...(mode === 'development' || mode === 'test' ? realProviders(settings) : []),
  ];
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
  if (settings.DATABASE_DIRECT_URL && !settings.DATABASE_URL)
    problems.push(
      'DATABASE_URL is missing: DATABASE_DIRECT_URL is the address of the same database without the pooler',
    );
  if (settings.STRIPE_SECRET_KEY && !settings.STRIPE_WEBHOOK_SECRET)
    problems.push('STRIPE_WEBHOOK_SECRET is missing: payments that Stripe reports cannot be verified without it');
  if (settings.STRIPE_WEBHOOK_SECRET && !settings.STRIPE_SECRET_KEY)
    problems.push(
      'STRIPE_SECRET_KEY is missing: payments cannot be requested without it. To offer no card payments, unset both',
    );
  return problems;
}

/**
 * The real providers among the settings of a server in development. There, anyone signs in as the demo people and pays with
 * test payments, so a server with real e-mails or real payments was meant for production.
 */
function realProviders(settings: Settings): string[] {
  const { STRIPE_SECRET_KEY: stripeKey = 'sk_test_', STRIPE_URL: stripeUrl = '' } = settings;
  const { RESEND_API_KEY: resendKey, RESEND_URL: resendUrl = '' } = settings;
  const advice = 'Set NODE_ENV=production, or';
  const problems: string[] = [];
  if (!/^[sr]k_test_/.test(stripeKey) && !isLoopbackUrl(stripeUrl))
    problems.push(
      `STRIPE_SECRET_KEY must be a test key (sk_test_… or rk_test_…) in development: a live key moves real money. ${advice} use a test key`,
    );
  if (resendKey && !isLoopbackUrl(resendUrl))
    problems.push(
      `RESEND_API_KEY must not be set in development: e-mails would reach real people. ${advice} unset it, or set RESEND_URL to a service on this machine`,
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
