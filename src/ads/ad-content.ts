/** What an ad is made of: a text, or an image; and what its space takes. */
import { rolesInAd } from '../access/access.ts';
import { filesFor } from '../access/file-access.ts';
import { imageTypes } from '../files/image.ts';
import { replaceFiles } from '../files/replace-files.ts';
import type { Ad, File } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { AdStep } from '../process/ad.ts';
import { AdStepNotAllowed, adSnapshotFor } from './ad.ts';
import type { AdEffectResult, AdStepContext } from './ad-effects.ts';
import { creativeProblems } from './check-creative.ts';

/**
 * Saves a draft whole: what is left out of the input is taken out of the ad.
 * @throws InputInvalid for a text and an image at once, an image that may not be taken, or what the space does not take
 */
export async function saveContent(tx: Tx, { ad, order, viewer, at, input }: AdStepContext): Promise<AdEffectResult> {
  // The table of ads says what is asked for.
  const { html, imageId, targetUrl } = input as Partial<Record<'html' | 'imageId' | 'targetUrl', string>>;
  if (html && imageId)
    throw new InputInvalid([{ field: 'imageId', message: 'must be left out if `html` is sent; an ad has either' }]);
  const image = await replaceFiles(tx, {
    taken: imageId,
    field: 'imageId',
    left: ad.imageId,
    mayTake: filesFor(viewer, order),
    mediaTypes: imageTypes,
    at,
  });
  const problems = await problemsInSpace(tx, ad, { html: html ?? null, image });
  if (problems.length > 0) throw new InputInvalid(problems);
  return { patch: { html: html ?? null, imageId: imageId ?? null, targetUrl: targetUrl ?? null } };
}

/** Looks once more before the ad is submitted: the rules may have changed since it was saved. @throws AdStepNotAllowed */
export async function keepToCreativeRules(tx: Tx, { ad, order, viewer }: AdStepContext): Promise<AdEffectResult> {
  const image = ad.imageId ? await tx.file.findUnique({ where: { id: ad.imageId } }) : null;
  const problems = await problemsInSpace(tx, ad, { html: ad.html, image });
  if (problems.length === 0) return {};
  const words = problems.map(({ field, message }) => `\`${field}\` ${message}`).join('; ');
  throw new AdStepNotAllowed(
    step,
    {
      code: 'CONDITION_NOT_MET',
      reason: `The ad does not match the creative rules of its space: ${words}. Change it first.`,
    },
    adSnapshotFor(ad, rolesInAd(ad, order, viewer)),
  );
}

const step: AdStep = 'submitAd';

/** What the space of an ad does not take of a content; an ad without an order has no space. */
async function problemsInSpace(tx: Tx, { itemId }: Ad, content: { html: string | null; image: File | null }) {
  if (!itemId) return [];
  const space = await tx.space.findFirst({ where: { options: { some: { items: { some: { id: itemId } } } } } });
  return space ? creativeProblems(space, content) : [];
}

/** Which of these files are in ads. */
export async function filesOfAds(tx: Tx, fileIds: readonly string[]): Promise<readonly string[]> {
  const ads = await tx.ad.findMany({ where: { imageId: { in: [...fileIds] } }, select: { imageId: true } });
  return ads.flatMap(({ imageId }) => imageId ?? []);
}
