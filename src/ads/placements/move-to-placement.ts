/** Moves a published ad to another placement of its seller, or places one that is in none. */
import type { Ad } from '../../generated/prisma/client.ts';
import type { Tx } from '../../platform/db.ts';
import { InputInvalid } from '../../platform/errors.ts';
import type { AdEffectResult, AdStepContext } from '../ad-effects.ts';
import { continueRun } from '../ad-flight.ts';
import { readPlacementSizes, readSizeOfAd } from './placement-size.ts';
import { assignToPlacement, findDefaultPlacement, lockPlacements, takeOutOfPlacement } from './placements.ts';

/**
 * The days and counts of the ad continue; days that were stopped while another ad was shown run again.
 * @throws InputInvalid for a placement that is not of the seller, is full, is too small, or has the ad already
 */
export async function moveToPlacement(tx: Tx, { ad, at, input }: AdStepContext): Promise<AdEffectResult> {
  const placementId = input['placementId'] ? String(input['placementId']) : await findDefaultPlacement(tx, ad);
  if (placementId === undefined) throw placementInvalid('is required: the space has no default placement');
  const current = await tx.placementEntry.findUnique({ where: { adId: ad.id } });
  await requireMovable(tx, ad, placementId);
  // Both before the first changes, in the order of their ids.
  await lockPlacements(tx, [placementId, ...(current ? [current.placementId] : [])]);
  const removal = await takeOutOfPlacement(tx, { ad, at });
  const { replaced, placement } = await assignToPlacement(tx, { ad, placementId, at });
  return {
    patch: ad.displacedAt ? { displacedAt: null, ...continueRun(ad, at) } : {},
    logged: {
      placementId,
      previousPlacementId: removal?.placementId,
      replacedAdId: replaced?.id,
      restoredAdId: removal?.restored?.id,
    },
    placementSlugs: [placement.slug, ...(removal ? [removal.slug] : [])],
  };
}

/** @throws InputInvalid if the placement has the ad already, or is smaller than the space of the ad */
export async function requireMovable(tx: Tx, ad: Pick<Ad, 'id' | 'itemId'>, placementId: string): Promise<void> {
  if ((await tx.placementEntry.count({ where: { adId: ad.id, placementId } })) > 0)
    throw placementInvalid('shows the ad already; choose another');
  const size = await readSizeOfAd(tx, ad);
  const [place] = await readPlacementSizes(tx, [placementId]);
  if (size && place && (size.width > place.width || size.height > place.height))
    throw placementInvalid(
      `must fit the ad, which has ${size.width} × ${size.height} pixels; the placement has ${place.width} × ${place.height}`,
    );
}

const placementInvalid = (message: string) => new InputInvalid([{ field: 'placementId', message }]);
