/** Working on ads, as whoever may. */
import type { AdStep } from '../../src/process/ad.ts';
import type { ApiClient, Data } from './client.ts';
import type { TestOrder } from './given.ts';

/** The first ad of an order. */
export async function adOf(order: TestOrder): Promise<string> {
  const read = 'query ($id: ID!) { order(id: $id) { ads { id } } }';
  return (await order.seller.ask(read, { id: order.id })).order.ads[0].id;
}

/** A new ad of one's own, without an order. */
export const ownAd = async (owner: ApiClient): Promise<string> =>
  (await owner.ask('mutation { createAd(input: { name: "My own" }) { ... on Ad { id } } }')).createAd.id;

/** Takes a step of an ad and gives back what came of it. */
export async function takeOfAd(client: ApiClient, step: AdStep, input: object): Promise<Data> {
  const { [step]: answer } = await client.ask(
    `mutation ($input: ${step.charAt(0).toUpperCase()}${step.slice(1)}Input!) { ${step}(input: $input) { __typename
      ... on Ad { status html targetUrl image { id url width height mediaType sizeBytes name } }
      ... on Refusal { code message } ... on InputInvalid { problems { field message } } } }`,
    { input },
  );
  return answer;
}
