/** Checks of a deployment: each finds something that works at first and fails later, and says what to do. */
import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { systemClock } from '../platform/clock.ts';
import { migrationState } from '../platform/migrations/migrations.ts';
import { connectRedis } from '../platform/redis.ts';
import { openStorage } from '../platform/storage.ts';
import { tuning } from '../tuning.ts';

export interface CheckedDeployment {
  readonly config: Config;
  /** The connections that the server uses. */
  readonly pool: Pick<Pool, 'query' | 'connect'>;
}

interface Check {
  readonly name: string;
  /** True if it is quick and touches only what the server uses at each start. */
  readonly isQuick: boolean;
  /** Returns the problems, as sentences. What it throws is a problem too. */
  find(deployment: CheckedDeployment): Promise<readonly string[]> | readonly string[];
}

export interface Finding {
  readonly check: string;
  readonly problems: readonly string[];
}

const { maxClockDifferenceMs, minFreeBytes, timeoutMs } = tuning.doctor;

export const checks: readonly Check[] = [
  { name: 'proxy', isQuick: true, find: ({ config }) => proxyProblems(config) },
  { name: 'database', isQuick: true, find: ({ config, pool }) => databaseProblems(config, pool) },
  { name: 'clock', isQuick: true, find: ({ pool }) => clockProblems(pool) },
  { name: 'migrations', isQuick: true, find: ({ pool }) => migrationProblems(pool) },
  { name: 'Redis', isQuick: true, find: ({ config }) => redisProblems(config) },
  { name: 'disk', isQuick: true, find: ({ config }) => diskProblems(config) },
  { name: 'storage', isQuick: false, find: ({ config }) => storageProblems(config) },
  { name: 'public address', isQuick: false, find: ({ config }) => addressProblems(config) },
  { name: 'mail', isQuick: false, find: ({ config }) => mailProblems(config) },
];

/** Runs checks one after the other. A check that does not end in time is a problem of its own. */
export async function examine(deployment: CheckedDeployment, selected: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, find } of selected) {
    const late = AbortSignal.timeout(timeoutMs);
    const timeout = new Promise<readonly string[]>((resolve) => {
      late.addEventListener('abort', () => resolve([`There is no answer within ${timeoutMs / 1_000} seconds.`]));
    });
    const problems = Promise.resolve()
      .then(() => find(deployment))
      .catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
    findings.push({ check: name, problems: await Promise.race([problems, timeout]) });
  }
  return findings;
}

function proxyProblems({ publicUrl, trustedProxies, isProduction }: Config): string[] {
  if (!isProduction) return [];
  const problems: string[] = [];
  if (!publicUrl.startsWith('https:'))
    problems.push('PUBLIC_URL does not begin with https: sign-in codes and sessions can be read on the way.');
  else if (trustedProxies === 0)
    problems.push(
      'PUBLIC_URL begins with https, so a proxy adds TLS, but TRUSTED_PROXIES is 0: all callers share the rate limits of one.',
    );
  return problems;
}

interface DatabaseFacts {
  readonly version: number;
  readonly encoding: string;
  readonly zone: string;
  readonly mayCreate: boolean;
  readonly timeout: string;
  readonly free: number;
}

async function databaseProblems(config: Config, pool: CheckedDeployment['pool']): Promise<string[]> {
  const { rows } = await pool.query<DatabaseFacts>(`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      current_setting('timezone') as zone, current_setting('statement_timeout') as timeout,
      (select rolcreatedb or rolsuper from pg_roles where rolname = current_user) as "mayCreate",
      current_setting('max_connections')::int - (select count(*)::int from pg_stat_activity) as free`);
  const [facts] = rows;
  if (!facts) return ['The database answers nothing.'];
  return [
    ...(facts.version < 150_000 ? [`PostgreSQL is version ${facts.version}: 15 or later is needed.`] : []),
    ...(facts.encoding === 'UTF8' ? [] : [`The encoding of the database is ${facts.encoding}: it must be UTF8.`]),
    ...(facts.zone === 'UTC'
      ? []
      : [`The time zone of a session is ${facts.zone}: a pooler drops the setting TimeZone.`]),
    ...(facts.timeout === '0'
      ? [
          "Statements have no time limit. Behind a pooler, set one for the role: ALTER ROLE … SET statement_timeout = '30s'.",
        ]
      : []),
    ...(config.hasSandboxes && !facts.mayCreate
      ? ['The database user may not create databases: grant CREATEDB for sandboxes, or set SANDBOXES=false.']
      : []),
    ...(facts.free < 20 ? [`The database server has ${facts.free} free connections; an instance uses up to 10.`] : []),
  ];
}

