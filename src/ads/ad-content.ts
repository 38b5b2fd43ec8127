/** Content of ads: text or an image, checked against the creative rules of the space. */
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
import { creativeProblems, sourceProblems } from './check-creative.ts';

/**
 * Replaces the content of a draft: omitted fields are cleared.
 * @throws InputInvalid for both a text and an image, an image that cannot be used, or content that the space does not accept
 */
export async function saveContent(tx: Tx, { ad, order, viewer, at, input }: AdStepContext): Promise<AdEffectResult> {
  // The process table defines the fields of the input.
  const { html, imageId, targetUrl, altText } = input as Partial<
    Record<'html' | 'imageId' | 'targetUrl' | 'altText', string>
  >;
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
  const problems = [...sourceProblems(image), ...(await problemsInSpace(tx, ad, { html: html ?? null, image }))];
  if (problems.length > 0) throw new InputInvalid(problems);
  return {
    patch: {
      html: html ?? null,
      imageId: imageId ?? null,
      targetUrl: targetUrl ?? null,
      altText: altText ?? null,
    },
  };
}

/** Checks the creative rules again before the ad is submitted, because they may have changed. @throws AdStepNotAllowed */
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

/** Problems of a content with the rules of its space; an ad without an order has no space. */
async function problemsInSpace(tx: Tx, { itemId }: Ad, content: { html: string | null; image: File | null }) {
  if (!itemId) return [];
  const space = await tx.space.findFirst({ where: { options: { some: { items: { some: { id: itemId } } } } } });
  return space ? creativeProblems(space, content) : [];
}

/** Returns the files among these that ads use. */
export async function filesOfAds(tx: Tx, fileIds: readonly string[]): Promise<readonly string[]> {
  const ads = await tx.ad.findMany({ where: { imageId: { in: [...fileIds] } }, select: { imageId: true } });
  return ads.flatMap(({ imageId }) => imageId ?? []);
}
