/**
 * Structure of image files: format, number of frames, and the parts that show the image. Metadata, which can name a place, a
 * device or a person, are left out, and so is what lies behind the end of the image, such as the film of a moving photo.
 */
import { crc32 } from 'node:zlib';
import type { ImageType } from './image.ts';

export interface Structure {
  readonly mediaType: ImageType;
  /** Number of frames; 1 for a still image. */
  readonly frames: number;
  /** The effective size in pixels, if readers of the format can disagree about it. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The parts of the file that show the image, in their order; none if it has a fault. */
  readonly parts: readonly Buffer[];
  /** The fault of the image, as the end of a sentence that begins with "it". */
  readonly fault?: string;
}

type Walk = Omit<Structure, 'mediaType'>;

const isCut: Walk = { frames: 0, parts: [], fault: 'is truncated' };
const isWrong: Walk = { frames: 0, parts: [], fault: 'has inconsistent parts' };

/** The structure of an image; undefined for bytes without a known signature. Never reads beyond the end. */
export function structureOf(bytes: Buffer): Structure | undefined {
  const begins = (at: number, text: string) => textAt(bytes, at, text.length) === text;
  if (begins(0, '\x89PNG\r\n\x1a\n')) return { mediaType: 'image/png', ...walkPng(bytes) };
  if (begins(0, '\xff\xd8\xff')) return { mediaType: 'image/jpeg', ...walkJpeg(bytes) };
  if (begins(0, 'GIF87a') || begins(0, 'GIF89a')) return { mediaType: 'image/gif', ...walkGif(bytes) };
  if (begins(0, 'RIFF') && begins(8, 'WEBP')) return { mediaType: 'image/webp', ...walkWebp(bytes) };
  return undefined;
}

const textAt = (bytes: Buffer, at: number, length: number): string => bytes.toString('latin1', at, at + length);

/** The bytes of an image from its parts, with the orientation in which it is shown as its only metadata (1 if upright). */
export function joinParts({ mediaType, parts }: Structure, orientation: number): Buffer {
  if (mediaType === 'image/webp') return joinWebp(parts, orientation);
  const [start = Buffer.alloc(0), ...rest] = parts;
  const exif = orientation === 1 ? [] : (exifParts[mediaType]?.(orientation) ?? []);
  return Buffer.concat([start, ...exif, ...rest]);
}

/** The part of a format that has the orientation. GIF has none. */
const exifParts: Partial<Record<ImageType, (orientation: number) => readonly Buffer[]>> = {
  'image/png': (orientation) => [pngChunk('eXIf', exifOf(orientation))],
  'image/jpeg': (orientation) => {
    const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(orientation)]);
    return [Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif];
  },
};

/** Exif with one field, the orientation (TIFF 6.0, tag 274). */
function exifOf(orientation: number): Buffer {
  const exif = Buffer.from('II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0', 'latin1');
  exif.writeUInt16LE(orientation, 18);
  return exif;
}

function pngChunk(name: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(name, 4, 'latin1');
  content.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
}

/** Chunks of PNG for the image, its colours and its animation. Others have texts, times and previews. */
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** PNG: chunks of length, name, content and checksum, from IHDR to IEND. */
function walkPng(bytes: Buffer): Walk {
  let frames = 0;
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const [name, next] = [textAt(bytes, at + 4, 4), at + 12 + bytes.readUInt32BE(at)];
    if ((at === 8) !== (name === 'IHDR')) return isWrong;
    if (next > bytes.length) return isCut;
    if (name === 'fcTL') frames += 1;
    // The signature and the header are one part, so that every part but the first is a chunk.
    if (pngChunks.has(name)) parts.push(bytes.subarray(at === 8 ? 0 : at, next));
    if (name === 'IEND') return { frames: Math.max(1, frames), parts };
    at = next;
  }
  return isCut;
}

/** JPEG: segments that begin with FF and a marker; behind a scan's header come its data, up to the next marker. */
function walkJpeg(bytes: Buffer): Walk {
  const [start, scan, end] = [0xd8, 0xda, 0xd9];
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  for (let at = 2; at + 2 <= bytes.length; ) {
    // Readers skip what is between two segments, and FF before a marker.
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff) {
      at = bytes.indexOf(0xff, at + 1);
      if (at < 0) return isCut;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === end) return size ? { frames: 1, size, parts: [...parts, bytes.subarray(at, at + 2)] } : isWrong;
    if (marker === start || marker <= 0x01 || isRestart(marker)) return isWrong;
    if (at + 4 > bytes.length) return isCut;
    if (isFrameHeader(marker)) {
      if (size || at + 9 > bytes.length) return isWrong;
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    const behindHeader = at + 2 + bytes.readUInt16BE(at + 2);
    const next = marker === scan ? endOfScan(bytes, behindHeader) : behindHeader;
    if (next > bytes.length) return isCut;
    parts.push(...segmentParts(marker, bytes.subarray(at, next)));
    at = next;
  }
  return isCut;
}

