/**
 * The number of orders that need the attention of a viewer, by the partial indexes on them: it costs the same for any
 * number of orders.
 */
import { visibleOrdersSql } from '../../access/access.ts';
import type { Viewer } from '../../access/viewer.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { limits } from '../../limits.ts';
import type { Db } from '../../platform/db.ts';
import type { PersonRole } from '../../process/define.ts';
import { awaits } from './list-orders.ts';

/** The orders that wait for a viewer in each role; one more than `limits.countedAttention` stands for any more. */
export type AttentionCounts = Readonly<Record<PersonRole, number>>;

/** Counts in one statement. */
export async function countAttention(db: Db, viewer: Viewer): Promise<AttentionCounts> {
  const [counted] = await db.$queryRaw<AttentionCounts[]>(attentionSql(viewer));
  if (!counted) throw new Error('A select without a table gives one row');
  return counted;
}

/** The statement. */
export const attentionSql = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`select ${countSql(viewer, 'advertiser')} as advertiser, ${countSql(viewer, 'seller')} as seller, ${countSql(viewer, 'operator')} as operator`;

function countSql(viewer: Viewer, role: PersonRole): Prisma.Sql {
  const [condition] = visibleOrdersSql(viewer, role);
  if (!condition) return Prisma.sql`0`;
  // In the order of the index, so that nothing else is read, wherever in the table what waits may lie.
  return Prisma.sql`(select count(*)::int from (
    select from "order" where ${condition} and ${awaits[role]}
    order by last_activity_at desc, id desc limit ${limits.countedAttention + 1}) as waiting)`;
}
