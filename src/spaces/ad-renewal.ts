import { ownSpaces } from '../access/access.ts';
import { requirePersonEditor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AppServices } from '../services/services.ts';
import { requireRoleInSpace } from './creative-rules.ts';
import { SpaceNotFound } from './space-refusals.ts';

/**
 * Sets whether the ads of a space of the seller are published again, unchanged, when their order is renewed.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, SpaceNotFound
 */
export async function updateAdRenewal(
  app: AppServices,
  viewer: Viewer,
  { spaceId, renewsAds }: { readonly spaceId: string; readonly renewsAds: boolean },
): Promise<void> {
  requirePersonEditor(viewer);
  await requireRoleInSpace(app, viewer, spaceId);
  const { count } = await app.db.space.updateMany({
    where: { AND: [{ id: spaceId }, ownSpaces(viewer)] },
    data: { renewsAds },
  });
  if (count === 0) throw new SpaceNotFound();
}
