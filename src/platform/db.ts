import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { tuning } from '../tuning.ts';

export type Db = PrismaClient;
/** A transaction that is under way. What takes one never opens its own. */
export type Tx = Prisma.TransactionClient;

export interface Database {
  readonly db: Db;
  /** The one pool of connections that everything here shares. */
  readonly pool: pg.Pool;
  /** Returns the number of statements sent so far; for tests that bound it. */
  readonly statements: () => number;
  close(): Promise<void>;
}

/**
 * Connects to a database; the connections open when they are first used.
 * `isEmbedded`: all connections share one backend, so prepared statements stay unnamed there.
 */
export function openDatabase({
  url,
  isEmbedded,
  maxConnections = 10,
}: {
  url: string;
  isEmbedded: boolean;
  maxConnections?: number;
}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    ...(isEmbedded ? {} : { statement_timeout: 30_000 }),
  });
  // A connection that breaks is replaced by the pool. Without listeners it would end the process: on the pool for one
  // that is idle, on the connection for one that breaks in the moment when it is handed out.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const adapter = new PrismaPg(pool, { disposeExternalPool: false, ...(isEmbedded ? {} : { statementNameGenerator }) });
  const db = new PrismaClient({
    adapter,
    log: [{ emit: 'event', level: 'query' }],
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  let statements = 0;
  db.$on('query', () => {
    statements += 1;
  });
  return {
    db,
    pool,
    statements: () => statements,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

const statementNames = new Map<string, string>();

/** One name per statement text, so that a connection parses and plans it once. Past a bound, statements go unnamed. */
function statementNameGenerator({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  if (statementNames.size >= tuning.database.maxStatementNames) return '';
  const name = `s${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}
