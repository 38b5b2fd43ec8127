import { imageSize } from 'image-size';
import { limits } from '../limits.ts';
import { keysOf } from '../platform/objects.ts';
import { UploadRefused } from './file-refusals.ts';
import { type Structure, structureOf } from './image-structure.ts';

/** Supported image types with their file extensions. */
export const imageEndings = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
} as const;

export type ImageType = keyof typeof imageEndings;

export const imageTypes = keysOf(imageEndings);
/** True if a media type is a supported image type. */
export const isImageType = (word: string): word is ImageType => Object.hasOwn(imageEndings, word);

export interface Image {
  readonly mediaType: ImageType;
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
}

/**
 * Detects the image in the bytes, regardless of the file name; `kinds` are the accepted types, for the message.
 * @throws UploadRefused if the bytes are not an image, contain more than an image, or would need too much memory
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

/** @throws UploadRefused if the size cannot be read, or other readers would find another size */
function measure(bytes: Buffer, { size: effectiveSize }: Structure): { width: number; height: number } {
  let size: { width: number; height: number };
  try {
    size = imageSize(bytes);
  } catch {
    size = { width: 0, height: 0 };
  }
  const { width, height } = size;
  const isSure = !effectiveSize || (effectiveSize.width === width && effectiveSize.height === height);
  if (width < 1 || height < 1 || !isSure)
    throw new UploadRefused(
      'IMAGE_MALFORMED',
      'The image is malformed: its size cannot be determined. Export it again.',
    );
  return { width, height };
}

/** A small file can decompress to any size: the limit is on its size in memory. */
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
