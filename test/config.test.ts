/** The configuration: every variable is optional in development, and no unsafe default is accepted in production. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { StartupError } from '../src/platform/errors.ts';
import { environment } from '../src/settings.ts';

const production = {
  NODE_ENV: 'production',
  SECRET: 'thirty-two random characters, or more',
  RESEND_API_KEY: 're_live',
  MAIL_FROM: 'Placard <orders@market.example>',
  PUBLIC_URL: 'https://market.example',
  DATA_DIR: '/srv/placard',
  DATABASE_URL: 'postgres://placard@db.example/placard',
};

/** The message for an environment that is refused. */
function refusalOf(env: Readonly<Record<string, string | undefined>>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    return (error as Error).message;
  }
  throw new Error('The environment was accepted');
}

/** The lines of a message that each name one problem. */
const problemsIn = (message: string): string[] => message.split('\n').filter((line) => line.startsWith('  - '));

test('an empty environment configures a development server on this machine only, with demo data and no real e-mails', () => {
  const config = readConfig({});

  expect(config).toMatchObject({
    isProduction: false,
    host: '127.0.0.1',
    port: 4000,
    publicUrl: 'http://localhost:4000',
    databaseUrl: undefined,
    redisUrl: undefined,
    hasDemoData: true,
    mail: { resendApiKey: undefined },
  });
});

test('an empty value counts as unset', () => {
  const names = ['PORT', 'HOST', 'DATABASE_URL', 'REDIS_URL', 'DATA_DIR', 'SECRET', 'DEMO_DATA', 'RESEND_API_KEY'];

  const config = readConfig(Object.fromEntries(names.map((name) => [name, ''])));

  expect(config).toEqual(readConfig({}));
});

test('demo people get no real e-mail: demo data is off with a mail service', () => {
  const config = readConfig({ RESEND_API_KEY: 're_test', RESEND_URL: 'http://127.0.0.1:9' });

  expect(config.hasDemoData).toBe(false);
});

test('mailed setup links lead to the public address, or to SETUP_URL', () => {
  const PUBLIC_URL = 'https://market.example/';

  expect(readConfig({ PUBLIC_URL }).setupUrl).toBe('https://market.example/setup');
  expect(readConfig({ PUBLIC_URL, SETUP_URL: 'https://ads.example/' }).setupUrl).toBe('https://ads.example');
  expect(refusalOf({ SETUP_URL: 'ads.example' })).toContain('SETUP_URL must be an http:// or https:// URL');
});

test('files are stored in a bucket if all S3 variables are set, and in the data folder if none is', () => {
  const S3 = { S3_BUCKET: 'ads', S3_REGION: 'auto', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'hunter2' };

  expect(readConfig({}).s3).toBeUndefined();
  expect(readConfig({ ...S3, S3_ENDPOINT: 'https://s3.example' }).s3).toEqual({
    bucket: 'ads',
    region: 'auto',
    endpoint: 'https://s3.example',
    accessKeyId: 'id',
    secretAccessKey: 'hunter2',
  });
  expect(readConfig({ ...production, ...S3, DATA_DIR: undefined }).s3?.endpoint).toBeUndefined();
  for (const name of Object.keys(S3)) {
    const [problem, ...others] = problemsIn(refusalOf({ ...S3, [name]: '' }));
    expect([problem?.startsWith(`  - ${name} is missing`), others]).toEqual([true, []]);
    expect(problem).not.toContain('hunter2');
  }
  expect(problemsIn(refusalOf({ S3_ENDPOINT: 'https://s3.example' }))).toHaveLength(1);
  expect(problemsIn(refusalOf({ ...S3, S3_ENDPOINT: 's3.example' }))).toEqual([expect.stringContaining('S3_ENDPOINT')]);
});

test('card payments are offered once Stripe is configured, and test payments never in production', () => {
  const stripe = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };

  expect(readConfig({}).payments).toMatchObject({ methods: ['BANK_TRANSFER', 'CASH', 'TEST'], stripe: undefined });
  expect(readConfig({ ...stripe }).payments.methods).toEqual(['BANK_TRANSFER', 'CASH', 'CARD', 'TEST']);
  expect(readConfig({ ...production, ...stripe }).payments.methods).toEqual(['BANK_TRANSFER', 'CASH', 'CARD']);
});

test.each([
  ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  ['STRIPE_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY'],
])('%s without %s is refused, and the missing variable is named', (setVariable, missing) => {
  for (const env of [{}, production])
    expect(problemsIn(refusalOf({ ...env, [setVariable]: 'sk_test_1' }))).toEqual([
      expect.stringContaining(`${missing} is missing`),
    ]);
});

