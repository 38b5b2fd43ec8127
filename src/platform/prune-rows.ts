/** Retention: rows that nothing needs any more are deleted in batches, oldest first. */
import { Prisma } from '../generated/prisma/client.ts';
import { tuning } from '../tuning.ts';
import type { BackgroundTask } from './background-tasks.ts';
import { type Clock, dayMs, later } from './clock.ts';
import type { Db } from './db.ts';

interface PruningServices {
  readonly db: Db;
  readonly clock: Clock;
}

export interface Retention {
  /** Name of the table, whose primary key is `id`. */
  readonly table: string;
  /** Column with the moment from which the days count. It has an index. */
  readonly since: string;
  /** Days for which a row is kept. */
  readonly days: number;
  /** Only these rows; an index has the columns of the condition before `since`. */
  readonly where?: Prisma.Sql;
}

/** The task that deletes the rows of a table whose retention has ended. */
export const pruningTask = (app: PruningServices, name: string, retention: Retention): BackgroundTask => ({
  name,
  kind: 'service',
  run: () => pruneRows(app, retention),
  nextDueAt: async () => {
    const { table, since, days, where = Prisma.sql`true` } = retention;
    const [row] = await app.db.$queryRaw<{ oldest: Date | null }[]>`
      select min(${Prisma.raw(since)}) as oldest from ${Prisma.raw(table)} where ${where}`;
    return row?.oldest ? later(row.oldest, days * dayMs) : undefined;
  },
  minPauseMs: tuning.pruning.minPauseMs,
  maxPauseMs: tuning.pruning.maxPauseMs,
});

/** Deletes the rows whose retention has ended, in batches, and returns their number. */
export async function pruneRows(
  { db, clock }: PruningServices,
  { table, since, days, where = Prisma.sql`true` }: Retention,
): Promise<number> {
  const before = later(clock.now(), -days * dayMs);
  const { batchSize } = tuning.pruning;
  for (let deleted = 0; ; ) {
    const count = await db.$executeRaw`
      delete from ${Prisma.raw(table)} where id in (
        select id from ${Prisma.raw(table)} where ${where} and ${Prisma.raw(since)} < ${before}
        order by ${Prisma.raw(since)} limit ${batchSize})`;
    deleted += count;
    if (count < batchSize) return deleted;
  }
}
