/** The machine of the bench. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { connectOnce } from '../src/platform/database-connection.ts';
import type { TestDatabase } from '../test/support/database.ts';

const localServer = 'postgres://postgres@127.0.0.1:5432/postgres';

/** DATABASE_URL, else a server on this machine, else none: the embedded one. */
export async function findServer(): Promise<string | undefined> {
  if (process.env['DATABASE_URL']) return process.env['DATABASE_URL'];
  const connection = await connectOnce(localServer).catch(() => undefined);
  await connection?.end();
  return connection ? localServer : undefined;
}

/** Processor, runtime, database and versions of packages, as a text. */
export async function describeMachine({ url, isEmbedded }: TestDatabase): Promise<string> {
  const db = await connectOnce(url);
  const { rows } = await db.query<{ version: string }>('select version()');
  await db.end();
  const packages = ['graphql-yoga', 'graphql', '@prisma/client', 'pg', 'ws', 'graphql-ws', 'autocannon'];
  const versions = packages.map((name) => `${name} ${versionOf(name)}`).join(', ');
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores; Node ${process.version}; ${rows[0]?.version.split(',')[0]}${isEmbedded ? ' (embedded)' : ''}
${versions}`;
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  // A package.json has a version.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : '?';
}

/** Of an even number of numbers, the middle between the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
