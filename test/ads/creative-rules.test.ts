/** The rules of a space for its ads: set by its seller, checked when a draft is saved, and again when it is submitted. */
import { beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { adOf, ownAd, stepOfAd } from '../support/ads.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestOrder } from '../support/factory.ts';
import { gif, png } from '../support/images.ts';
import { upload } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let order: TestOrder;
let adId: string;
let spaceId: string;

beforeAll(async () => {
  order = await factory.createOrder();
  adId = await adOf(order);
  const { sellerId } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
  const { id } = await server.app.db.space.findFirstOrThrow({ where: { sellerId } });
  spaceId = toGlobalId('Space', id);
});

const fields = 'kinds imageWidth imageHeight isImageSizeExact maxImageBytes maxHtmlCharacters';
const unbounded = {
  kinds: ['HTML', 'IMAGE'],
  imageWidth: null,
  imageHeight: null,
  isImageSizeExact: false,
  maxImageBytes: null,
  maxHtmlCharacters: null,
};

async function setRules(client: ApiClient, rules: object): Promise<Data> {
  const { updateCreativeRules } = await client.ask(
    `mutation ($input: UpdateCreativeRulesInput!) { updateCreativeRules(input: $input) { __typename ... on Space { creativeRules { ${fields} } }
      ... on Refusal { code } ... on InputInvalid { problems { field message } } } }`,
    { input: { spaceId, ...rules } },
  );
  return updateCreativeRules;
}

test('a space accepts everything until its seller sets rules, and everybody can read the rules', async () => {
  const read = async () =>
    (
      await apiClient(server.url).ask(`query ($id: ID!) { space(id: $id) { creativeRules { ${fields} } } }`, {
        id: spaceId,
      })
    ).space.creativeRules;
  expect(await read()).toEqual(unbounded);
  const rules = { kinds: ['IMAGE'], imageWidth: 970, imageHeight: 250, isImageSizeExact: true, maxImageBytes: 150_000 };

  const set = await setRules(order.seller, rules);

  expect(set).toEqual({ __typename: 'Space', creativeRules: { ...rules, maxHtmlCharacters: null } });
  expect(await read()).toEqual(set.creativeRules);
  expect((await setRules(order.seller, { kinds: ['HTML', 'IMAGE'] })).creativeRules).toEqual(unbounded);
});

test('only its seller sets the rules of a space', async () => {
  const others = [order.advertiser, order.operator, apiClient(server.url)];

  const answers = await Promise.all(others.map((other) => setRules(other, { kinds: ['HTML'] })));

  expect(answers.map(({ code }) => code)).toEqual(['SPACE_NOT_FOUND', 'SPACE_NOT_FOUND', 'NOT_SIGNED_IN']);
});

test.each([
  ['kinds', { kinds: [] }],
  ['imageWidth', { kinds: ['IMAGE'], imageWidth: 0 }],
  ['imageHeight', { kinds: ['IMAGE'], imageHeight: -1 }],
  ['maxImageBytes', { kinds: ['IMAGE'], maxImageBytes: 0 }],
  ['maxHtmlCharacters', { kinds: ['HTML'], maxHtmlCharacters: 0 }],
  ['isImageSizeExact', { kinds: ['IMAGE'], isImageSizeExact: true }],
])('rules that no ad can keep are refused: %s', async (field, rules) => {
  expect(await setRules(order.seller, rules)).toMatchObject({ code: 'INPUT_INVALID', problems: [{ field }] });
});

describe('a draft is refused with the rules of the space', () => {
  const text = { html: 'Tea, gently.' };
  test.each([
    ['a text', { kinds: ['IMAGE'] }, text, undefined, ['html accepts images only']],
    ['a long text', { kinds: ['HTML'], maxHtmlCharacters: 11 }, text, undefined, ['html at most 11']],
    ['an image', { kinds: ['HTML'] }, {}, png(), ['imageId accepts text or HTML only']],
    [
      'a heavy image',
      { kinds: ['IMAGE'], maxImageBytes: 5_000 },
      {},
      png({ sizeBytes: 5_001 }),
      ['imageId at most 5000'],
    ],
    [
      'a large image',
      { kinds: ['IMAGE'], imageWidth: 5, imageHeight: 5 },
      {},
      png({ width: 6, height: 7 }),
      ['imageId at most 5 pixels wide', 'imageId at most 5 pixels high'],
    ],
    [
      'a small image where the size is exact',
      { kinds: ['IMAGE'], imageWidth: 5, isImageSizeExact: true },
      {},
      png({ width: 4, height: 9 }),
      ['imageId exactly 5 pixels wide'],
    ],
  ])('%s', async (_, rules, content, image, expected) => {
    await setRules(order.seller, rules);
    const imageId = image ? (await upload(order.advertiser, image)).id : undefined;

    const refused = await stepOfAd(order.advertiser, 'saveAdDraft', { adId, ...content, imageId });

    expect(refused.code).toBe('INPUT_INVALID');
    const problems: string[] = refused.problems.map(({ field, message }: Data) => `${field} ${message}`);
    expect(problems).toHaveLength(expected.length);
    expected.forEach((words, index) => {
      const [field = '', ...rest] = words.split(' ');
      expect(problems[index]).toMatch(new RegExp(`^${field} .*${rest.join(' ')}`));
    });
  });
});

test('a draft that keeps the rules is accepted, and an empty draft breaks no rule', async () => {
  await setRules(order.seller, { kinds: ['IMAGE'], imageWidth: 4, imageHeight: 3, isImageSizeExact: true });
  const { id: imageId } = await upload(order.advertiser, gif(), { mediaType: 'image/gif' });

  const saved = await stepOfAd(order.advertiser, 'saveAdDraft', { adId, imageId });

  expect(saved).toMatchObject({ image: { id: imageId } });
  expect(await stepOfAd(order.advertiser, 'saveAdDraft', { adId })).toMatchObject({ __typename: 'Ad', image: null });
});

test('a draft is submitted only if it keeps the rules that have changed since it was saved', async () => {
  await setRules(order.seller, { kinds: ['HTML'] });
  await stepOfAd(order.advertiser, 'saveAdDraft', { adId, html: 'Tea.' });
  await setRules(order.seller, { kinds: ['HTML'], maxHtmlCharacters: 3 });

  const refused = await stepOfAd(order.advertiser, 'submitAd', { adId });

  expect(refused).toMatchObject({ __typename: 'AdStepNotAllowed', code: 'CONDITION_NOT_MET' });
  expect(refused.message).toContain('at most 3 characters in this space; it has 4');
  await stepOfAd(order.advertiser, 'saveAdDraft', { adId, html: 'Tea' });
  expect(await stepOfAd(order.advertiser, 'submitAd', { adId })).toMatchObject({ status: 'PENDING' });
});

test('an ad without an order has no space, and no rules', async () => {
  await setRules(order.seller, { kinds: ['IMAGE'] });

  const saved = await stepOfAd(order.seller, 'saveAdDraft', { adId: await ownAd(order.seller), html: 'Tea.' });

  expect(saved).toMatchObject({ html: 'Tea.' });
});