/** The parts of a segment that show the image: of the application segments only those about resolution and colours. */
function segmentParts(marker: number, segment: Buffer): readonly Buffer[] {
  if (marker < 0xe0) return [segment];
  const has = (name: string) => textAt(segment, 4, name.length) === name;
  // The preview in it is left out: its sides become 0.
  if (marker === 0xe0 && has('JFIF\0') && segment.length >= 18)
    return [Buffer.from([0xff, 0xe0, 0, 16]), segment.subarray(4, 16), Buffer.alloc(2)];
  const isAboutColours = (marker === 0xe2 && has('ICC_PROFILE\0')) || (marker === 0xee && has('Adobe'));
  return isAboutColours ? [segment] : [];
}

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** C0 to CF but for tables (C4, CC) and a reserved one. */
const isFrameHeader = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    // FF 00 is a byte of the data, and several FF are one.
    if (next !== undefined && next !== 0x00 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

/** Application extensions of GIF: the repetition of the animation, and the colour profile. Others have metadata. */
const gifLoops = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);
const gifProfile = 'ICCRGBG1012';

/** GIF: a screen, then extensions and images, each ending in a list of blocks, then a trailer of one byte. */
function walkGif(bytes: Buffer): Walk {
  if (bytes.length < 13) return isCut;
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const trailer = Buffer.from(';');
  let frames = 0;
  let at = 13 + colourBytes(bytes[10] ?? 0);
  const parts: Buffer[] = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) break;
    if (kind !== 0x21 && kind !== 0x2c) return isWrong;
    if (kind === 0x2c) {
      if (at + 10 > bytes.length) return isCut;
      const right = bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5);
      const bottom = bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7);
      if (right > width || bottom > height) return isWrong;
      frames += 1;
    }
    const next = endOfBlocks(bytes, kind === 0x21 ? at + 2 : at + 11 + colourBytes(bytes[at + 9] ?? 0));
    const part = bytes.subarray(at, next);
    parts.push(...(kind === 0x21 ? extensionParts(part) : [part]));
    at = next;
  }
  // Readers do not miss the trailer.
  if (at > bytes.length) return isCut;
  return frames > 0 ? { frames, parts: [...parts, trailer] } : isWrong;
}

/** The parts of an extension that show the image: the time of a frame, the repetition, and the colour profile. */
function extensionParts(extension: Buffer): readonly Buffer[] {
  const label = extension[1];
  if (label === 0xf9) return [extension];
  const application = label === 0xff ? textAt(extension, 3, 11) : '';
  if (gifLoops.has(application) && extension[14] === 3) return [extension.subarray(0, 18), Buffer.alloc(1)];
  return application === gifProfile ? [extension] : [];
}

/** Length of the color table that a flags byte announces, in bytes. */
const colourBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

/** Chunks of WebP for the image, its colours and its animation. */
const webpChunks = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);

/** WebP: one RIFF container of chunks with name, length and content, filled up to even lengths. */
function walkWebp(bytes: Buffer): Walk {
  if (bytes.length < 20) return isCut;
  const end = 8 + bytes.readUInt32LE(4);
  const chunks = chunksIn(bytes.subarray(12, end));
  // Some programs leave out the last byte, which only fills up the length.
  if (!chunks) return end > bytes.length + 1 ? isCut : isWrong;
  const parts = chunks.filter(({ name }) => webpChunks.has(name)).map(withoutUnknownChunks);
  const frames = chunks.filter(({ name }) => name === 'ANMF').length;
  return end > bytes.length + 1 ? isCut : { frames: Math.max(1, frames), parts };
}

interface Chunk {
  readonly name: string;
  readonly content: Buffer;
}

/** The chunks of a container; undefined if they do not fill it. */
function chunksIn(bytes: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const [name, length] = [textAt(bytes, at, 4), bytes.readUInt32LE(at + 4)];
    if (at + 8 + length > bytes.length) return undefined;
    chunks.push({ name, content: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return at >= bytes.length ? chunks : undefined;
}

/** Bytes of a frame of an animation before its chunks. */
const frameHeaderBytes = 16;

function withoutUnknownChunks({ name, content }: Chunk): Buffer {
  const inFrame = name === 'ANMF' ? chunksIn(content.subarray(frameHeaderBytes)) : undefined;
  if (!inFrame) return webpChunk(name, content);
  const pictureChunks = inFrame
    .filter((chunk) => webpChunks.has(chunk.name))
    .map((chunk) => webpChunk(chunk.name, chunk.content));
  return webpChunk(name, Buffer.concat([content.subarray(0, frameHeaderBytes), ...pictureChunks]));
}

function webpChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** The container of WebP. The flags of its header say whether it has Exif (8) and XMP (4). */
function joinWebp(parts: readonly Buffer[], orientation: number): Buffer {
  const hasExif = orientation !== 1;
  const exif = hasExif ? [webpChunk('EXIF', exifOf(orientation))] : [];
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts, ...exif]);
  if (textAt(body, 4, 4) === 'VP8X') body[12] = ((body[12] ?? 0) & ~0x0c) | (hasExif ? 0x08 : 0);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
