/** The uses that files are uploaded for, with the limits of each. */
import type { FilePurpose } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { maxBytesOf, mediaTypes } from './content.ts';
import { imageTypes } from './image.ts';

interface PurposeLimits {
  readonly mediaTypes: readonly string[];
  readonly maxBytesOf: (mediaType: string) => number;
  /** Maximum of pixels on each side of an image. */
  readonly maxSidePixels: number;
}

const ofLogos: PurposeLimits = {
  mediaTypes: imageTypes,
  maxBytesOf: () => limits.logos.bytes,
  maxSidePixels: limits.logos.sidePixels,
};

export const purposeLimits: Readonly<Record<FilePurpose, PurposeLimits>> = {
  CONTENT: { mediaTypes, maxBytesOf, maxSidePixels: limits.files.sidePixels },
  ACCOUNT_LOGO: ofLogos,
  MARKETPLACE_LOGO: ofLogos,
};
