/** Images of uploads: detected in the bytes, without metadata, and scaled down if they are large. */
import sharp from 'sharp';
import { limits } from '../limits.ts';
import { concurrencyLimit } from '../platform/concurrency-limit.ts';
import { keysOf } from '../platform/objects.ts';
import { tuning } from '../tuning.ts';
import { UploadRefused } from './file-refusals.ts';
import { joinParts, type Structure, structureOf } from './image-structure.ts';

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
  /** In pixels, as it is shown: a photo that was taken upright is higher than wide. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  /** The bytes to store. */
  readonly bytes: Buffer;
  /** True if the image was scaled down; else its pixels are those of the upload. */
  readonly isReduced: boolean;
}

/** Images are read once, and each in one thread: the others are needed by the file system and DNS. */
sharp.cache(false);
sharp.concurrency(1);
const inTurn = concurrencyLimit(tuning.files.concurrentImages);

/**
 * Detects the structure of the image in the bytes, regardless of the file name; `kinds` are the accepted types, for the message.
 * @throws UploadRefused if the bytes are not an image
 */
export function detectImage(bytes: Buffer, kinds: readonly string[] = imageTypes): Structure {
  const structure = structureOf(bytes);
  if (structure) return structure;
  if (isHeic(bytes)) throw new UploadRefused('MEDIA_TYPE_UNKNOWN', heicAdvice);
  throw new UploadRefused('MEDIA_TYPE_UNKNOWN', `The bytes must be one of these media types: ${kinds.join(', ')}.`);
}

/** The format of photos on phones that browsers do not show. Reading it requires a licence, so no library converts it here. */
const isHeic = (bytes: Buffer): boolean =>
  /^ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/.test(bytes.toString('latin1', 4, 12));

export const heicTypes: readonly string[] = ['image/heic', 'image/heif'];

export const heicAdvice =
  'The photo is in the format HEIC, which browsers cannot show. Save it as JPEG and upload that. On an iPhone, Settings, Camera, Formats, Most Compatible takes photos as JPEG.';

/**
 * Reads the image in the bytes and returns it without metadata, except for its orientation and its colour profile. A large
 * still image is scaled down; the pixels of any other are unchanged.
 * @throws UploadRefused if the bytes are not an image, cannot be read, or would need too much memory
 */
export async function readImage(bytes: Buffer, kinds?: readonly string[]): Promise<Image> {
  const structure = detectImage(bytes, kinds);
  if (structure.fault) throw malformed(`it ${structure.fault}`);
  const { mediaType, frames } = structure;
  return inTurn(async () => {
    const size = await measure(structure);
    refuseOversized(size, frames);
    const orientation = await orientationOf(bytes);
    const whole = joinParts(structure, orientation);
    if (frames === 1 && isLarge(size, whole.length)) return { mediaType, ...(await reduce(whole)), isReduced: true };
    const shown = orientation >= 5 ? { width: size.height, height: size.width } : size;
    return { mediaType, ...shown, bytes: whole, isReduced: false };
  });
}

const malformed = (reason: string) =>
  new UploadRefused('IMAGE_MALFORMED', `The image is malformed: ${reason}. Export it again.`);

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The stored size of an image. @throws UploadRefused if it cannot be read, or readers would find another size */
async function measure(structure: Structure): Promise<Size> {
  const { width, height } = await decoded(() =>
    sharp(joinParts(structure, upright), { failOn: 'error', limitInputPixels: false }).metadata(),
  );
  const { size = { width, height } } = structure;
  if (width < 1 || height < 1 || size.width !== width || size.height !== height)
    throw malformed('its size cannot be determined');
  return { width, height };
}

const upright = 1;

/** The Exif orientation of an image; upright if its metadata cannot be read. */
const orientationOf = (bytes: Buffer): Promise<number> =>
  sharp(bytes, { failOn: 'none', limitInputPixels: false })
    .metadata()
    .then(
      ({ orientation }) => orientation ?? upright,
      () => upright,
    );

/** The result of the decoder. @throws UploadRefused if it cannot read the image */
async function decoded<Result>(decode: () => Promise<Result>): Promise<Result> {
  try {
    return await decode();
  } catch {
    throw malformed('it cannot be read');
  }
}

const { reduced } = limits.files;

const isLarge = ({ width, height }: Size, bytes: number): boolean =>
  Math.max(width, height) > reduced.sidePixels && (bytes > reduced.aboveBytes || width * height > reduced.abovePixels);

/** Scales an image down and turns it upright. */
async function reduce(bytes: Buffer): Promise<Size & { bytes: Buffer }> {
  const image = sharp(bytes, { failOn: 'error', limitInputPixels: limits.files.pixels, sequentialRead: true });
  const { data, info } = await decoded(async () => {
    const small = image.autoOrient().resize({ ...boxOf(reduced.sidePixels), fit: 'inside', withoutEnlargement: true });
    // A profile for print describes inks. The pixels become sRGB.
    const { space } = await image.metadata();
    const withProfile = space === 'cmyk' ? small : small.keepIccProfile();
    return withProfile.timeout({ seconds: tuning.files.imageSeconds }).toBuffer({ resolveWithObject: true });
  });
  return { width: info.width, height: info.height, bytes: data };
}

const boxOf = (side: number): Size => ({ width: side, height: side });

/** A small file can decompress to any size: the limit is on its size in memory. */
function refuseOversized({ width, height }: Size, frames: number): void {
  const { sidePixels, pixels, pixelsOfAllFrames, frames: maxFrames } = limits.files;
  const refuse = (most: string, is: string): never => {
    throw new UploadRefused('IMAGE_TOO_LARGE', `The image must have at most ${most}; it has ${is}.`);
  };
  const maxPixels = frames > 1 ? reduced.abovePixels : pixels;
  if (Math.max(width, height) > sidePixels) refuse(`${sidePixels} pixels on each side`, `${width} × ${height}`);
  if (width * height > maxPixels) refuse(`${maxPixels} pixels`, `${width} × ${height}`);
  if (frames > maxFrames) refuse(`${maxFrames} frames`, String(frames));
  if (width * height * frames > pixelsOfAllFrames)
    refuse(`${pixelsOfAllFrames} pixels in all its frames together`, `${frames} frames of ${width} × ${height}`);
}
