import { ownPlacements } from '../access/access.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';

/**
 * Checks that a placement is one of the viewer's own, and keeps it from being deleted until the transaction ends.
 * @throws InputInvalid
 */
export async function requireOwnPlacement(tx: Tx, viewer: Viewer, placementId: string): Promise<void> {
  await tx.$queryRaw`select 1 from placement where id = ${placementId}::uuid for key share`;
  const count = await tx.placement.count({ where: { AND: [{ id: placementId }, ownPlacements(viewer)] } });
  if (count === 0)
    throw new InputInvalid([{ field: 'defaultPlacementId', message: 'must be the id of one of your placements' }]);
}
