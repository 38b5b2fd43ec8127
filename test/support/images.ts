/** Generated images, as small as their formats allow, with the faults that a test needs. */
import { crc32, deflateSync } from 'node:zlib';

interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** A grey PNG; `sizeBytes` fills it up with empty parts of its data. Larger than 1,000 pixels, it only says so. */
export function png({ width = 4, height = 3, sizeBytes = 0 }: Size & { sizeBytes?: number } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const pixels = width * height > 1_000_000 ? Buffer.alloc(1) : Buffer.alloc((width + 1) * height);
  const [data, empty] = [deflateSync(pixels), Buffer.from([0, 0, 0, 0xff, 0xff])];
  const parts = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  const missing = sizeBytes - Buffer.concat(parts).length;
  // An empty block has 5 bytes, and an empty chunk 12.
  const chunks = missing > 0 ? (missing * 3) % 5 : 0;
  const blocks = Math.max(0, (missing - 12 * chunks) / 5);
  const filled = Buffer.concat([data.subarray(0, 2), Buffer.alloc(5 * blocks, empty), data.subarray(2)]);
  parts.splice(
    2,
    1,
    ...Array.from({ length: chunks }, () => pngChunk('IDAT', Buffer.alloc(0))),
    pngChunk('IDAT', filled),
  );
  return Buffer.concat(parts);
}

export function pngChunk(name: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(name, 4, 'latin1');
  content.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
}

/** A GIF with this many frames, each as large as the whole or as given. */
export function gif({ width = 4, height = 3, frames = 1, frame = {} }: Size & { frames?: number; frame?: Size } = {}) {
  const screen = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  screen.writeUInt16LE(width, 6);
  screen.writeUInt16LE(height, 8);
  const image = Buffer.from('!\xf9\x04\0\x0a\0\0\0,\0\0\0\0\0\0\0\0\0\x02\x02D\x01\0', 'latin1');
  image.writeUInt16LE(frame.width ?? width, 13);
  image.writeUInt16LE(frame.height ?? height, 15);
  return Buffer.concat([screen, ...Array.from({ length: frames }, () => image), Buffer.from(';')]);
}

/** A JPEG as far as its structure goes; `decoy` puts another size where careless readers look. */
export function jpeg({ width = 4, height = 3, decoy }: Size & { decoy?: Required<Size> } = {}): Buffer {
  const frame = (size: Required<Size>) => {
    const content = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
    content.writeUInt16BE(size.height, 1);
    content.writeUInt16BE(size.width, 3);
    return jpegSegment(0xc0, content);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(decoy ? [frame(decoy)] : []),
    frame({ width, height }),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 0x3f, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
  ]);
}

/** A segment of a JPEG. */
export function jpegSegment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A WebP that says how large it is and, with several frames, that it moves. */
export function webp({ width = 4, height = 3, frames = 1 }: Size & { frames?: number } = {}): Buffer {
  const canvas = Buffer.alloc(10);
  canvas[0] = frames > 1 ? 2 : 0;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const picture = webpChunk('VP8L', Buffer.from([0x2f, 3, 0x80, 0, 0, 0, 0]));
  const frame = Buffer.alloc(16);
  frame.writeUIntLE(3, 6, 3);
  frame.writeUIntLE(2, 9, 3);
  return webpOf([
    webpChunk('VP8X', canvas),
    ...(frames === 1
      ? [picture]
      : [
          webpChunk('ANIM', Buffer.alloc(6)),
          ...Array.from({ length: frames }, () => webpChunk('ANMF', Buffer.concat([frame, picture]))),
        ]),
  ]);
}

/** A chunk of a WebP. */
export function webpChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

/** A WebP of these chunks. */
export function webpOf(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
