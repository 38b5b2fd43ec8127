import { ownSpaces, ownSpacesSql } from '../access/access.ts';
import { requireRole } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Space, SpaceStatus } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { PriceOptionNotFound, SpaceNotFound, SpaceStatusNotAllowed } from './space-refusals.ts';

/** The statuses in which a space can be changed: all but ARCHIVED. */
export const changeableStatuses = ['DRAFT', 'LISTED', 'UNLISTED'] as const satisfies readonly SpaceStatus[];

/**
 * Locks a space of the viewer until the transaction ends, and reads it. All changes of a space, its options and its
 * pictures hold this lock, so they happen one after the other.
 * @throws SpaceNotFound, AccountRefused for a person whose role does not allow changes
 */
export async function lockOwnSpace(tx: Tx, viewer: Viewer, spaceId: string): Promise<Space> {
  await tx.$queryRaw`select 1 from space where id = ${spaceId}::uuid and ${ownSpacesSql(viewer)} for no key update`;
  // Read after the lock, so that changes which it waited for are seen.
  const space = await tx.space.findFirst({ where: { AND: [{ id: spaceId }, ownSpaces(viewer)] } });
  if (!space) throw new SpaceNotFound();
  requireRole(viewer, space.sellerId);
  return space;
}

/** Locks a space of the viewer that is to be changed. @throws SpaceNotFound, SpaceStatusNotAllowed if it is archived */
export async function lockChangeableSpace(tx: Tx, viewer: Viewer, spaceId: string): Promise<Space> {
  const space = await lockOwnSpace(tx, viewer, spaceId);
  requireStatus(space, changeableStatuses);
  return space;
}

/** @throws SpaceStatusNotAllowed unless the space has one of these statuses */
export function requireStatus({ status }: Pick<Space, 'status'>, allowed: readonly SpaceStatus[]): void {
  if (!allowed.includes(status)) throw new SpaceStatusNotAllowed({ status, allowed });
}

/** Locks the space of an option that is to be changed, and reads both. @throws PriceOptionNotFound, SpaceStatusNotAllowed */
export async function lockOwnOption(tx: Tx, viewer: Viewer, optionId: string) {
  const where = { id: optionId, space: ownSpaces(viewer) };
  const visibleOption = await tx.priceOption.findFirst({ where, select: { spaceId: true } });
  if (!visibleOption) throw new PriceOptionNotFound();
  const space = await lockChangeableSpace(tx, viewer, visibleOption.spaceId);
  return { space, option: await tx.priceOption.findUniqueOrThrow({ where: { id: optionId } }) };
}
