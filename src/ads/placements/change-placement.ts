/** Changes of placements besides publishing and unpublishing ads. */
import { ownPlacements } from '../../access/access.ts';
import { requireEditor, requireRole } from '../../access/actor.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Placement, PlacementKind, Prisma, ReferrerPolicy } from '../../generated/prisma/client.ts';
import { limits } from '../../limits.ts';
import { placementTopic } from '../../live/topics.ts';
import { defineRefusal, InputInvalid, notFound } from '../../platform/errors.ts';
import { parseValues } from '../../process/fields.ts';
import type { AppServices } from '../../services/services.ts';
import { placementFields } from './create-placement.ts';
import { lockPlacement } from './placements.ts';

export const PlacementNotFound = notFound('Placement');

export const PlacementNotEmpty = defineRefusal('PlacementNotEmpty', {
  code: 'PLACEMENT_NOT_EMPTY',
  recovery: 'CORRECTABLE',
  message: ({ ads }: { readonly ads: number }) =>
    `The placement still has ${ads} ${ads === 1 ? 'ad' : 'ads'}, including those that are replaced for now. Remove them first.`,
  example: { ads: 2 },
  description: 'The placement still has ads, so it cannot be deleted.',
  remedy: 'Remove the ads from the placement, then delete it.',
});

export const AdNotInGroup = defineRefusal('AdNotInGroup', {
  code: 'AD_NOT_IN_GROUP',
  recovery: 'FINAL',
  message: 'Ad not found in a placement of the kind GROUP. Only ads in a group have a weight.',
  description: 'The ad is not in a placement of the kind GROUP that belongs to the viewer.',
  remedy: 'Set weights of ads in groups only.',
});

/**
 * Sets the weight of an ad relative to the others of its group. For the owner of the group. Returns the id of the group.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, AdNotInGroup
 */
export async function updateAdWeight(
  app: AppServices,
  viewer: Viewer,
  { adId, weight }: { readonly adId: string; readonly weight: number },
): Promise<string> {
  requireEditor(viewer, 'updateAdWeight');
  if (weight < 1 || weight > limits.adWeight)
    throw new InputInvalid([{ field: 'weight', message: `must be from 1 to ${limits.adWeight}; it is ${weight}` }]);
  const group: PlacementKind = 'GROUP';
  const entry = await app.db.placementEntry.findFirst({
    where: { adId, placement: ownPlacements(viewer) },
    select: { placement: { select: { sellerId: true } } },
  });
  if (entry) requireRole(viewer, entry.placement.sellerId);
  // One statement: an ad that is removed concurrently has no entry to change.
  const [changed] = await app.db.placementEntry.updateManyAndReturn({
    where: { adId, placement: { AND: [ownPlacements(viewer), { kind: group }] } },
    data: { weight },
    select: { placement: { select: { id: true, slug: true } } },
  });
  if (!changed) throw new AdNotInGroup();
  app.live.publish(placementTopic(changed.placement.slug));
  return changed.placement.id;
}

const mine = (viewer: Viewer, placementId: string): Prisma.PlacementWhereInput => ({
  AND: [{ id: placementId }, ownPlacements(viewer)],
});

/** A change of a placement. Settings that are absent or undefined stay as they are. */
interface PlacementChange {
  readonly placementId: string;
  readonly name: string;
  readonly pausesReplaced: boolean | undefined;
  readonly referrerPolicy?: ReferrerPolicy;
  readonly addsUtm?: boolean;
}

/**
 * Renames a placement of the viewer, or decides about the days of replaced ads and about clicks from now on. Its slug does not change.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, PlacementNotFound
 */
export async function updatePlacement(
  app: AppServices,
  viewer: Viewer,
  { placementId, name, ...settings }: PlacementChange,
): Promise<void> {
  requireEditor(viewer, 'updatePlacement');
  const { values, problems } = parseValues({ input: { name: placementFields.name } }, { name });
  if (problems.length > 0) throw new InputInvalid(problems);
  const placement = await app.db.placement.findFirst({ where: mine(viewer, placementId) });
  if (placement) requireRole(viewer, placement.sellerId);
  const data = { ...values, ...settings };
  const [renamed] = await app.db.placement.updateManyAndReturn({ where: mine(viewer, placementId), data });
  if (!renamed) throw new PlacementNotFound();
  app.live.publish(placementTopic(renamed.slug));
}

/**
 * Deletes an empty placement of the viewer, which frees its slug, and returns it.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, PlacementNotFound, PlacementNotEmpty
 */
export async function deletePlacement(app: AppServices, viewer: Viewer, placementId: string): Promise<Placement> {
  requireEditor(viewer, 'deletePlacement');
  const deleted = await app.db.$transaction(async (tx) => {
    // A publication holds the lock: either its ad is already in the placement, or it finds the placement deleted.
    await lockPlacement(tx, placementId);
    const placement = await tx.placement.findFirst({
      where: mine(viewer, placementId),
      include: { _count: { select: { entries: true } } },
    });
    if (!placement) throw new PlacementNotFound();
    requireRole(viewer, placement.sellerId);
    if (placement._count.entries > 0) throw new PlacementNotEmpty({ ads: placement._count.entries });
    return tx.placement.delete({ where: { id: placementId } });
  });
  app.live.publish(placementTopic(deleted.slug));
  return deleted;
}
