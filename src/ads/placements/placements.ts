/**
 * Placements serve published ads. The entries of a placement are a stack of published ads, and the ad that a single
 * placement serves is not stored: it is the topmost valid one. There cannot be two, nothing has to be restored when an ad is
 * removed, and an ad whose days have passed is skipped even before the expiry task has run (decision 8).
 */
import { isServable, placementsFor } from '../../access/access.ts';
import type { Ad, Order, Placement, PlacementEntry, PlacementKind } from '../../generated/prisma/client.ts';
import { limits } from '../../limits.ts';
import type { Tx } from '../../platform/db.ts';
import { InputInvalid } from '../../platform/errors.ts';

/** An entry with its ad, as `withAds` reads it. */
export type StackedEntry = PlacementEntry & { readonly ad: Ad & { readonly order: Order | null } };

/** Reads the stack of a placement with its ads, topmost first. */
export const withAds = {
  orderBy: { position: 'desc' },
  include: { ad: { include: { order: true } } },
} as const;

/** The change to a placement when an ad is published into it. */
export interface PlacementAssignment {
  readonly placement: Placement;
  /** REPLACED: the shown ad makes way · ADDED: it joins those that are shown · FILLED: nothing was shown. */
  readonly change: 'REPLACED' | 'ADDED' | 'FILLED';
  readonly replaced: StackedEntry['ad'] | null;
  /** Number of other ads that are served. */
  readonly joined: number;
  /** Position in the stack. */
  readonly position: number;
}

/** The placement in which an ad of an order is published if the seller names none; undefined if its space has none. */
export async function findDefaultPlacement(db: Tx, { itemId }: Pick<Ad, 'itemId'>): Promise<string | undefined> {
  const item = itemId
    ? await db.orderItem.findUnique({
        where: { id: itemId },
        select: { priceOption: { select: { space: { select: { defaultPlacementId: true } } } } },
      })
    : null;
  return item?.priceOption.space.defaultPlacementId ?? undefined;
}

interface Publication {
  readonly ad: Ad;
  readonly placementId: string;
  readonly at: Date;
}

/** The ads that a placement serves now: at most one, or all valid ads of a group. The stack is topmost first. */
export function servableAds<Entry extends { readonly ad: Pick<Ad, 'status' | 'endsAt' | 'takenDownAt'> }>(
  kind: string,
  stack: readonly Entry[],
  at: Date,
): readonly Entry[] {
  const valid = stack.filter(({ ad }) => isServable(ad, at));
  return kind === single ? valid.slice(0, 1) : valid;
}

/**
 * Decides the effect of publishing this ad into the placement. Reads only; the preview and the publication both use it.
 * @throws InputInvalid if the ad's seller has no such placement, or it is full
 */
export async function decideAssignment(db: Tx, { ad, placementId, at }: Publication): Promise<PlacementAssignment> {
  const placementWithAds = await db.placement.findFirst({
    where: { AND: [{ id: placementId }, placementsFor(ad)] },
    include: { entries: withAds },
  });
  if (!placementWithAds) throw placementInvalid('must be the id of one of your placements');
  const { entries, ...placement } = placementWithAds;
  if (entries.length >= limits.adsPerPlacement)
    throw placementInvalid(
      `is full; a placement can have at most ${limits.adsPerPlacement} ads, including replaced ones`,
    );
  const shown = servableAds(placement.kind, entries, at);
  const isSwap = placement.kind === single && shown.length > 0;
  return {
    placement,
    change: shown.length === 0 ? 'FILLED' : isSwap ? 'REPLACED' : 'ADDED',
    replaced: (isSwap && shown[0]?.ad) || null,
    joined: isSwap ? 0 : shown.length,
    position: (entries[0]?.position ?? 0) + 1,
  };
}

/**
 * Assigns an ad that is being published to a placement, with weight 1; the transaction holds the lock on the ad.
 * @throws InputInvalid like `decideAssignment`
 */
export async function assignToPlacement(tx: Tx, publication: Publication): Promise<PlacementAssignment> {
  await lockPlacement(tx, publication.placementId);
  const injection = await decideAssignment(tx, publication);
  if (injection.replaced) await markUnsettled(tx, publication);
  await tx.placementEntry.create({
    data: { adId: publication.ad.id, placementId: publication.placementId, position: injection.position, weight: 1 },
  });
  return injection;
}

/**
 * Marks a placement that shows another ad now, in the transaction of the cause, which holds the lock on the placement:
 * settle-placements.ts then takes the steps of the ads that are no longer shown, or are shown again.
 */
export async function markUnsettled(
  tx: Tx,
  { placementId, at }: Pick<Publication, 'placementId' | 'at'>,
): Promise<void> {
  await tx.placement.updateMany({
    where: { id: placementId, OR: [{ unsettledSince: null }, { unsettledSince: { gt: at } }] },
    data: { unsettledSince: at },
  });
}

/** The placement that an ad was removed from, and the ad that is restored, if it had replaced one. */
interface Removal {
  readonly placementId: string;
  readonly slug: string;
  readonly restored: Ad | undefined;
}

/** Removes an ad from its placement, if it has one; the transaction holds the lock on the ad. */
export async function takeOutOfPlacement(
  tx: Tx,
  { ad, at }: { readonly ad: Ad; readonly at: Date },
): Promise<Removal | undefined> {
  // Assigning and removing an ad hold its lock.
  const entry = await tx.placementEntry.findUnique({ where: { adId: ad.id } });
  if (!entry) return undefined;
  const { placementId, position } = entry;
  await lockPlacement(tx, placementId);
  await tx.placementEntry.delete({ where: { adId: ad.id } });
  const { slug, kind, entries } = await tx.placement.findUniqueOrThrow({
    where: { id: placementId },
    include: { entries: withAds },
  });
  // In a group no ad was replaced, and an ad above this one was served all along.
  const top = kind === single ? servableAds(kind, entries, at)[0] : undefined;
  const restored = top && top.position < position ? top.ad : undefined;
  if (restored) await markUnsettled(tx, { placementId, at });
  return { placementId, slug, restored };
}

/** Locks placements until the transaction ends, in the order of their ids to avoid deadlocks. */
export async function lockPlacements(tx: Tx, placementIds: readonly string[]): Promise<void> {
  if (placementIds.length > 0)
    await tx.$queryRaw`select 1 from placement where id = any(${[...placementIds]}::uuid[]) order by id for update`;
}

/** Locks a placement until the transaction ends. Locks are always taken in this order: order, ad, its counter, placement. */
export async function lockPlacement(tx: Tx, placementId: string): Promise<void> {
  await tx.$queryRaw`select 1 from placement where id = ${placementId}::uuid for update`;
}

const single: PlacementKind = 'SINGLE';

const placementInvalid = (message: string) => new InputInvalid([{ field: 'placementId', message }]);
