import { ownSpaces } from '../access/access.ts';
import { requirePersonEditor, requireRole } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { SpaceNotFound } from './space-refusals.ts';

/** @throws SpaceNotFound, AccountRefused for a person who may only read for the seller of the space */
export async function requireRoleInSpace({ db }: AppServices, viewer: Viewer, spaceId: string): Promise<void> {
  const space = await db.space.findFirst({ where: { AND: [{ id: spaceId }, ownSpaces(viewer)] } });
  if (!space) throw new SpaceNotFound();
  requireRole(viewer, space.sellerId);
}

/** The kinds of ads that a space may take. */
export const creativeKinds = {
  HTML: { description: 'The content is text or HTML.' },
  IMAGE: { description: 'An image with the address that a click leads to.' },
} as const;
export type CreativeKind = keyof typeof creativeKinds;

/** All rules of a space for its ads: for a value that is left out, only the general limits apply. */
export interface NewCreativeRules {
  readonly kinds: readonly CreativeKind[];
  readonly imageWidth?: number | null | undefined;
  readonly imageHeight?: number | null | undefined;
  readonly isImageSizeExact?: boolean | null | undefined;
  readonly maxImageBytes?: number | null | undefined;
  readonly maxHtmlCharacters?: number | null | undefined;
  readonly allowsRemoteContent?: boolean | null | undefined;
}

/**
 * Sets the creative rules of a space of the seller; submitted ads do not change. Whether ads may load remote content is decided
 * when they are shown, so that a consent can be withdrawn.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, SpaceNotFound
 */
export async function updateCreativeRules(
  app: AppServices,
  viewer: Viewer,
  { spaceId, rules }: { readonly spaceId: string; readonly rules: NewCreativeRules },
): Promise<void> {
  requirePersonEditor(viewer);
  const { kinds, isImageSizeExact, imageWidth, imageHeight, maxImageBytes, maxHtmlCharacters } = rules;
  const bounds = {
    imageWidth: imageWidth ?? null,
    imageHeight: imageHeight ?? null,
    maxImageBytes: maxImageBytes ?? null,
    maxHtmlCharacters: maxHtmlCharacters ?? null,
  };
  const problems: InputProblem[] = Object.entries(bounds)
    .filter(([, bound]) => bound !== null && bound < 1)
    .map(([field]) => ({ field, message: 'must be 1 or more, or left out' }));
  if (kinds.length === 0) problems.push({ field: 'kinds', message: 'must contain at least one kind' });
  if (isImageSizeExact && !imageWidth && !imageHeight)
    problems.push({
      field: 'isImageSizeExact',
      message: 'must be left out or false if there is neither a width nor a height',
    });
  if (problems.length > 0) throw new InputInvalid(problems);
  await requireRoleInSpace(app, viewer, spaceId);
  const { count } = await app.db.space.updateMany({
    where: { AND: [{ id: spaceId }, ownSpaces(viewer)] },
    data: {
      ...bounds,
      acceptsHtml: kinds.includes('HTML'),
      acceptsImages: kinds.includes('IMAGE'),
      isImageSizeExact: isImageSizeExact ?? false,
      allowsRemoteContent: rules.allowsRemoteContent ?? false,
    },
  });
  if (count === 0) throw new SpaceNotFound();
}
