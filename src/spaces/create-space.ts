import { requirePersonActor } from '../access/actor.ts';
import { requirePerson } from '../access/scopes.ts';
import type { Viewer } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import { lockName } from '../platform/lock-name.ts';
import type { AppServices } from '../services/services.ts';
import { requireOwnPlacement } from './own-placement.ts';
import { parseProperties, type SpaceProperties } from './space-fields.ts';
import { readSellerOfNewSpace, textOfSpace } from './space-texts.ts';

/** The properties of a new space: those that every space must have, and any others. */
export interface NewSpace extends SpaceProperties {
  readonly title: string;
  readonly description: string;
}

/**
 * Creates a draft of a space for the viewer, and returns its id.
 * @throws NotSignedIn, ScopeMissing, InputInvalid, LimitReached
 */
export function createSpace(app: Pick<AppServices, 'db' | 'clock'>, viewer: Viewer, space: NewSpace): Promise<string> {
  const { accountId } = requirePersonActor(requirePerson(viewer));
  const { columns, problems } = parseProperties(space);
  if (problems.length > 0) throw new InputInvalid(problems);
  return app.db.$transaction(async (tx) => {
    await requireRoom(tx, accountId);
    if (space.defaultPlacementId) await requireOwnPlacement(tx, viewer, space.defaultPlacementId);
    const { title, description } = space;
    const seller = await readSellerOfNewSpace(tx, accountId);
    const created = await tx.space.create({
      // The columns are those of an update, in which each may be left out.
      data: {
        ...(columns as object),
        title,
        description,
        sellerId: accountId,
        // Days of the space are those of the seller, until the seller sets another zone.
        timeZone: seller.timeZone,
        searchText: textOfSpace({ title, description, audience: space.audience, sellerName: seller.name }),
        status: 'DRAFT',
        createdAt: app.clock.now(),
      },
    });
    return created.id;
  });
}

/** Locks the number of an account's spaces until the transaction ends. @throws LimitReached */
async function requireRoom(tx: Tx, sellerId: string): Promise<void> {
  await lockName(tx, `spaces:${sellerId}`);
  const max = limits.spaces.spacesPerAccount;
  if ((await tx.space.count({ where: { sellerId } })) >= max)
    throw new LimitReached({
      owner: 'An account',
      max,
      objects: 'spaces',
      advice: 'Change an existing space instead.',
    });
}
