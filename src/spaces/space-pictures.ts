/** The pictures of a space: uploaded images in an order that the seller chooses. */

import { requirePersonEditor } from '../access/actor.ts';
import { filesToAttach } from '../access/file-access.ts';
import type { Viewer } from '../access/viewer.ts';
import { imageTypes } from '../files/image.ts';
import { replaceFiles, takeFiles } from '../files/replace-files.ts';
import { limits } from '../limits.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { lockChangeableSpace } from './lock-space.ts';

interface PictureCall {
  readonly spaceId: string;
  readonly fileId: string;
}

/**
 * Adds an uploaded image of the viewer to a space of the viewer, as its last picture, and returns the id of the space.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, SpaceNotFound, SpaceStatusNotAllowed, LimitReached
 */
export function addSpacePicture(app: AppServices, viewer: Viewer, { spaceId, fileId }: PictureCall): Promise<string> {
  requirePersonEditor(viewer);
  return app.db.$transaction(async (tx) => {
    const { sellerId } = await lockChangeableSpace(tx, viewer, spaceId);
    const pictures = await picturesOf(tx, spaceId);
    const max = limits.spaces.pictures;
    if (pictures.length >= max)
      throw new LimitReached({ owner: 'A space', max, objects: 'pictures', advice: 'Remove one first.' });
    const mayTake = filesToAttach(sellerId);
    await takeFiles(tx, { taken: [fileId], field: 'fileId', mayTake, mediaTypes: imageTypes, at: app.clock.now() });
    const position = (pictures.at(-1)?.position ?? 0) + 1;
    await tx.spacePicture.create({ data: { spaceId, fileId, position } });
    return spaceId;
  });
}

/**
 * Removes a picture from a space of the viewer, and returns the id of the space. The file is deleted later, unless it is
 * used again.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, SpaceNotFound, SpaceStatusNotAllowed
 */
export function removeSpacePicture(
  app: AppServices,
  viewer: Viewer,
  { spaceId, fileId }: PictureCall,
): Promise<string> {
  requirePersonEditor(viewer);
  return app.db.$transaction(async (tx) => {
    await lockChangeableSpace(tx, viewer, spaceId);
    const { count } = await tx.spacePicture.deleteMany({ where: { spaceId, fileId } });
    if (count === 0) throw new InputInvalid([{ field: 'fileId', message: 'must be the id of a picture of the space' }]);
    await replaceFiles(tx, {
      ...{ taken: undefined, left: fileId, field: 'fileId', mayTake: {}, mediaTypes: imageTypes },
      at: app.clock.now(),
    });
    return spaceId;
  });
}

/**
 * Changes the order of the pictures of a space of the viewer, and returns the id of the space.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid unless `fileIds` are the pictures of the space, each once, SpaceNotFound,
 * SpaceStatusNotAllowed
 */
export function reorderSpacePictures(
  app: AppServices,
  viewer: Viewer,
  { spaceId, fileIds }: { readonly spaceId: string; readonly fileIds: readonly string[] },
): Promise<string> {
  requirePersonEditor(viewer);
  return app.db.$transaction(async (tx) => {
    await lockChangeableSpace(tx, viewer, spaceId);
    const pictures = await picturesOf(tx, spaceId);
    const isPermutation =
      fileIds.length === pictures.length && pictures.every(({ fileId }) => fileIds.includes(fileId));
    if (!isPermutation)
      throw new InputInvalid([
        { field: 'fileIds', message: `must contain each of the ${pictures.length} pictures of the space once` },
      ]);
    for (const [index, fileId] of fileIds.entries())
      await tx.spacePicture.update({ where: { fileId }, data: { position: index + 1 } });
    return spaceId;
  });
}

const picturesOf = (tx: Tx, spaceId: string) =>
  tx.spacePicture.findMany({ where: { spaceId }, orderBy: { position: 'asc' } });

/** Returns the files among these that spaces use as pictures. */
export async function filesOfSpaces(tx: Tx, fileIds: readonly string[]): Promise<readonly string[]> {
  const pictures = await tx.spacePicture.findMany({
    where: { fileId: { in: [...fileIds] } },
    select: { fileId: true },
  });
  return pictures.map(({ fileId }) => fileId);
}
