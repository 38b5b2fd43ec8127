/** The storage of files, and the removal of unused files. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileUses } from '../../src/app.ts';
import { removeUnusedFiles } from '../../src/files/remove-unused-files.ts';
import { limits } from '../../src/limits.ts';
import { later } from '../../src/platform/clock.ts';
import { adOf, ownAd, stepOfAd } from '../support/ads.ts';
import { factoryFor, type TestPerson } from '../support/factory.ts';
import { png } from '../support/images.ts';
import { errorsIn } from '../support/raw-http.ts';
import { type S3Service, startS3Service } from '../support/s3-service.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { filesOnDisk, put, requestUpload, rowOf, upload } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const afterUpload = { ms: 2 * limits.files.uploadMinutes * 60_000 };
const afterUnused = { ms: limits.files.unusedHours * 3_600_000 };

const tidy = (on = server) => removeUnusedFiles(on.app, fileUses);

describe('the removal of unused files', () => {
  test('removes uploads without bytes and files that no ad uses, and keeps files in ads', async () => {
    const order = await factory.createOrder();
    const [used, unused] = [await upload(order.advertiser), await upload(order.advertiser)];
    const open = await requestUpload(order.advertiser, png());
    await stepOfAd(order.advertiser, 'saveAdDraft', { adId: await adOf(order), imageId: used.id });
    server.clock.advance(afterUpload);
    await tidy();
    expect(await rowOf(server, open.fileId)).toBeNull();
    expect((await fetch(unused.url)).status).toBe(200);

    server.clock.advance(afterUnused);
    await tidy();
    server.clock.advance({ days: 400 });
    await tidy();

    expect([(await fetch(unused.url)).status, (await fetch(used.url)).status]).toEqual([404, 200]);
    expect(await rowOf(server, unused.id)).toBeNull();
    const left = (await server.app.db.file.findMany({ select: { id: true } })).map(({ id }) => id);
    expect(await filesOnDisk(server)).toEqual(left.sort());
  });

  test('removes an image that an ad no longer uses, unless another ad uses it', async () => {
    const owner = await factory.createPerson();
    const [first, next] = [await upload(owner), await upload(owner)];
    const [one, two] = [await ownAd(owner), await ownAd(owner)];
    for (const adId of [one, two]) await stepOfAd(owner, 'saveAdDraft', { adId, imageId: first.id });

    await stepOfAd(owner, 'saveAdDraft', { adId: one, imageId: next.id });
    server.clock.advance(afterUnused);
    await tidy();
    expect((await fetch(first.url)).status).toBe(200);
    await stepOfAd(owner, 'saveAdDraft', { adId: two });
    server.clock.advance(afterUnused);
    await tidy();

    expect([(await fetch(first.url)).status, (await fetch(next.url)).status]).toEqual([404, 200]);
  });

  test('removes an upload whose server was killed while it stored the bytes', async () => {
    const bytes = png();
    const owner = await factory.createPerson();
    const { fileId, url } = await requestUpload(owner, bytes);
    const { id = '' } = (await rowOf(server, fileId)) ?? {};
    await server.app.db.file.update({ where: { id }, data: { status: 'STORING' } });
    await server.app.storage.put(id, bytes, 'image/png');
    expect(await put(url, bytes)).toMatchObject({ status: 409 });

    server.clock.advance(afterUpload);
    await tidy();

    expect(await rowOf(server, fileId)).toBeNull();
    expect(await filesOnDisk(server)).not.toContain(id);
  });

  test('keeps a file that an ad takes at the same moment, or the ad is refused', async () => {
    const owner = await factory.createPerson();
    const adId = await ownAd(owner);

    for (let round = 0; round < 40; round += 1) {
      const { id: imageId, url } = await upload(owner, png({ width: 10 + round }));
      const { id = '' } = (await rowOf(server, imageId)) ?? {};
      // The file is due a little later in each round: before the ad asks for it, while the ad takes it, and after that.
      const deleteAt = later(server.clock.now(), round);
      await server.app.db.file.update({ where: { id }, data: { deleteAt } });
      let isSaved = false;
      const sweep = async (on: TestServer) => {
        do await tidy(on);
        while (!isSaved);
      };
      const save = stepOfAd(owner, 'saveAdDraft', { adId, imageId }).finally(() => {
        isSaved = true;
      });
      const [{ __typename: outcome }] = await Promise.all([save, sweep(server), sweep(second)]);
      server.clock.advance({ ms: round });
      await tidy();

      expect((await fetch(url)).status, `round ${round}: ${outcome}`).toBe(outcome === 'Ad' ? 200 : 404);
    }
    const { id: imageId } = await upload(owner);
    expect(await stepOfAd(owner, 'saveAdDraft', { adId, imageId })).toMatchObject({ image: { id: imageId } });
  });
});

describe('with an S3-compatible service', () => {
  const accessKeyId = 'AKIATEST';
  let service: S3Service;
  let onS3: TestServer;
  let client: TestPerson;

  beforeAll(async () => {
    service = await startS3Service(accessKeyId);
    const s3 = { bucket: 'placard', region: 'eu-central-1', endpoint: service.url, accessKeyId, secretAccessKey: 'x' };
    onS3 = await startServer({ config: { s3 } });
    client = await factoryFor(onS3).createPerson();
  });
  afterAll(async () => {
    await onS3.stop();
    await service.stop();
  });

  test('files are stored in, read from and removed from the service, and no file is on disk', async () => {
    const bytes = png({ sizeBytes: 70_000 });
    const { id, url } = await upload(client, bytes);
    const { id: key } = (await rowOf(onS3, id)) ?? {};
    expect(service.objects.get(`placard/${key}`)).toMatchObject({ mediaType: 'image/png' });
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true);

    onS3.clock.advance(afterUnused);
    await tidy(onS3);

    expect([(await fetch(url)).status, service.objects.size, await filesOnDisk(onS3)]).toEqual([404, 0, []]);
  });

  test('that fails, an upload is unchanged and can be repeated', async () => {
    const bytes = png();
    const { fileId, url } = await requestUpload(client, bytes);
    service.failAt('PUT');

    expect(await put(url, bytes)).toMatchObject({ status: 500 });

    expect([(await rowOf(onS3, fileId))?.status, service.objects.size]).toEqual(['AWAITING_UPLOAD', 0]);
    service.failAt(undefined);
    expect(await put(url, bytes)).toMatchObject({ status: 201 });
  });

  test('that fails, a file that is due cannot be read by anyone and is removed later', async () => {
    const { id, url } = await upload(client);
    onS3.clock.advance(afterUnused);
    service.failAt('DELETE');

    await tidy(onS3);

    expect([(await fetch(url)).status, (await rowOf(onS3, id))?.status]).toEqual([404, 'DELETING']);
    service.failAt(undefined);
    onS3.clock.advance(afterUpload);
    await tidy(onS3);
    expect([await rowOf(onS3, id), service.objects.size]).toEqual([null, 0]);
  });
});
