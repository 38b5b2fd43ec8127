import type { Tx } from '../platform/db.ts';
import { adProcess } from '../process/ad.ts';
import { lockPlacements } from './placements/placements.ts';

/**
 * Unpublishes the ads of a seller that belong to no order, and takes them out of their placements. The caller has locked
 * the account, so no step of such an ad runs at the same time. Returns the ids of the ads and the slugs of the placements.
 */
export async function unpublishOwnAds(
  tx: Tx,
  { sellerId, at }: { readonly sellerId: string; readonly at: Date },
): Promise<{ readonly adIds: readonly string[]; readonly slugs: readonly string[] }> {
  const { from, to } = adProcess.steps.unpublishAd;
  const unpublished = await tx.ad.updateManyAndReturn({
    where: { sellerId, orderId: null, status: { in: [...from] } },
    data: { status: to, endsAt: null, updatedAt: at },
    select: { id: true },
  });
  const adIds = unpublished.map(({ id }) => id);
  await tx.adCounter.updateMany({ where: { adId: { in: adIds } }, data: { impressionLimit: null, clickLimit: null } });
  const entries = await tx.placementEntry.findMany({
    where: { adId: { in: adIds } },
    select: { placement: { select: { id: true, slug: true } } },
  });
  await lockPlacements(tx, [...new Set(entries.map(({ placement }) => placement.id))]);
  await tx.placementEntry.deleteMany({ where: { adId: { in: adIds } } });
  return { adIds, slugs: [...new Set(entries.map(({ placement }) => placement.slug))] };
}