test('push notifications are signed with the configured key; without one, development derives it and production sends none', () => {
  const VAPID_PRIVATE_KEY = Buffer.alloc(32, 1).toString('base64url');

  const configured = readConfig({ ...production, VAPID_PRIVATE_KEY }).push;
  expect(configured).toMatchObject({
    vapid: { privateKey: VAPID_PRIVATE_KEY },
    subject: 'mailto:orders@market.example',
  });
  expect(Buffer.from(configured.vapid?.publicKey ?? '', 'base64url')).toHaveLength(65);
  expect(readConfig(production).push.vapid).toBeUndefined();
  expect(readConfig({}).push.vapid).toEqual(readConfig({}).push.vapid);
  expect(readConfig({}).push.vapid).not.toEqual(readConfig({ SECRET: 'another' }).push.vapid);
  for (const bytes of [Buffer.alloc(31, 1), Buffer.alloc(33, 1), Buffer.alloc(32, 0), Buffer.alloc(32, 255)])
    expect(problemsIn(refusalOf({ VAPID_PRIVATE_KEY: bytes.toString('base64url') }))).toEqual([
      expect.stringContaining('VAPID_PRIVATE_KEY must be a private key'),
    ]);
});

test('the public address loses the slash at its end', () => {
  const { publicUrl } = readConfig({ PUBLIC_URL: 'https://market.example/room//' });

  expect(publicUrl).toBe('https://market.example/room');
});

test('a complete production environment is accepted and listens on all addresses', () => {
  const config = readConfig(production);

  expect(config).toMatchObject({ isProduction: true, host: '0.0.0.0', hasDemoData: false });
});

test('production accepts only registered operations unless ARBITRARY_OPERATIONS allows others; development accepts any', () => {
  const allows = (env: Record<string, string>) => readConfig(env).allowsArbitraryOperations;

  expect(allows(production)).toBe(false);
  expect(allows({ ...production, ARBITRARY_OPERATIONS: 'allow' })).toBe(true);
  expect(allows({})).toBe(true);
  expect(allows({ ARBITRARY_OPERATIONS: 'refuse' })).toBe(false);
});

test.each([
  ['SECRET', undefined],
  ['SECRET', 'short'],
  ['SECRET', 'for development only: production refuses it'],
  ['RESEND_API_KEY', undefined],
  ['MAIL_FROM', undefined],
  ['DATABASE_URL', undefined],
  ['DATA_DIR', undefined],
  ['PUBLIC_URL', undefined],
  ['DEMO_DATA', 'true'],
  ['MOVABLE_CLOCK', 'true'],
  ['ARBITRARY_OPERATIONS', 'yes'],
] as const)('production refuses %s = %s and names no other variable', (name, value) => {
  const problems = problemsIn(refusalOf({ ...production, [name]: value }));

  expect(problems).toEqual([expect.stringContaining(name)]);
});

test('production lists every unsafe default in one message', () => {
  const message = refusalOf({ NODE_ENV: 'production' });

  for (const name of ['SECRET', 'DATABASE_URL', 'RESEND_API_KEY', 'MAIL_FROM', 'PUBLIC_URL'])
    expect(message).toContain(name);
});

const refused =
  (name: string, allowed: string) =>
  (value: string): [string, string, string] => [name, value, allowed];

test.each([
  ['PORT', 'abc', 'a whole number from 0 to 65535'],
  ['PORT', '70000', 'a whole number from 0 to 65535'],
  ['PORT', '1.5', 'a whole number from 0 to 65535'],
  ...['0x10', '1e3', '+80', '-0', '4000.0', '08', '1_000', 'Infinity', '٤٠٠٠'].map(
    refused('PORT', 'a whole number from 0'),
  ),
  ['TRUSTED_PROXIES', '0x1', 'a number of proxies from 0 to 10'],
  ...['Production', 'PRODUCTION', 'Prod', 'staging', 'live'].map(refused('NODE_ENV', 'one of development, test, prod')),
  ...['yes', 'True', 'TRUE', '1', '0', 'on'].map(refused('DEMO_DATA', 'true or false')),
  ['MAIL_FROM', 'somebody', 'an e-mail address'],
  ['MAIL_FROM', 'Placard <somebody@market.example', 'an e-mail address'],
  ['PUBLIC_URL', 'https://market.example/?page=1', 'without a query'],
  ['PUBLIC_URL', 'https://market.example/#top', 'without a query'],
  ['SETUP_URL', 'https://ads:hunter2@market.example', 'without a query'],
  ...['11', '10.0.0.0/33', '10.0.0.0/8;fd00::/8', 'proxy.example', '192.0.2.1,'].map(
    refused('TRUSTED_PROXIES', 'a number of proxies from 0 to 10, or networks'),
  ),
  ['KEEP_ALIVE_SECONDS', '4', 'a whole number from 5 to 3600'],
  ['ARBITRARY_OPERATIONS', 'yes', 'one of allow, refuse'],
  ['LOG_LEVEL', 'loud', 'one of debug, info, warn, error, silent'],
  ['PUBLIC_URL', 'market.example', 'http:// or https://'],
  ['DATABASE_URL', 'mysql://db.example', 'postgres:// or postgresql://'],
  ['REDIS_URL', 'http://redis.example', 'redis:// or rediss://'],
  ['RESEND_URL', 'ftp://mail.example', 'http:// or https://'],
  ['STRIPE_URL', 'stripe.example', 'http:// or https://'],
])('%s = %s is refused with the name of the variable and the allowed values', (name, value, allowed) => {
  const problems = problemsIn(refusalOf({ [name]: value }));

  expect(problems).toEqual([expect.stringMatching(name)]);
  expect(problems[0]).toContain(allowed);
  expect(problems[0]).not.toContain(value);
});

