import { imageSize } from 'image-size';
import { limits } from '../limits.ts';
import { keysOf } from '../platform/objects.ts';
import { UploadRefused } from './file-refusals.ts';
import { type Structure, structureOf } from './image-structure.ts';

/** The kinds of images that are taken, each with the ending that its files have. */
export const imageEndings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
} as const;

export type ImageType = keyof typeof imageEndings;

export const imageTypes = keysOf(imageEndings);
/** Whether a media type is that of an image that is taken. */
export const isImageType = (word: string): word is ImageType => Object.hasOwn(imageEndings, word);

export interface Image {
  readonly mediaType: ImageType;
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
}

/**
 * What image these bytes are, whatever they are called; `kinds` is what would be taken in its place.
 * @throws UploadRefused if they are none, are more than an image, or would take too much memory to show
 */
export function readImage(bytes: Buffer, kinds: readonly string[] = imageTypes): Image {
  const structure = structureOf(bytes);
  if (!structure)
    throw new UploadRefused('MEDIA_TYPE_UNKNOWN', `The bytes must be one of these media types: ${kinds.join(', ')}.`);
  if (structure.fault)
    throw new UploadRefused('IMAGE_MALFORMED', `The image is malformed: it ${structure.fault}. Export it again.`);
  const { mediaType } = structure;
  const image = { mediaType, ...measure(bytes, structure) };
  refuseOversized(image, structure.frames);
  return image;
}

/** @throws UploadRefused if the size is not to be found, or other readers of the image would find another */
function measure(bytes: Buffer, { size }: Structure): { width: number; height: number } {
  let found: { width: number; height: number };
  try {
    found = imageSize(bytes);
  } catch {
    found = { width: 0, height: 0 };
  }
  const { width, height } = found;
  const isSure = !size || (size.width === width && size.height === height);
  if (width < 1 || height < 1 || !isSure)
    throw new UploadRefused(
      'IMAGE_MALFORMED',
      'The image is malformed: its size cannot be determined. Export it again.',
    );
  return { width, height };
}

/** A small file can unfold to any size: what counts is what it becomes in memory. */
function refuseOversized({ width, height }: Image, frames: number): void {
  const { sidePixels, pixels, pixelsOfAllFrames } = limits.files;
  const refuse = (most: string, is: string): never => {
    throw new UploadRefused('IMAGE_TOO_LARGE', `The image must have at most ${most}; it has ${is}.`);
  };
  if (Math.max(width, height) > sidePixels) refuse(`${sidePixels} pixels on each side`, `${width} × ${height}`);
  if (width * height > pixels) refuse(`${pixels} pixels`, `${width} × ${height}`);
  if (width * height * frames > pixelsOfAllFrames)
    refuse(`${pixelsOfAllFrames} pixels in all its frames together`, `${frames} frames of ${width} × ${height}`);
}
