/** What a seller changes about a placement and what stands in it, besides publishing ads and taking them back. */
import { ownPlacements } from '../../access/access.ts';
import { requireMember } from '../../access/scopes.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Placement, Prisma } from '../../generated/prisma/client.ts';
import { limits } from '../../limits.ts';
import { InputInvalid, Refusal } from '../../platform/errors.ts';
import { parseValues } from '../../process/fields.ts';
import type { AppServices } from '../../services/services.ts';
import { placementFields } from './create-placement.ts';
import { lockPlacement, type PlacementKind, placementTopic } from './placements.ts';

/** The placement does not exist, or is another's; which of the two is not said. */
export class PlacementNotFound extends Refusal {
  constructor() {
    super('There is no such placement among yours.', 'PLACEMENT_NOT_FOUND', 'FINAL');
  }
}

/** Ads stand in the placement. */
export class PlacementNotEmpty extends Refusal {
  constructor(ads: number) {
    super(
      `Ads stand in this placement, those that wait to come back included: ${ads}. Take them back first.`,
      'PLACEMENT_NOT_EMPTY',
      'CORRECTABLE',
    );
  }
}

/** Weights are for ads that share a group. */
export class AdNotInGroup extends Refusal {
  constructor() {
    super('There is no such ad in a group of yours: only an ad in a GROUP has a weight.', 'AD_NOT_IN_GROUP', 'FINAL');
  }
}

/**
 * Sets how often an ad is shown, compared with the others of its group. For the group's owner. Hands back the group's id.
 * @throws NotSignedIn, ScopeMissing, InputInvalid, AdNotInGroup
 */
export async function setAdWeight(
  app: AppServices,
  viewer: Viewer,
  { adId, weight }: { readonly adId: string; readonly weight: number },
): Promise<string> {
  requireMember(viewer, 'setAdWeight');
  if (weight < 1 || weight > limits.adWeight)
    throw new InputInvalid([{ field: 'weight', message: `must be from 1 to ${limits.adWeight}; it is ${weight}` }]);
  const group: PlacementKind = 'GROUP';
  // One statement: an ad that goes in the meantime has no entry to change.
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

/** Calls a placement of one's own by another name; its slug stays. @throws NotSignedIn, ScopeMissing, InputInvalid, PlacementNotFound */
export async function renamePlacement(
  app: AppServices,
  viewer: Viewer,
  { placementId, name }: { readonly placementId: string; readonly name: string },
): Promise<void> {
  requireMember(viewer, 'renamePlacement');
  const { values, problems } = parseValues({ input: { name: placementFields.name } }, { name });
  if (problems.length > 0) throw new InputInvalid(problems);
  const [renamed] = await app.db.placement.updateManyAndReturn({ where: mine(viewer, placementId), data: values });
  if (!renamed) throw new PlacementNotFound();
  app.live.publish(placementTopic(renamed.slug));
}

/**
 * Deletes a placement of one's own in which no ad stands; its slug is free then. Hands back what it was.
 * @throws NotSignedIn, ScopeMissing, PlacementNotFound, PlacementNotEmpty
 */
export async function deletePlacement(app: AppServices, viewer: Viewer, placementId: string): Promise<Placement> {
  requireMember(viewer, 'deletePlacement');
  const deleted = await app.db.$transaction(async (tx) => {
    // Who publishes into it holds it locked: either that ad stands in it by now, or its publication finds it gone.
    await lockPlacement(tx, placementId);
    const found = await tx.placement.findFirst({
      where: mine(viewer, placementId),
      include: { _count: { select: { entries: true } } },
    });
    if (!found) throw new PlacementNotFound();
    if (found._count.entries > 0) throw new PlacementNotEmpty(found._count.entries);
    return tx.placement.delete({ where: { id: placementId } });
  });
  app.live.publish(placementTopic(deleted.slug));
  return deleted;
}
