/** Uploads: which bytes are stored, which are refused and leave nothing behind, and which files an ad may use. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileUses } from '../../src/app.ts';
import { removeUnusedFiles } from '../../src/files/remove-unused-files.ts';
import { limits } from '../../src/limits.ts';
import { adOf, createHouseAd, createPlacement, ownAd, publish, stepOfAd } from '../support/ads.ts';
import { type ApiClient, apiClient } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { gif, jpeg, png, webp } from '../support/images.ts';
import { errorsIn, sendRaw } from '../support/raw-http.ts';
import { ask, filesOnDisk, put, requestUpload, rowOf, upload, uploadParams } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let person: TestPerson;

beforeAll(async () => {
  person = await factory.createPerson();
});
afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const targetUrl = 'https://tea.example/';
const afterUpload = { ms: 2 * limits.files.uploadMinutes * 60_000 };

const tidy = () => removeUnusedFiles(server.app, fileUses);
const bytesAt = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());

describe('an image', () => {
  test.each([
    ['image/png', png()],
    ['image/png', png({ sizeBytes: limits.files.adImageBytes })],
    ['image/jpeg', jpeg()],
    ['image/gif', gif({ frames: 3 })],
    ['image/webp', webp()],
    ['image/webp', webp({ frames: 2 })],
  ])(
    'of the type %s is uploaded, used in an ad, and readable by anyone who has its address',
    async (mediaType, bytes) => {
      const { id: imageId, url } = await upload(person, bytes, { mediaType });

      const ad = await stepOfAd(person, 'saveAdDraft', { adId: await ownAd(person), imageId, targetUrl });

      expect(ad.image).toMatchObject({ id: imageId, mediaType, width: 4, height: 3, sizeBytes: bytes.length });
      const answer = await fetch(url);
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': mediaType,
        'cache-control': `private, max-age=${limits.files.privateCacheSeconds}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringMatching(/^inline; filename="[0-9a-f-]{36}\.(png|jpg|gif|webp)"$/),
      });
    },
  );

  test('is stored by shared caches only while its ad is published', async () => {
    const { id: imageId, url } = await upload(person);
    const cached = async () => (await fetch(url)).headers.get('cache-control');
    const ad = await createHouseAd(person, 'Tea', { imageId, targetUrl });
    const pending = await cached();

    await publish(person, ad, await createPlacement(person));

    expect([pending, await cached()]).toEqual([
      `private, max-age=${limits.files.privateCacheSeconds}`,
      'public, max-age=31536000, immutable',
    ]);
  });

  test('is not sent again to a client that has it', async () => {
    const { url } = await upload(person);
    const etag = (await fetch(url, { method: 'HEAD' })).headers.get('etag') ?? '';

    const answer = await fetch(url, { headers: { 'if-none-match': etag } });

    expect([answer.status, await answer.text()]).toEqual([304, '']);
  });

  test('is readable by its id only for its uploader and for people who may see its ad', async () => {
    const order = await factory.createOrder();
    const { id } = await upload(order.advertiser);
    const read = async (client: ApiClient) =>
      (await client.ask('query ($id: ID!) { node(id: $id) { ... on File { name } } }', { id })).node;
    expect([await read(order.advertiser), await read(order.seller)]).toEqual([{ name: 'tea.png' }, null]);

    await stepOfAd(order.advertiser, 'saveAdDraft', { adId: await adOf(order), imageId: id });

    expect(await read(order.seller)).toEqual({ name: 'tea.png' });
    expect([await read(await factory.createPerson()), await read(apiClient(server.url))]).toEqual([null, null]);
  });
});

describe('a request for an upload', () => {
  test.each([
    ['fileName', ' '],
    ['fileName', 'x'.repeat(limits.files.nameCharacters + 1)],
    ['mediaType', 'image/svg+xml'],
    ['sizeBytes', 0],
    ['sizeBytes', limits.files.bytes + 1],
    ['sha256', 'abc'],
  ])('with %s = %j is refused, and the refusal names the field', async (field, value) => {
    const refused = await ask(person, uploadParams(png(), { [field]: value }));

    expect(refused).toMatchObject({ __typename: 'InputInvalid', problems: [{ field }] });
  });

  test('requires a signed-in person', async () => {
    expect(await ask(apiClient(server.url), uploadParams(png()))).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('is refused beyond a number of unused uploads, also for concurrent calls, and accepted after their removal', async () => {
    const uploader = await factory.createPerson();
    const maxUploads = limits.files.unusedPerUploader;

    const answers = await Promise.all(Array.from({ length: maxUploads + 5 }, () => ask(uploader, uploadParams(png()))));

    expect(answers.filter(({ fileId }) => fileId)).toHaveLength(maxUploads);
    expect(answers.find(({ fileId }) => !fileId)).toMatchObject({ code: 'TOO_MANY_UPLOADS', recovery: 'RETRYABLE' });
    server.clock.advance(afterUpload);
    await tidy();
    expect(await ask(uploader, uploadParams(png()))).toMatchObject({ __typename: 'UploadTarget' });
  });
});

describe('bytes are refused and leave nothing behind', () => {
  const image = png();
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const bomb = png({ width: 20_000, height: 20_000 });
  const wrong: [string, number, string, Buffer, Record<string, unknown>][] = [
    ['fewer than announced', 422, 'SIZE_MISMATCH', image, { sizeBytes: image.length + 1 }],
    ['more than announced', 413, 'BODY_TOO_LARGE', image, { sizeBytes: image.length - 1 }],
    ['different from those announced', 422, 'HASH_MISMATCH', image, { sha256: 'a'.repeat(64) }],
    ['a page named .png', 415, 'MEDIA_TYPE_UNKNOWN', html, {}],
    ['a vector drawing', 415, 'MEDIA_TYPE_UNKNOWN', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), {}],
    ['a GIF that was announced as PNG', 415, 'MEDIA_TYPE_MISMATCH', gif(), {}],
    ['half a PNG', 422, 'IMAGE_MALFORMED', image.subarray(0, image.length - 5), {}],
    ['half a GIF', 422, 'IMAGE_MALFORMED', gif().subarray(0, 30), { mediaType: 'image/gif' }],
    ['half a JPEG', 422, 'IMAGE_MALFORMED', jpeg().subarray(0, 40), { mediaType: 'image/jpeg' }],
    ['half a WebP', 422, 'IMAGE_MALFORMED', webp().subarray(0, 30), { mediaType: 'image/webp' }],
    ['the first bytes of a PNG', 422, 'IMAGE_MALFORMED', image.subarray(0, 8), {}],
    ['an image of no size', 422, 'IMAGE_MALFORMED', png({ width: 0 }), {}],
    [
      'a GIF with a frame beyond it',
      422,
      'IMAGE_MALFORMED',
      gif({ frame: { width: 9_999 } }),
      { mediaType: 'image/gif' },
    ],
    [
      'a JPEG with two sizes',
      422,
      'IMAGE_MALFORMED',
      jpeg({ width: 60_000, height: 60_000, decoy: { width: 4, height: 3 } }),
      { mediaType: 'image/jpeg' },
    ],
    ['a small PNG that decompresses to gigabytes', 422, 'IMAGE_TOO_LARGE', bomb, {}],
    [
      'an image with a side that is too long',
      422,
      'IMAGE_TOO_LARGE',
      png({ width: limits.files.sidePixels + 1, height: 1 }),
      {},
    ],
    [
      'an image with too many pixels',
      422,
      'IMAGE_TOO_LARGE',
      jpeg({ width: 8_000, height: 8_000 }),
      { mediaType: 'image/jpeg' },
    ],
    [
      'a GIF with too many pixels in all its frames',
      422,
      'IMAGE_TOO_LARGE',
      gif({ width: 4_000, height: 4_000, frames: 13 }),
      { mediaType: 'image/gif' },
    ],
    [
      'a WebP with too many pixels in all its frames',
      422,
      'IMAGE_TOO_LARGE',
      webp({ width: 4_000, height: 4_000, frames: 13 }),
      { mediaType: 'image/webp' },
    ],
  ];

  test.each(wrong)('if they are %s: %i %s', async (_, status, code, bytes, params) => {
    const before = await filesOnDisk(server);
    const { fileId, url } = await requestUpload(person, bytes, params);

    const answer = await put(url, bytes);

    expect(answer).toMatchObject({ status, code });
    expect(await filesOnDisk(server)).toEqual(before);
    expect(await rowOf(server, fileId)).toMatchObject({ status: 'AWAITING_UPLOAD', width: null });
    const ad = await stepOfAd(person, 'saveAdDraft', { adId: await ownAd(person), imageId: fileId });
    expect(ad).toMatchObject({ code: 'INPUT_INVALID', problems: [{ field: 'imageId' }] });
    await server.app.db.file.deleteMany({ where: { accountId: person.accountId, status: 'AWAITING_UPLOAD' } });
  });

  test('if there are more than announced, in parts and without a length', async () => {
    const before = await filesOnDisk(server);
    const { url } = await requestUpload(person, image);
    const parts = Array.from({ length: 30 }, () => Buffer.alloc(50_000));

    const answer = await sendRaw(server.url, { method: 'PUT', path: new URL(url).pathname, body: parts });

    expect(answer.status).toBe(413);
    expect(await filesOnDisk(server)).toEqual(before);
  });

  test('if the connection is cut, and can then be sent again', async () => {
    const before = await filesOnDisk(server);
    const large = png({ sizeBytes: 500_000 });
    const { fileId, url } = await requestUpload(person, large);
    const { pathname, port } = new URL(url);

    for (const byteCount of [0, 1, 100, 499_999]) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`PUT ${pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: ${large.length}\r\n\r\n`);
      await new Promise((resolve) => socket.write(large.subarray(0, byteCount), resolve));
      socket.destroy();
      await once(socket, 'close');
    }

    expect(await filesOnDisk(server)).toEqual(before);
    expect(await rowOf(server, fileId)).toMatchObject({ status: 'AWAITING_UPLOAD' });
    expect((await put(url, large)).status).toBe(201);
  });

  test('if the address was not issued', async () => {
    const { url } = await requestUpload(person, image);
    const { url: otherUrl } = await requestUpload(person, image);
    const [id, signature] = new URL(url).pathname.split('/').slice(2);
    const foreign = new URL(otherUrl).pathname.split('/')[3];

    for (const path of [
      '',
      id,
      `${id}/`,
      `${id}/${foreign}`,
      `${id}/${signature}x`,
      `${id}/${signature}/x`,
      `x/${signature}`,
    ])
      expect(await put(`${server.url}/uploads/${path}`, image), path).toMatchObject({
        status: 404,
        code: 'UPLOAD_NOT_FOUND',
      });
  });

  test('if the upload has expired', async () => {
    const { fileId, url } = await requestUpload(person, image);
    server.clock.advance({ ms: limits.files.uploadMinutes * 60_000 });

    expect(await put(url, image)).toMatchObject({ status: 410, code: 'UPLOAD_EXPIRED' });

    server.clock.advance(afterUpload);
    await tidy();
    expect(await rowOf(server, fileId)).toBeNull();
    expect(await put(url, image)).toMatchObject({ status: 404, code: 'UPLOAD_NOT_FOUND' });
  });

  test('if the upload is already complete', async () => {
    const bytes = png({ width: 7 });
    const { url } = await requestUpload(person, bytes);
    const { body } = await put(url, bytes);

    expect(await put(url, bytes)).toMatchObject({ status: 409, code: 'UPLOAD_COMPLETE' });
    expect(await put(url, png({ width: 8 }))).toMatchObject({ status: 409, code: 'UPLOAD_COMPLETE' });

    expect((await bytesAt(`${server.url}${new URL(body.url).pathname}`)).equals(bytes)).toBe(true);
  });
});

test('only one of many concurrent PUTs to one address, on two instances, stores the bytes', async () => {
  const large = png({ sizeBytes: 900_000 });
  const { fileId, url } = await requestUpload(person, large);
  const addresses = [url, url, url, url].flatMap((one) => [one, `${second.url}${new URL(one).pathname}`]);

  const answers = await Promise.all(addresses.map((address) => put(address, large)));

  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  expect(await rowOf(server, fileId)).toMatchObject({ status: 'STORED' });
});

test('a page of another origin may send bytes to the address of an upload, and cannot read from it', async () => {
  const { url } = await requestUpload(person, png());

  const preflight = await fetch(url, { method: 'OPTIONS' });
  const read = await fetch(url);

  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'PUT']);
  expect((await fetch(url, { method: 'PUT', body: 'x' })).headers.get('access-control-allow-origin')).toBe('*');
  expect([read.status, read.headers.get('allow')]).toEqual([405, 'PUT, OPTIONS']);
});

test('a file is readable only at its address', async () => {
  const [one, other] = [await upload(person), await upload(person)];
  const waiting = await requestUpload(person, png());
  const [, , id, signature] = new URL(one.url).pathname.split('/');
  const foreign = new URL(other.url).pathname.split('/')[3];
  const paths = ['', id, `${id}/${foreign}`, `${id}/${signature}x`, new URL(waiting.url).pathname.slice(9)];

  for (const path of paths) expect((await fetch(`${server.url}/files/${path}`)).status, path).toBe(404);

  expect((await fetch(one.url)).status).toBe(200);
});

describe('an ad', () => {
  test('has a text or an image, not both', async () => {
    const { id: imageId } = await upload(person);
    const adId = await ownAd(person);

    const both = await stepOfAd(person, 'saveAdDraft', { adId, imageId, html: 'Tea.', targetUrl });

    expect(both).toMatchObject({ code: 'INPUT_INVALID', problems: [{ field: 'imageId' }] });
    expect(await stepOfAd(person, 'saveAdDraft', { adId, html: 'Tea.' })).toMatchObject({ html: 'Tea.', image: null });
    expect(await stepOfAd(person, 'saveAdDraft', { adId, imageId })).toMatchObject({
      html: null,
      image: { id: imageId },
    });
  });

  test('needs a link for its image before it is submitted', async () => {
    const order = await factory.createOrder();
    const [adId, { id: imageId }] = [await adOf(order), await upload(order.advertiser)];
    await stepOfAd(order.advertiser, 'saveAdDraft', { adId, imageId });

    const refused = await stepOfAd(order.advertiser, 'submitAd', { adId });

    expect(refused).toMatchObject({ code: 'CONDITION_NOT_MET', message: expect.stringContaining('has no link') });
    await stepOfAd(order.advertiser, 'saveAdDraft', { adId, imageId, targetUrl });
    expect(await stepOfAd(order.advertiser, 'submitAd', { adId })).toMatchObject({
      status: 'PENDING',
      image: { id: imageId },
    });
    expect(await stepOfAd(order.seller, 'publishAd', { adId })).toMatchObject({
      status: 'PUBLISHED',
      image: { id: imageId },
    });
  });

  test('cannot use a file of somebody else, an incomplete file, or a file that does not exist', async () => {
    const stranger = await factory.createPerson();
    const foreign = await upload(stranger);
    const open = await requestUpload(person, png());
    const adId = await ownAd(person);
    const missing = Buffer.from('File:00000000-0000-7000-8000-000000000000').toString('base64url');

    for (const imageId of [foreign.id, open.fileId, missing, adId, 'x'])
      expect(await stepOfAd(person, 'saveAdDraft', { adId, imageId }), imageId).toMatchObject({
        code: 'INPUT_INVALID',
      });

    expect(await stepOfAd(stranger, 'saveAdDraft', { adId: await ownAd(stranger), imageId: foreign.id })).toMatchObject(
      {
        __typename: 'Ad',
      },
    );
  });

  test('can use a file that the other party of its order uploaded, unless another ad uses that file', async () => {
    const seller = await factory.createPerson();
    const [order, elsewhere] = [await factory.createOrder({ seller }), await factory.createOrder()];
    const [adId, { id: imageId }] = [await adOf(order), await upload(order.advertiser)];
    const { id: used } = await upload(order.advertiser);
    const ofOther = await factory.createOrder({ advertiser: order.advertiser, seller: elsewhere.seller });
    await stepOfAd(order.advertiser, 'saveAdDraft', { adId: await adOf(ofOther), imageId: used });
    const { id: inOwnAd } = await upload(order.advertiser);
    await stepOfAd(order.advertiser, 'saveAdDraft', { adId: await ownAd(order.advertiser), imageId: inOwnAd });

    expect(await stepOfAd(seller, 'saveAdDraft', { adId, imageId })).toMatchObject({ image: { id: imageId } });
    for (const hidden of [used, inOwnAd])
      expect(await stepOfAd(seller, 'saveAdDraft', { adId, imageId: hidden })).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await stepOfAd(seller, 'saveAdDraft', { adId: await ownAd(seller), imageId })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await stepOfAd(order.advertiser, 'saveAdDraft', { adId, imageId: used })).toMatchObject({
      image: { id: used },
    });
  });
});