async function clockProblems(pool: CheckedDeployment['pool']): Promise<string[]> {
  const before = systemClock.now().getTime();
  const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now');
  const differenceMs = Math.abs((rows[0]?.now.getTime() ?? 0) - (before + systemClock.now().getTime()) / 2);
  return differenceMs <= maxClockDifferenceMs
    ? []
    : [
        `The clocks of this machine and of the database differ by ${Math.round(differenceMs / 1_000)} seconds: use NTP on both.`,
      ];
}

async function migrationProblems(pool: CheckedDeployment['pool']): Promise<string[]> {
  const state = await migrationState({ pool });
  if (state === 'applied') return [];
  const [[kind, names]] = Object.entries(state) as [[string, readonly string[]]];
  return [`The database has ${kind} migrations: ${names.join(', ')}.`];
}

async function redisProblems({ redisUrl, isProduction }: Config): Promise<string[]> {
  if (!redisUrl)
    return isProduction
      ? ['REDIS_URL is not set: with a second instance, events and rate limits would not be shared.']
      : [];
  const redis = connectRedis(redisUrl, { warn: () => undefined });
  try {
    await new Promise<void>((resolve, reject) => {
      redis.once('ready', resolve);
      redis.once('close', () => reject(new Error('Redis at REDIS_URL cannot be reached.')));
    });
    const [, policy = ''] = /maxmemory_policy:(\S+)/.exec(await redis.info('memory')) ?? [];
    return policy && !['noeviction', 'volatile-ttl', 'volatile-lru', 'volatile-lfu'].includes(policy)
      ? [`Redis evicts keys by ${policy}: rate limits may be forgotten. Set maxmemory-policy to volatile-ttl.`]
      : [];
  } finally {
    redis.disconnect();
  }
}

async function diskProblems({ dataDir, s3 }: Config): Promise<string[]> {
  if (s3) return [];
  const { bavail, bsize } = await statfs(dataDir).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bsize === 0) return [`DATA_DIR ${dataDir} cannot be read.`];
  const free = bavail * bsize;
  return free >= minFreeBytes ? [] : [`DATA_DIR has ${Math.round(free / 1e6)} MB left: uploads will fail soon.`];
}

async function storageProblems(config: Config): Promise<string[]> {
  const storage = openStorage(config, 'doctor/');
  const key = randomUUID();
  const content = Buffer.from(key);
  await storage.put(key, content, 'text/plain');
  const read = await storage.get(key);
  await storage.delete(key);
  return Buffer.from(read).equals(content) ? [] : ['What is written to the storage of files cannot be read back.'];
}

async function addressProblems({ publicUrl }: Config): Promise<string[]> {
  const url = `${publicUrl}/health/live`;
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) }).catch(
    (error: Error) => error,
  );
  if (response instanceof Error) return [`${url} cannot be reached: ${String(response.cause ?? response.message)}.`];
  const body = await response.text();
  return response.ok && body.includes('"live"') && response.headers.has('x-request-id')
    ? []
    : [
        `${url} answers ${response.status} and does not lead to this server. Is it running, and does the proxy pass the path on?`,
      ];
}

async function mailProblems({
  mail: { resendApiKey, resendUrl = 'https://api.resend.com', from },
}: Config): Promise<string[]> {
  if (!resendApiKey) return [];
  const headers = { authorization: `Bearer ${resendApiKey}` };
  const response = await fetch(`${resendUrl}/domains`, { headers }).catch(() => undefined);
  if (!response) return [`The mail service at ${resendUrl} cannot be reached.`];
  if (response.status === 401)
    return ['Resend refuses RESEND_API_KEY, or the key may only send: the domain was not checked.'];
  const { data = [] } = (await response.json()) as { data?: readonly { name: string; status: string }[] };
  const host = /@([^@>\s]+)>?$/.exec(from)?.[1]?.toLowerCase() ?? '';
  const domain = data.find(({ name }) => host === name || host.endsWith(`.${name}`));
  if (!domain) return [`Resend does not have the domain ${host} of MAIL_FROM.`];
  return domain.status === 'verified'
    ? []
    : [`Resend has not verified the domain ${domain.name}: it is ${domain.status}.`];
}
