/** Generated images, as small as their formats allow, with the faults that a test needs. */
import { crc32, deflateSync } from 'node:zlib';

interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** A grey PNG; `sizeBytes` fills it up with a comment. Larger than 1,000 pixels, it only says so. */
export function png({ width = 4, height = 3, sizeBytes = 0 }: Size & { sizeBytes?: number } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const pixels = width * height > 1_000_000 ? Buffer.alloc(1) : Buffer.alloc((width + 1) * height);
  const parts = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  const missing = sizeBytes - Buffer.concat(parts).length;
  if (missing > 0) parts.splice(2, 0, pngChunk('tEXt', Buffer.alloc(missing - 12, 'x')));
  return Buffer.concat(parts);
}

function pngChunk(name: string, content: Buffer): Buffer {
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
  const segment = (marker: number, content: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  const frame = (size: Required<Size>) => {
    const content = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
    content.writeUInt16BE(size.height, 1);
    content.writeUInt16BE(size.width, 3);
    return segment(0xc0, content);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(decoy ? [frame(decoy)] : []),
    frame({ width, height }),
    segment(0xda, Buffer.from([1, 1, 0, 0, 0x3f, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
  ]);
}

/** A WebP that says how large it is and, with several frames, that it moves. */
export function webp({ width = 4, height = 3, frames = 1 }: Size & { frames?: number } = {}): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const canvas = Buffer.alloc(10);
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const picture = chunk('VP8L', Buffer.from([0x2f, 3, 0x80, 0, 0, 0, 0]));
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', canvas),
    ...(frames === 1
      ? [picture]
      : Array.from({ length: frames }, () => chunk('ANMF', Buffer.concat([Buffer.alloc(16), picture])))),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
