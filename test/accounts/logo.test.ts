/** Logos of accounts and of the marketplace: the files that can be one, their readers, and what happens to the files. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileUses } from '../../src/app.ts';
import { removeUnusedFiles } from '../../src/files/remove-unused-files.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { ownAd, stepOfAd } from '../support/ads.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { gif, jpeg, png, webp } from '../support/images.ts';
import { readSettings, updateSettings } from '../support/marketplace.ts';
import { change } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { changeSpace, createListedSpace, createSpace } from '../support/spaces.ts';
import { countStatements } from '../support/statements.ts';
import { ask, filesOnDisk, put, requestUpload, rowOf, upload, uploadParams } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let operator: TestPerson;

beforeAll(async () => {
  operator = await factory.createOperator();
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const onSecond = (person: TestPerson) => apiClient(second.url, person.sessionToken);
const setLogo = (who: ApiClient, logoFileId: string | null, input: Data = {}): Promise<Data> =>
  change(
    who,
    'updateAccount',
    { logoFileId, ...input },
    '... on Account { name logo { id url mediaType width } } ... on InputInvalid { problems { field message } }',
  );
const uploadLogo = (who: ApiClient, bytes = png(), params: Data = {}) =>
  upload(who, bytes, { purpose: 'ACCOUNT_LOGO', ...params });
const uploadMarketplaceLogo = (who: ApiClient) => upload(who, png(), { purpose: 'MARKETPLACE_LOGO' });
const refused = { __typename: 'InputInvalid', problems: [{ field: 'logoFileId' }] };
const tidy = async () => {
  server.clock.advance({ days: 2 });
  await removeUnusedFiles(server.app, fileUses);
};
const exists = async (fileId: string) => (await rowOf(server, fileId)) !== null;

describe('The logo of an account', () => {
  test.each([
    ['image/png', png()],
    ['image/jpeg', jpeg()],
    ['image/gif', gif()],
    ['image/webp', webp()],
  ])('can be %s, and is served to everyone who has its address', async (mediaType, bytes) => {
    const owner = await factory.createPerson();
    const { id, url } = await uploadLogo(owner, bytes, { mediaType });

    expect((await setLogo(owner, id)).logo).toMatchObject({ id, mediaType, width: 4 });
    const response = await fetch(url);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(response.headers.get('content-type')).toBe(mediaType);
  });

  test('is in the public profile, and its file is visible with the account', async () => {
    const [owner, stranger] = [await factory.createPerson(), await factory.createPerson()];
    const { id } = await uploadLogo(owner);
    await setLogo(owner, id);
    const profile = 'query ($id: ID!) { sellerProfile(accountId: $id) { seller { logo { id } } } }';
    const accountId = toGlobalId('Account', owner.accountId);
    const isVisible = async (who: ApiClient) =>
      (await who.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node !== null;

    expect([await isVisible(owner), await isVisible(operator), await isVisible(stranger)]).toEqual([true, true, false]);
    expect((await stranger.ask(profile, { id: accountId })).sellerProfile).toBeNull();
    await createListedSpace(owner);
    for (const who of [stranger, apiClient(server.url)]) {
      expect((await who.ask(profile, { id: accountId })).sellerProfile.seller.logo).toEqual({ id });
      expect(await isVisible(who)).toBe(true);
    }
  });

  test('is shown to the other party of an order', async () => {
    const order = await factory.createOrder();
    const { id } = await uploadLogo(order.advertiser);
    await setLogo(order.advertiser, id);

    const read = await order.seller.ask(
      'query ($id: ID!) { order(id: $id) { advertiser { logo { id } } } }',
      order as never,
    );
    expect(read.order.advertiser.logo).toEqual({ id });
  });

  test('is replaced and removed, and the old files are deleted later', async () => {
    const owner = await factory.createPerson();
    const [first, next] = [await uploadLogo(owner), await uploadLogo(owner)];
    await setLogo(owner, first.id);
    await setLogo(owner, next.id);
    await setLogo(owner, next.id, { name: 'Renamed' });
    await change(owner, 'updateAccount', { about: 'Nothing about the logo' });

    await tidy();
    expect([await exists(first.id), await exists(next.id)]).toEqual([false, true]);
    expect((await owner.ask('{ viewer { name logo { id } } }')).viewer).toEqual({
      name: 'Renamed',
      logo: { id: next.id },
    });

    expect((await setLogo(owner, null)).logo).toBeNull();
    expect((await setLogo(owner, null)).logo).toBeNull();
    await tidy();
    expect(await exists(next.id)).toBe(false);
    expect(await filesOnDisk(server)).not.toContain(next.id);
  });

  test('must be a finished upload of the account for this purpose that is not in use', async () => {
    const [owner, other] = [await factory.createPerson(), await factory.createPerson()];
    const [foreign, content, used] = [await uploadLogo(other), await upload(owner), await uploadLogo(other)];
    await setLogo(other, used.id);
    const unfinished = await requestUpload(owner, png(), { purpose: 'ACCOUNT_LOGO' });
    const order = await factory.createOrder({ seller: owner, advertiser: other });
    const ofMarketplace = await uploadMarketplaceLogo(operator);

    for (const id of [foreign, content, used, unfinished, ofMarketplace, order, { id: 'nonsense' }, { id: '' }].map(
      (file) => ('fileId' in file ? file.fileId : file.id),
    ))
      expect(await setLogo(owner, id, { name: 'Not stored' })).toMatchObject(refused);
    expect((await owner.ask('{ viewer { name logo { id } } }')).viewer).toEqual({ name: owner.name, logo: null });
  });

  test('cannot be used in an ad, as a picture or as an attachment', async () => {
    const order = await factory.createOrder();
    const { seller } = order;
    const [unused, logo] = [await uploadLogo(seller), await uploadLogo(seller)];
    await setLogo(seller, logo.id);
    const [spaceId, adId] = [await createSpace(seller), await ownAd(seller)];

    for (const { id } of [unused, logo]) {
      expect((await stepOfAd(seller, 'saveAdDraft', { adId, imageId: id })).__typename).toBe('InputInvalid');
      expect((await changeSpace(seller, 'addSpacePicture', { spaceId, fileId: id })).__typename).toBe('InputInvalid');
      const message = { orderId: order.id, text: 'Look.', attachments: [id] };
      expect((await change(seller, 'sendMessage', message)).__typename).toBe('InputInvalid');
    }
  });

  test('is used once, also by two updates at the same time', async () => {
    const [first, colleague] = [await factory.createPerson(), await factory.createPerson()];
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await uploadLogo(first), await uploadLogo(first)];
      await Promise.all([setLogo(first, one.id), setLogo(onSecond(first), other.id), setLogo(colleague, one.id)]);

      const { viewer } = await first.ask('{ viewer { logo { id } } }');
      expect([one.id, other.id]).toContain(viewer.logo.id);
      await tidy();
      const remaining = await Promise.all([one, other].map(async ({ id }) => ((await exists(id)) ? id : undefined)));
      expect(remaining.filter((id) => id !== undefined)).toEqual([viewer.logo.id]);
    }
    expect((await colleague.ask('{ viewer { logo { id } } }')).viewer.logo).toBeNull();
  });

  test('is an image within its own limits', async () => {
    const owner = await factory.createPerson();
    const { bytes, sidePixels } = limits.logos;
    const purpose = 'ACCOUNT_LOGO';
    const pdf = uploadParams(Buffer.from('%PDF-1.7 %%EOF'), { mediaType: 'application/pdf', purpose });

    expect((await ask(owner, pdf)).problems).toMatchObject([{ field: 'mediaType' }]);
    expect((await ask(owner, uploadParams(png(), { sizeBytes: bytes + 1, purpose }))).problems).toMatchObject([
      { field: 'sizeBytes' },
    ]);
    const svg = uploadParams(Buffer.from('<svg/>'), { mediaType: 'image/svg+xml', purpose });
    expect((await ask(owner, svg)).problems).toMatchObject([{ field: 'mediaType' }]);
    const wide = png({ width: sidePixels + 1, height: 1 });
    const { url } = await requestUpload(owner, wide, { purpose });
    expect(await put(url, wide)).toMatchObject({ status: 422, code: 'IMAGE_TOO_LARGE' });
    const widest = png({ width: sidePixels, height: 1 });
    expect((await setLogo(owner, (await uploadLogo(owner, widest)).id)).logo.width).toBe(sidePixels);
  });

  test('is changed by owners and members only', async () => {
    const owner = await factory.createPerson();
    const [member, reader] = [await factory.createMember(owner, 'MEMBER'), await factory.createMember(owner, 'VIEWER')];
    const { id } = await uploadLogo(owner);

    expect((await setLogo(reader, id)).code).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
    expect((await ask(reader, uploadParams(png(), { purpose: 'ACCOUNT_LOGO' }))).code).toBe(
      'MEMBERSHIP_ROLE_INSUFFICIENT',
    );
    expect((await setLogo(apiClient(server.url), id)).__typename).toBe('NotSignedIn');
    expect((await setLogo(member, id)).logo.id).toBe(id);
  });

  test('goes with the account when it is closed', async () => {
    const owner = await factory.createPerson();
    const { id } = await uploadLogo(owner);
    await setLogo(owner, id);

    const closed = await change(
      owner,
      'closeAccount',
      { accountId: toGlobalId('Account', owner.accountId) },
      '... on Account { logo { id } }',
    );

    expect(closed).toMatchObject({ __typename: 'Account', logo: null });
    await tidy();
    expect(await exists(id)).toBe(false);
  });

  test('of a list of accounts is read in one statement', async () => {
    for (let count = 0; count < 4; count += 1) {
      const owner = await factory.createPerson();
      await setLogo(owner, (await uploadLogo(owner)).id);
    }
    const query = 'query ($first: Int!) { accounts(first: $first) { nodes { logo { url } } } }';
    const read = (first: number) => countStatements(server, () => operator.ask(query, { first }));

    expect(await read(4)).toBe(await read(2));
  });
});

describe('The logo of the marketplace', () => {
  test('is set by an operator, is public, and is removed with null', async () => {
    const [first, next] = [await uploadMarketplaceLogo(operator), await uploadMarketplaceLogo(operator)];
    await updateSettings(operator, { logoFileId: first.id });
    const { logo } = await updateSettings(operator, { logoFileId: next.id });
    const anonymous = apiClient(server.url);

    expect(logo).toMatchObject({ id: next.id, mediaType: 'image/png' });
    expect((await readSettings(anonymous)).logo).toEqual(logo);
    expect((await anonymous.ask('query ($id: ID!) { node(id: $id) { id } }', { id: next.id })).node).not.toBeNull();
    await tidy();
    expect([await exists(first.id), await exists(next.id)]).toEqual([false, true]);

    expect((await updateSettings(operator, { logoFileId: null })).logo).toBeNull();
    await tidy();
    expect(await exists(next.id)).toBe(false);
  });

  test('of an operator who has another account too is uploaded for the marketplace', async () => {
    const both = await factory.createPerson();
    const { personId } = both;
    const createdAt = server.clock.now();
    await server.app.db.membership.create({
      data: { personId, accountId: operator.accountId, role: 'MEMBER', createdAt },
    });

    const { id } = await uploadMarketplaceLogo(both);

    expect((await rowOf(server, id))?.accountId).toBe(operator.accountId);
    expect((await updateSettings(both, { logoFileId: id })).logo.id).toBe(id);
  });

  test('is an unused upload for this purpose, and a refused update leaves the settings as they are', async () => {
    const stranger = await factory.createPerson();
    const [content, ofAccount, used] = [
      await upload(operator),
      await uploadLogo(operator),
      await uploadMarketplaceLogo(operator),
    ];
    await updateSettings(operator, { logoFileId: used.id });
    const foreign = await uploadLogo(stranger);
    const before = await readSettings(operator);

    for (const { id } of [content, ofAccount, foreign, { id: 'nonsense' }])
      expect(await updateSettings(operator, { logoFileId: id, name: 'Not stored' })).toMatchObject(refused);
    expect(await readSettings(operator)).toEqual(before);
    expect((await updateSettings(operator, { logoFileId: used.id })).revision).toBe(before.revision);
  });

  test('cannot be uploaded by anyone but operators', async () => {
    const params = uploadParams(png(), { purpose: 'MARKETPLACE_LOGO' });
    const reader = await factory.createMember(operator, 'VIEWER');

    expect((await ask(await factory.createPerson(), params)).code).toBe('OPERATOR_REQUIRED');
    expect((await ask(reader, params)).code).toBe('MEMBERSHIP_ROLE_INSUFFICIENT');
    expect((await ask(apiClient(server.url), params)).__typename).toBe('NotSignedIn');
  });
});
