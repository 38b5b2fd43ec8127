/** The status of a space: DRAFT, LISTED, UNLISTED, ARCHIVED. */
import { requirePersonEditor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { SpaceStatus } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import { changeableStatuses, lockOwnSpace, requireStatus } from './lock-space.ts';
import { SpaceIncomplete } from './space-refusals.ts';

interface StatusChange {
  readonly from: readonly SpaceStatus[];
  readonly to: SpaceStatus;
}

/** The changes of the status, each with the mutation that makes it. */
const statusChanges = {
  listSpace: { from: ['DRAFT', 'UNLISTED'], to: 'LISTED' },
  unlistSpace: { from: ['LISTED'], to: 'UNLISTED' },
  archiveSpace: { from: changeableStatuses, to: 'ARCHIVED' },
} as const satisfies Readonly<Record<string, StatusChange>>;

/**
 * Changes the status of a space of the viewer, and returns its id. A space that has the status already does not change.
 * @throws NotSignedIn, ScopeMissing, SpaceNotFound, SpaceStatusNotAllowed, SpaceIncomplete
 */
export function changeSpaceStatus(
  app: Pick<AppServices, 'db'>,
  viewer: Viewer,
  { spaceId, change }: { readonly spaceId: string; readonly change: keyof typeof statusChanges },
): Promise<string> {
  requirePersonEditor(viewer);
  const { from, to }: StatusChange = statusChanges[change];
  return app.db.$transaction(async (tx) => {
    const space = await lockOwnSpace(tx, viewer, spaceId);
    if (space.status === to) return space.id;
    requireStatus(space, from);
    if (to === 'LISTED') await requireOptions(tx, { spaceId, min: 1 });
    await tx.space.update({ where: { id: spaceId, status: space.status }, data: { status: to } });
    return space.id;
  });
}

/** Checks that a locked space offers at least `min` price options. @throws SpaceIncomplete */
export async function requireOptions(
  tx: Tx,
  { spaceId, min }: { readonly spaceId: string; readonly min: number },
): Promise<void> {
  const count = await tx.priceOption.count({ where: { spaceId, archivedAt: null } });
  if (count < min) throw new SpaceIncomplete({ missing: ['options'] });
}
