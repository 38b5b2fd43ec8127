/** Ads and placements, created through the public API. */
import { expect } from 'vitest';
import type { AdStep } from '../../src/process/ad.ts';
import type { ApiClient, Data } from './client.ts';
import type { Factory, Purchase, TestOrder, TestPerson } from './factory.ts';

export interface TestAd {
  readonly id: string;
  readonly name: string;
  /** Without one it is the seller's own. */
  readonly order?: TestOrder;
}

let slugs = 0;
/** A slug that is not in use. */
export const freshSlug = (): string => `place-${++slugs}`;

/** Takes a step of an ad and returns the result. */
export async function stepOfAd(client: ApiClient, step: AdStep, input: Data): Promise<Data> {
  const name = step.charAt(0).toUpperCase() + step.slice(1);
  const answer = await client.ask(
    `mutation ($input: ${name}Input!) { ${step}(input: $input) { __typename
      ... on Ad { status endsAt html targetUrl placement { id } image { id url width height mediaType sizeBytes name } }
      ... on Refusal { code message } ... on InputInvalid { problems { field message } } } }`,
    { input },
  );
  return answer[step];
}

/** The same, of this ad. */
export const takeOfAd = (
  person: ApiClient,
  { id }: Pick<TestAd, 'id'>,
  step: AdStep,
  input: Data = {},
): Promise<Data> => stepOfAd(person, step, { adId: id, ...input });

/** The first ad of an order. */
export async function adOf(order: TestOrder): Promise<string> {
  const read = 'query ($id: ID!) { order(id: $id) { ads { id } } }';
  return (await order.seller.ask(read, { id: order.id })).order.ads[0].id;
}

/** A new ad without an order. */
export const ownAd = async (owner: ApiClient): Promise<string> =>
  (await owner.ask('mutation { createAd(input: { name: "My own" }) { ... on Ad { id } } }')).createAd.id;

/** A placement of this seller; returns its id. */
export async function createPlacement(
  seller: ApiClient,
  kind: 'SINGLE' | 'GROUP' = 'SINGLE',
  slug = freshSlug(),
): Promise<string> {
  const { createPlacement } = await seller.ask(
    `mutation ($input: CreatePlacementInput!) { createPlacement(input: $input) { ... on Placement { id }
      ... on Refusal { message } } }`,
    { input: { slug, name: `The place ${slug}`, kind } },
  );
  return createPlacement.id;
}

/** The ad of a new order of this seller, waiting for review; it runs for the purchase, or seven days. */
export async function createAd(
  factory: Factory,
  seller: TestPerson,
  bought?: Purchase,
  content?: Data,
): Promise<TestAd & { order: TestOrder }> {
  const order = await factory.createOrder({ seller, ...(bought ? { bought } : {}) });
  const { order: orderWithAds } = await seller.ask('query ($id: ID!) { order(id: $id) { ads { id name } } }', {
    id: order.id,
  });
  const ad = { ...orderWithAds.ads[0], order };
  await submit(order.advertiser, ad, content);
  return ad;
}

/** An ad of the seller's own, without an order and without an end, waiting for review. */
export async function createHouseAd(seller: TestPerson, name = 'House ad', content?: Data): Promise<TestAd> {
  const { createAd } = await seller.ask(
    'mutation ($name: String!) { createAd(input: { name: $name }) { ... on Ad { id name } } }',
    { name },
  );
  await submit(seller, createAd, content);
  return createAd;
}

export async function submit(person: ApiClient, ad: TestAd, content: Data = { html: 'Tea.' }): Promise<void> {
  await takeOfAd(person, ad, 'saveAdDraft', content);
  expect(await takeOfAd(person, ad, 'submitAd')).toMatchObject({ status: 'PENDING' });
}

export async function publish(seller: ApiClient, ad: TestAd, placementId: string): Promise<void> {
  expect(await takeOfAd(seller, ad, 'publishAd', { placementId })).toMatchObject({
    status: 'PUBLISHED',
    placement: { id: placementId },
  });
}
