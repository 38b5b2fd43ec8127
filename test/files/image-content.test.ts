/** Images of uploads: the metadata that are removed, the photos of phones, and the pixels that stay the same. */
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { adOf, ownAd, stepOfAd } from '../support/ads.ts';
import type { TestPerson } from '../support/factory.ts';
import { gif, jpeg, jpegSegment, png, pngChunk, webp, webpChunk, webpOf } from '../support/images.ts';
import { errorsIn } from '../support/raw-http.ts';
import { ask, put, requestUpload, rowOf, upload, uploadParams } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let person: TestPerson;

beforeAll(async () => {
  person = await factory.createPerson();
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

/** A text that metadata contain. */
const secret = 'Ada lives at 51.5N';
const secretBytes = Buffer.from(secret, 'latin1');
const page = Buffer.from(`<!doctype html><script>${secret}</script>`);

/** Pixels without a pattern, which no format makes small. */
function noise(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A small image with Exif of every kind, a colour profile, and an orientation. */
const tagged = () =>
  noise(6, 4)
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withExif({
      IFD0: { Artist: secret },
      IFD2: { BodySerialNumber: secret },
      IFD3: { GPSMapDatum: secret },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${secret}</x:xmpmeta>`);

/** Inserts parts behind the first bytes of an image. */
const insert = (bytes: Buffer, at: number, ...parts: readonly Buffer[]) =>
  Buffer.concat([bytes.subarray(0, at), ...parts, bytes.subarray(at)]);

async function bytesAfterUpload(bytes: Buffer, mediaType: string): Promise<Buffer> {
  const { url } = await upload(person, bytes, { mediaType });
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

const pixelsOf = (bytes: Buffer) => sharp(bytes, { pages: -1 }).raw().toBuffer();

/** Chunks of a WebP file behind the head of its container. */
const webpBody = (bytes: Buffer) => bytes.subarray(12);

describe('The metadata of an image are removed, and its pixels, orientation and colour profile are not', () => {
  test.each<[string, string, () => Promise<Buffer>]>([
    [
      'JPEG',
      'image/jpeg',
      async () =>
        insert(
          await tagged().jpeg().toBuffer(),
          2,
          jpegSegment(
            0xe0,
            Buffer.concat([Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x06\x01', 'latin1'), secretBytes]),
          ),
          jpegSegment(0xe0, Buffer.from(`JFXX\0\x10${secret}`)),
          jpegSegment(0xe2, Buffer.from(`MPF\0${secret}`)),
          jpegSegment(0xed, Buffer.from(`Photoshop 3.0\0${secret}`)),
          jpegSegment(0xef, secretBytes),
          jpegSegment(0xfe, secretBytes),
        ),
    ],
    [
      'PNG',
      'image/png',
      async () =>
        insert(
          await tagged().png().toBuffer(),
          33,
          ...['tEXt', 'iTXt', 'zTXt', 'tIME', 'sPLT', 'prVt'].map((name) =>
            pngChunk(name, Buffer.from(`Author\0${secret}`)),
          ),
        ),
    ],
    [
      'WebP',
      'image/webp',
      async () =>
        webpOf([webpBody(await tagged().webp({ lossless: true }).toBuffer()), webpChunk('prVt', secretBytes)]),
    ],
  ])('%s', async (_format, mediaType, make) => {
    const bytes = await make();
    expect(bytes.includes(secret), 'the test has metadata').toBe(true);

    const stored = await bytesAfterUpload(bytes, mediaType);

    expect(stored.includes(secret)).toBe(false);
    const { orientation, icc, exif, xmp, width } = await sharp(stored).metadata();
    expect({
      orientation,
      width,
      xmp,
      icc: icc?.equals((await sharp(bytes).metadata()).icc ?? Buffer.alloc(0)),
    }).toEqual({
      orientation: 6,
      width: 6,
      xmp: undefined,
      icc: true,
    });
    expect(exif?.length).toBeLessThan(40);
    expect((await pixelsOf(stored)).equals(await pixelsOf(bytes))).toBe(true);
  });

  test('GIF, which repeats as before', async () => {
    const [block, end] = [Buffer.concat([Buffer.from([secret.length]), secretBytes]), Buffer.alloc(1)];
    const loop = Buffer.from('!\xff\x0bNETSCAPE2.0\x03\x01\x05\0\0', 'latin1');
    const bytes = insert(
      gif({ frames: 3 }),
      19,
      loop,
      ...[Buffer.from('!\xfe', 'latin1'), block, end],
      ...[Buffer.from('!\xff\x0bXMP DataXMP', 'latin1'), block, end],
      ...[Buffer.from('!\x01', 'latin1'), block, end],
    );

    const stored = await bytesAfterUpload(bytes, 'image/gif');

    expect(stored.equals(insert(gif({ frames: 3 }), 19, loop))).toBe(true);
  });

  test('an animated PNG and an animated WebP, with all their frames', async () => {
    const control = pngChunk('fcTL', Buffer.alloc(26));
    const apng = insert(png(), 33, pngChunk('acTL', Buffer.alloc(8)), control, pngChunk('tEXt', secretBytes), control);
    const frames = webp({ frames: 3 });
    const [head, frame] = [frames.subarray(12, 44), frames.subarray(44 + 8, 44 + 8 + 32)];
    const marked = webpChunk('ANMF', Buffer.concat([frame, webpChunk('prVt', secretBytes)]));

    const [storedPng, storedWebp] = [
      await bytesAfterUpload(apng, 'image/png'),
      await bytesAfterUpload(webpOf([head, marked, marked, marked]), 'image/webp'),
    ];

    expect([storedPng.includes(secret), storedPng.toString('latin1').split('fcTL').length - 1]).toEqual([false, 2]);
    expect([storedWebp.includes(secret), (await sharp(storedWebp).metadata()).pages]).toEqual([false, 3]);
  });
});

describe('The photo of a phone', () => {
  /** A photo with a second image and a film behind its end, as phones make them. */
  const photoOf = async (image: Sharp) =>
    Buffer.concat([
      insert(await image.jpeg({ quality: 60 }).toBuffer(), 2, jpegSegment(0xe2, Buffer.from('MPF\0II*\0'))),
      jpeg(),
      Buffer.from('\0\0\0\x18ftypmp42', 'latin1'),
      page,
    ]);

  test('loses what lies behind its end', async () => {
    const stored = await bytesAfterUpload(await photoOf(noise(40, 30)), 'image/jpeg');

    expect([stored.includes('ftyp'), stored.includes(secret), stored.subarray(-2).toString('hex')]).toEqual([
      false,
      false,
      'ffd9',
    ]);
  });

  test('is scaled down and turned upright if it is large, and is accepted by messages and not by ads', async () => {
    const order = await factory.createOrder();
    const photo = await photoOf(
      noise(4_032, 3_024)
        .withMetadata({ orientation: 6 })
        .withExif({ IFD0: { Artist: secret } }),
    );
    expect(photo.length).toBeGreaterThan(limits.files.reduced.aboveBytes);

    const { id, url } = await upload(order.seller, photo, { mediaType: 'image/jpeg' });

    const stored = Buffer.from(await (await fetch(url)).arrayBuffer());
    const { width, height, orientation } = await sharp(stored).metadata();
    expect({ width, height, orientation }).toEqual({ width: 1_920, height: 2_560, orientation: undefined });
    expect(await rowOf(server, id)).toMatchObject({ width, height, sizeBytes: stored.length, isReduced: true });
    expect(stored.includes(secret)).toBe(false);
    expect(await stepOfAd(order.advertiser, 'saveAdDraft', { adId: await adOf(order), imageId: id })).toMatchObject({
      problems: [{ field: 'imageId', message: expect.stringContaining('1000000 bytes') }],
    });
    const { sendMessage } = await order.seller.ask(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on Message { attachments { id } } } }',
      { input: { orderId: order.id, text: '', attachments: [id] } },
    );
    expect(sendMessage.attachments).toEqual([{ id }]);
  });

  test('that was taken upright has the sides that people see', async () => {
    const photo = await noise(40, 30).withMetadata({ orientation: 8 }).jpeg().toBuffer();

    const { id } = await upload(person, photo, { mediaType: 'image/jpeg' });

    expect(await rowOf(server, id)).toMatchObject({ width: 30, height: 40, isReduced: false });
  });

  test('in the format HEIC is refused with advice', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1');
    const { url } = await requestUpload(person, heic, { mediaType: 'image/jpeg' });

    const advice = expect.stringContaining('Save it as JPEG');
    expect((await put(url, heic)).body.errors[0]).toMatchObject({ message: advice });
    expect(await ask(person, uploadParams(heic, { mediaType: 'image/heic' }))).toMatchObject({
      problems: [{ field: 'mediaType', message: advice }],
    });
  });
});

test('a screenshot of more than 1 MB is stored pixel by pixel, but is too large for an ad', async () => {
  const screenshot = await noise(1_170, 600).png().toBuffer();
  expect(screenshot.length).toBeGreaterThan(1_200_000);

  const { id, url } = await upload(person, screenshot);

  const stored = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect((await pixelsOf(stored)).equals(await pixelsOf(screenshot))).toBe(true);
  expect(await stepOfAd(person, 'saveAdDraft', { adId: await ownAd(person), imageId: id })).toMatchObject({
    problems: [{ field: 'imageId' }],
  });
});

test('an animation of more than 1 MB is stored with all its frames', async () => {
  const frames = 900;
  const large = gif({ width: 4, height: 3, frames });
  const control = Buffer.from('!\xf9\x04\0\0\0\0\0', 'latin1');
  const bytes = insert(large, 19, Buffer.alloc(130_000 * control.length, control));

  const stored = await bytesAfterUpload(bytes, 'image/gif');

  expect([stored.length > limits.files.reduced.aboveBytes, (await sharp(stored).metadata()).pages]).toEqual([
    true,
    frames,
  ]);
});

test('an image of too many frames is refused', async () => {
  const bytes = gif({ frames: limits.files.frames + 1 });
  const { url } = await requestUpload(person, bytes, { mediaType: 'image/gif' });

  expect(await put(url, bytes)).toMatchObject({ status: 422, code: 'IMAGE_TOO_LARGE' });
});

test.each([
  ['image/png', png()],
  ['image/jpeg', jpeg()],
  ['image/gif', gif()],
  ['image/webp', webp()],
])('the page behind an image of the type %s is cut off', async (mediaType, image) => {
  expect((await bytesAfterUpload(Buffer.concat([image, page]), mediaType)).equals(image)).toBe(true);
});

test('an image is accepted with the small faults that all readers accept', async () => {
  const [start, rest] = [jpeg().subarray(0, 2), jpeg().subarray(2)];
  const filled = Buffer.concat([start, Buffer.from([0xff, 0xff]), rest]);

  expect((await bytesAfterUpload(filled, 'image/jpeg')).equals(jpeg()), 'bytes that fill up').toBe(true);
  expect((await bytesAfterUpload(gif().subarray(0, -1), 'image/gif')).equals(gif()), 'no trailer').toBe(true);
  expect((await bytesAfterUpload(webp().subarray(0, -1), 'image/webp')).equals(webp()), 'no last byte').toBe(true);
});
