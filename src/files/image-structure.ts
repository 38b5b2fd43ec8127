/**
 * Structure of image files: format, number of frames, and whether the file ends where it should. An image with data after
 * its end, or with inconsistent parts, may be read differently by other programs, and is rejected.
 */
import type { ImageType } from './image.ts';

export interface Structure {
  readonly mediaType: ImageType;
  /** Number of frames; 1 for a still image. */
  readonly frames: number;
  /** The effective size in pixels, if readers of the format can disagree about it. */
  readonly size?: { readonly width: number; readonly height: number };
  /** The fault of the image, as the end of a sentence that begins with "it". */
  readonly fault?: string;
}

type Walk = Omit<Structure, 'mediaType'>;

const isCut: Walk = { frames: 0, fault: 'is truncated' };
const isLonger: Walk = { frames: 0, fault: 'has data after its end' };
const isWrong: Walk = { frames: 0, fault: 'has inconsistent parts' };

/** The structure of an image; undefined for bytes without a known signature. Never reads beyond the end. */
export function structureOf(bytes: Buffer): Structure | undefined {
  const begins = (at: number, text: string) => bytes.toString('latin1', at, at + text.length) === text;
  if (begins(0, '\x89PNG\r\n\x1a\n')) return { mediaType: 'image/png', ...walkPng(bytes) };
  if (begins(0, '\xff\xd8\xff')) return { mediaType: 'image/jpeg', ...walkJpeg(bytes) };
  if (begins(0, 'GIF87a') || begins(0, 'GIF89a')) return { mediaType: 'image/gif', ...walkGif(bytes) };
  if (begins(0, 'RIFF') && begins(8, 'WEBP')) return { mediaType: 'image/webp', ...walkWebp(bytes) };
  return undefined;
}

/** PNG: chunks of length, name, content and checksum, from IHDR to IEND. */
function walkPng(bytes: Buffer): Walk {
  let frames = 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    if ((at === 8) !== (name === 'IHDR')) return isWrong;
    if (name === 'fcTL') frames += 1;
    at += 12 + bytes.readUInt32BE(at);
    if (name === 'IEND')
      return at === bytes.length ? { frames: Math.max(1, frames) } : at < bytes.length ? isLonger : isCut;
  }
  return isCut;
}

/** JPEG: segments that begin with FF and a marker; behind a scan's header come its data, up to the next marker. */
function walkJpeg(bytes: Buffer): Walk {
  const [start, scan, end] = [0xd8, 0xda, 0xd9];
  let size: { width: number; height: number } | undefined;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return isWrong;
    const marker = bytes[at + 1] ?? 0;
    at += 2;
    if (marker === end) return at < bytes.length ? isLonger : size ? { frames: 1, size } : isWrong;
    if (marker === start || marker <= 0x01 || marker === 0xff || isRestart(marker)) return isWrong;
    if (at + 2 > bytes.length) return isCut;
    if (isFrameHeader(marker)) {
      if (size || at + 7 > bytes.length) return isWrong;
      size = { height: bytes.readUInt16BE(at + 3), width: bytes.readUInt16BE(at + 5) };
    }
    at += bytes.readUInt16BE(at);
    if (marker === scan) at = endOfScan(bytes, at);
  }
  return isCut;
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

/** GIF: a screen, then extensions and images, each ending in a list of blocks, then a trailer of one byte. */
function walkGif(bytes: Buffer): Walk {
  if (bytes.length < 13) return isCut;
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  let frames = 0;
  for (let at = 13 + colourBytes(bytes[10] ?? 0); at < bytes.length; ) {
    const kind = bytes[at];
    if (kind === 0x3b) return at + 1 < bytes.length ? isLonger : frames > 0 ? { frames } : isWrong;
    if (kind === 0x21) at = endOfBlocks(bytes, at + 2);
    else if (kind === 0x2c) {
      if (at + 10 > bytes.length) return isCut;
      const right = bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5);
      const bottom = bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7);
      if (right > width || bottom > height) return isWrong;
      frames += 1;
      at = endOfBlocks(bytes, at + 11 + colourBytes(bytes[at + 9] ?? 0));
    } else return isWrong;
  }
  return isCut;
}

/** Length of the color table that a flags byte announces, in bytes. */
const colourBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

/** WebP: one RIFF container of chunks with name, length and content, filled up to even lengths. */
function walkWebp(bytes: Buffer): Walk {
  if (bytes.length < 20) return isCut;
  const end = 8 + bytes.readUInt32LE(4);
  if (end !== bytes.length) return end < bytes.length ? isLonger : isCut;
  let [frames, at] = [0, 12];
  while (at + 8 <= end) {
    const length = bytes.readUInt32LE(at + 4);
    if (bytes.toString('latin1', at, at + 4) === 'ANMF') frames += 1;
    at += 8 + length + (length % 2);
  }
  return at === end ? { frames: Math.max(1, frames) } : isWrong;
}
