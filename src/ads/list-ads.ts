/** The list of the ads that a viewer works on, newest change first, as keyset pages that stay quick however long it grows. */
import { adsToReviewSql, visibleAdsSql, visiblePlacements } from '../access/access.ts';
import type { Viewer } from '../access/viewer.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from '../platform/db.ts';
import { branchedIdsSql, type LatestPageRequest } from '../platform/newest-first.ts';
import type { AdStatus } from '../process/ad.ts';

export interface AdFilter {
  readonly statuses?: readonly AdStatus[] | undefined;
  readonly orderId?: string | undefined;
  readonly placementId?: string | undefined;
  /** True: only those that wait for the review of the viewer. */
  readonly needsReview?: boolean | undefined;
}

/** The ids of a window of the list, in the direction that it was asked from. */
export async function listAdIds(
  db: Db,
  viewer: Viewer,
  filter: AdFilter,
  window: LatestPageRequest,
): Promise<readonly string[]> {
  const { placementId } = filter;
  if (placementId !== undefined) {
    const where = { AND: [{ id: placementId }, visiblePlacements(viewer)] };
    if ((await db.placement.count({ where })) === 0) return [];
  }
  const statement = adIdsSql(viewer, filter, window);
  if (!statement) return [];
  const rows = await db.$queryRaw<{ id: string }[]>(statement);
  return rows.map(({ id }) => id);
}

/** The statement of `listAdIds`; undefined if the viewer can see no ad. */
export function adIdsSql(
  viewer: Viewer,
  { statuses, orderId, placementId, needsReview }: AdFilter,
  window: LatestPageRequest,
): Prisma.Sql | undefined {
  const branches = visibleAdsSql(viewer);
  if (branches.length === 0) return undefined;
  const conditions = [
    ...(statuses
      ? [statuses.length > 0 ? Prisma.sql`status in (${Prisma.join([...statuses])})` : Prisma.sql`false`]
      : []),
    ...(orderId === undefined ? [] : [Prisma.sql`order_id = ${orderId}::uuid`]),
    ...(placementId === undefined
      ? []
      : [Prisma.sql`id in (select ad_id from placement_entry where placement_id = ${placementId}::uuid)`]),
    ...(needsReview ? [adsToReviewSql(viewer)] : []),
  ];
  return branchedIdsSql({ table: Prisma.sql`ad`, at: Prisma.sql`updated_at`, branches, conditions }, window);
}