test.each(Object.keys(environment.entries))('%s is refused with white space around its value', (name) => {
  for (const value of [' 5', '5 ', 'true\n', '\thttps://market.example', ' '])
    expect(problemsIn(refusalOf({ [name]: value })), JSON.stringify(value)).toContain(
      `  - ${name} must not begin or end with white space`,
    );
});

test('a value that is refused is never repeated, whatever the variable', () => {
  for (const name of Object.keys(environment.entries)) {
    const value = ' hunter2 ';
    expect(refusalOf({ [name]: value })).not.toContain('hunter2');
  }
});

test.each(['development', 'test', undefined])('NODE_ENV=%s is refused where a real provider is configured', (mode) => {
  const env = { NODE_ENV: mode, STRIPE_WEBHOOK_SECRET: 'whsec_1' };
  const local = { RESEND_URL: 'http://127.0.0.1:9', STRIPE_URL: 'http://localhost:9' };
  const real = [
    { RESEND_API_KEY: 're_1' },
    { RESEND_API_KEY: 're_1', RESEND_URL: 'https://api.resend.com' },
    { STRIPE_SECRET_KEY: 'sk_live_1' },
    { STRIPE_SECRET_KEY: 'rk_live_1' },
    { STRIPE_SECRET_KEY: 'anything' },
    { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_URL: 'https://localhost.stripe.example' },
  ];

  for (const keys of real) {
    const [name = ''] = Object.keys(keys);
    const settings = { STRIPE_SECRET_KEY: 'sk_test_1', ...env, ...keys };
    const [problem = '', ...others] = problemsIn(refusalOf(settings));
    expect([problem.includes(name), problem.includes('NODE_ENV=production'), others]).toEqual([true, true, []]);
    expect(problem).not.toContain(Object.values(keys)[0]);
    expect(readConfig({ ...settings, ...local }).isProduction).toBe(false);
  }
  for (const key of ['sk_test_1', 'rk_test_1'])
    expect(readConfig({ ...env, STRIPE_SECRET_KEY: key }).payments.methods).toContain('CARD');
  expect(
    readConfig({ ...production, ...env, NODE_ENV: 'production', STRIPE_SECRET_KEY: 'sk_live_1' }).isProduction,
  ).toBe(true);
});

test('all problems are listed in one message: invalid values, incomplete groups and unsafe defaults', () => {
  const problems = problemsIn(
    refusalOf({ ...production, PORT: 'abc', LOG_LEVEL: 'loud', S3_BUCKET: 'ads', STRIPE_SECRET_KEY: 'sk', SECRET: '' }),
  );

  expect(problems.map((problem) => /[A-Z][A-Z0-9_]+/.exec(problem)?.[0])).toEqual([
    'PORT',
    'LOG_LEVEL',
    'S3_REGION',
    'STRIPE_WEBHOOK_SECRET',
    'SECRET',
  ]);
});

test('the table in the README lists the variables of the configuration, and no others', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [, section = ''] = /^## Configuration$(.*?)^## /ms.exec(readme) ?? [];
  const listed = [...section.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(
    ([, cell = '']) => cell.match(/[A-Z][A-Z0-9_]+/g) ?? [],
  );

  expect(listed.toSorted()).toEqual(Object.keys(environment.entries).toSorted());
});

test.each(['DATABASE_URL', 'REDIS_URL'])('the password in a refused %s is not repeated', (name) => {
  const message = refusalOf({ [name]: 'mysql://user:hunter2@db.example' });

  expect(message).not.toContain('hunter2');
});
