/** The pictures of a space: their order, their number, who sees them, and what happens to their files. */
import { afterEach, expect, test } from 'vitest';
import { fileUses } from '../../src/app.ts';
import { removeUnusedFiles } from '../../src/files/remove-unused-files.ts';
import { limits } from '../../src/limits.ts';
import { ownAd, stepOfAd } from '../support/ads.ts';
import { apiClient, type Data } from '../support/client.ts';
import { errorsIn } from '../support/raw-http.ts';
import { changeSpace, createListedSpace, createSpace } from '../support/spaces.ts';
import { filesOnDisk, rowOf, upload } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const idsOf = ({ pictures }: Data): string[] => pictures.map(({ id }: Data) => id);

test('pictures are added at the end, reordered and removed, and the removed file is deleted later', async () => {
  const seller = await factory.createPerson();
  const spaceId = await createSpace(seller);
  const [a, b, c] = [(await upload(seller)).id, (await upload(seller)).id, (await upload(seller)).id];
  for (const fileId of [a, b, c]) await changeSpace(seller, 'addSpacePicture', { spaceId, fileId });

  const reordered = await changeSpace(seller, 'reorderSpacePictures', { spaceId, fileIds: [c, a, b] });
  const removed = await changeSpace(seller, 'removeSpacePicture', { spaceId, fileId: a });
  server.clock.advance({ days: 2 });
  await removeUnusedFiles(server.app, fileUses);

  expect(idsOf(reordered)).toEqual([c, a, b]);
  expect(idsOf(removed)).toEqual([c, b]);
  expect(await Promise.all([a, b, c].map(async (id) => (await rowOf(server, id)) !== null))).toEqual([
    false,
    true,
    true,
  ]);
  expect(await filesOnDisk(server)).toHaveLength(2);
});

test('shared caches store the pictures of spaces that everyone sees', async () => {
  const seller = await factory.createPerson();
  const [draft, listed] = [await createSpace(seller), (await createListedSpace(seller)).id];
  const cachedIn = async (spaceId: string) => {
    const { id: fileId, url } = await upload(seller);
    await changeSpace(seller, 'addSpacePicture', { spaceId, fileId });
    return (await fetch(url)).headers.get('cache-control');
  };

  expect([await cachedIn(draft), await cachedIn(listed)]).toEqual([
    expect.stringMatching(/^private, /),
    expect.stringMatching(/^public, /),
  ]);
});

test('a picture must be a finished upload of the seller that is not in use', async () => {
  const [seller, other] = [await factory.createPerson(), await factory.createPerson()];
  const [spaceId, second] = [await createSpace(seller), await createSpace(seller)];
  const [foreign, inAd, used] = [await upload(other), await upload(seller), await upload(seller)];
  await stepOfAd(seller, 'saveAdDraft', { adId: await ownAd(seller), imageId: inAd.id });
  await changeSpace(seller, 'addSpacePicture', { spaceId, fileId: used.id });

  for (const { id: fileId } of [foreign, inAd, used, { id: 'nonsense' }])
    expect(await changeSpace(seller, 'addSpacePicture', { spaceId: second, fileId })).toMatchObject({
      problems: [{ field: 'fileId' }],
    });
  for (const fileIds of [[], [used.id, used.id], [inAd.id], [used.id, inAd.id]])
    expect(await changeSpace(seller, 'reorderSpacePictures', { spaceId, fileIds })).toMatchObject({
      problems: [{ field: 'fileIds' }],
    });
  expect(await changeSpace(seller, 'removeSpacePicture', { spaceId: second, fileId: used.id })).toMatchObject({
    problems: [{ field: 'fileId' }],
  });
});

test('a space has a limited number of pictures, also when they are added at the same time', async () => {
  const seller = await factory.createPerson();
  const spaceId = await createSpace(seller);
  const { pictures: max } = limits.spaces;
  const files = await Promise.all(Array.from({ length: max + 2 }, () => upload(seller)));

  const results = await Promise.all(
    files.map(({ id }) => changeSpace(seller, 'addSpacePicture', { spaceId, fileId: id })),
  );

  expect(results.filter(({ code }) => code === 'LIMIT_REACHED')).toHaveLength(2);
  expect(
    (await seller.ask('query ($id: ID!) { space(id: $id) { pictures { id } } }', { id: spaceId })).space.pictures,
  ).toHaveLength(max);
});

test('a picture is visible with its space: to everyone while it is listed, else to its seller and operators', async () => {
  const [seller, stranger, operator] = [
    await factory.createPerson(),
    await factory.createPerson(),
    await factory.createOperator(),
  ];
  const anonymous = apiClient(server.url);
  const { id: spaceId } = await createListedSpace(seller);
  const { id: fileId } = await upload(seller);
  const isVisible = async (who: typeof anonymous) =>
    (await who.ask('query ($id: ID!) { node(id: $id) { id } }', { id: fileId })).node !== null;
  const unused = await isVisible(anonymous);
  await changeSpace(seller, 'addSpacePicture', { spaceId, fileId });

  expect([unused, await isVisible(anonymous), await isVisible(stranger)]).toEqual([false, true, true]);
  await changeSpace(seller, 'unlistSpace', { spaceId });
  expect([await isVisible(anonymous), await isVisible(stranger)]).toEqual([false, false]);
  expect([await isVisible(seller), await isVisible(operator)]).toEqual([true, true]);
});
