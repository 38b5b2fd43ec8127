import { requirePersonEditor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { lockChangeableSpace } from './lock-space.ts';
import { requireOwnPlacement } from './own-placement.ts';
import { parseProperties, type SpaceProperties } from './space-fields.ts';
import { refreshSpaceTexts } from './space-texts.ts';

/**
 * Changes the given properties of a space of the viewer, and returns its id. Orders that were placed do not change.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, SpaceNotFound, SpaceStatusNotAllowed
 */
export function updateSpace(
  app: AppServices,
  viewer: Viewer,
  { spaceId, changes }: { readonly spaceId: string; readonly changes: SpaceProperties },
): Promise<string> {
  requirePersonEditor(viewer);
  const { columns, problems } = parseProperties(changes);
  if (problems.length > 0) throw new InputInvalid(problems);
  return app.db.$transaction(async (tx) => {
    const { id } = await lockChangeableSpace(tx, viewer, spaceId);
    if (changes.defaultPlacementId) await requireOwnPlacement(tx, viewer, changes.defaultPlacementId);
    await tx.space.updateMany({ where: { id }, data: columns });
    await refreshSpaceTexts(tx, [id]);
    return id;
  });
}
