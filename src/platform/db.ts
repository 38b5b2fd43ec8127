import type { Socket } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { tuning } from '../tuning.ts';
import { newPool } from './postgres/connection-options.ts';

export type Db = PrismaClient;
/** An open transaction. A function that takes one never opens another. */
export type Tx = Prisma.TransactionClient;

const callbacksOf = new WeakMap<object, (() => void)[]>();

/** Calls a function once the transaction has committed; never if it is rolled back. Outside a transaction, immediately. */
export function afterCommit(tx: Tx, callback: () => void): void {
  const callbacks = callbacksOf.get(tx);
  if (callbacks) callbacks.push(callback);
  else callback();
}

/** Makes the interactive transactions of a client run their `afterCommit` callbacks. */
function runCallbacksAfterCommit(db: Db): void {
  const transaction = db.$transaction.bind(db);
  const run = async (work: (tx: Tx) => Promise<unknown>, options?: object): Promise<unknown> => {
    const callbacks: (() => void)[] = [];
    const result = await transaction(async (tx) => {
      callbacksOf.set(tx, callbacks);
      return work(tx);
    }, options);
    for (const callback of callbacks) callback();
    return result;
  };
  // A list of statements, the other form of a transaction, has no callbacks.
  db.$transaction = ((work: unknown, options?: object) =>
    typeof work === 'function'
      ? run(work as (tx: Tx) => Promise<unknown>, options)
      : transaction(work as never, options as never)) as typeof db.$transaction;
}

/**
 * The client as code sees it that runs inside an open transaction: all of its statements, and the transactions that the
 * code begins, belong to that transaction. An error that leaves an inner transaction must end the outer one too.
 */
export function clientInTransaction(tx: Tx): Db {
  const join = (work: (inner: Tx) => Promise<unknown>): Promise<unknown> => work(tx);
  // The client of a transaction has everything of a client but what begins or ends connections and transactions.
  return new Proxy(tx, {
    get: (target, property) => (property === '$transaction' ? join : Reflect.get(target, property)),
  }) as Db;
}

export interface Database {
  readonly db: Db;
  /** The pool of connections that all code shares. */
  readonly pool: pg.Pool;
  /** Sends a statement without the client of Prisma, and returns its rows: values are what the driver makes of them. */
  readonly read: <Row extends object>(sql: Prisma.Sql) => Promise<readonly Row[]>;
  /** Returns the number of statements sent so far, for tests that limit it. */
  readonly statements: () => number;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** True if all connections share one backend, so that prepared statements stay unnamed. */
  readonly isEmbedded: boolean;
  /** True if a pooler gives a connection a server for the time of one transaction: a session has no settings. */
  readonly isPooled?: boolean;
  /** False if prepared statements have no names; the default is true except behind a pooler. */
  readonly hasStatementNames?: boolean;
  readonly maxConnections?: number;
  /** A connection on which a server that owes an answer is silent for so long is broken. */
  readonly silenceMs?: number;
}

/** Connects to a database; the connections open when they are first used. */
export function openDatabase({
  url,
  isEmbedded,
  isPooled = false,
  hasStatementNames = !isPooled,
  maxConnections = 10,
  silenceMs = tuning.database.silenceMs,
}: DatabaseOptions): Database {
  const isNamed = hasStatementNames && !isEmbedded;
  const pool = newPool(url, {
    max: maxConnections,
    // A pooler refuses parameters of a session that it does not follow.
    ...(isEmbedded || isPooled ? {} : { statement_timeout: tuning.database.statementTimeoutMs }),
  });
  // The pool replaces a broken connection. Without these listeners its error would end the process: the one on the pool
  // is for idle connections, the one on the connection for those that break while they are handed out.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    if (!isEmbedded) breakIfSilent(client, silenceMs);
  });
  const adapter = new PrismaPg(pool, { disposeExternalPool: false, ...(isNamed ? { statementNameGenerator } : {}) });
  const db = new PrismaClient({
    adapter,
    log: [{ emit: 'event', level: 'query' }],
    transactionOptions: {
      maxWait: tuning.database.connectionTimeoutMs,
      timeout: tuning.database.transactionTimeoutMs,
    },
  });
  runCallbacksAfterCommit(db);
  let statements = 0;
  db.$on('query', () => {
    statements += 1;
  });
  return {
    db,
    pool,
    read: async <Row extends object>({ text, values }: Prisma.Sql) => {
      statements += 1;
      const name = isNamed ? statementNameGenerator({ sql: text }) : '';
      const { rows } = await pool.query<Row>({ ...(name ? { name } : {}), text, values });
      return rows;
    },
    statements: () => statements,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

/**
 * Breaks a connection whose server has vanished without a word, so that what waits for it fails and the pool opens another.
 * The pool closes idle connections earlier than that.
 */
function breakIfSilent(client: pg.PoolClient, silenceMs: number): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(silenceMs, () => stream.destroy(new Error('The database does not answer')));
}

const statementNames = new Map<string, string>();

/**
 * One name per statement text, so that a connection parses and plans it once. Above a limit, statements have no name. Nor
 * has a search: its best plan depends on how common the words are, so it is planned each time.
 */
function statementNameGenerator({ sql }: { sql: string }): string {
  if (sql.includes('search_grams(')) return '';
  const existingName = statementNames.get(sql);
  if (existingName !== undefined) return existingName;
  if (statementNames.size >= tuning.database.maxStatementNames) return '';
  const name = `s${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}
