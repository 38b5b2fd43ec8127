/** The stream of the ads of an order: for its parties, and for the holder of the setup link, who sees nothing else of it. */
import { afterEach, describe, expect, test } from 'vitest';
import { setupTokenFor } from '../../src/access/setup-link-tokens.ts';
import type { AdStep } from '../../src/process/ad.ts';
import { type ApiClient, apiClient, type Data, type Subscriber } from '../support/client.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

afterEach(() => expect([...errorsIn(server.logged), ...errorsIn(second.logged)]).toEqual([]));

const wires = ['follow', 'followSse'] as const;
const stream = `subscription ($orderId: ID, $after: String) { orderAds(orderId: $orderId, after: $after) { __typename
  ... on AdStepTaken { step cursor ad { id status html order { number } } }
  ... on OrderAdsReset { reason cursor } ... on Refusal { message code recovery } } }`;

/** The holder of the newest setup link of an order, as a client of an instance. */
async function holderOf(order: TestOrder, on = server): Promise<ApiClient> {
  const { id } = await server.app.db.setupLink.findFirstOrThrow({
    where: { order: { number: order.number } },
    orderBy: { createdAt: 'desc' },
  });
  return apiClient(on.url, setupTokenFor(server.app.config.secret, id));
}

const adOf = async (holder: ApiClient): Promise<string> =>
  (await holder.ask('{ ads { edges { node { id } } } }')).ads.edges[0].node.id;

async function take(person: ApiClient, adId: string, step: AdStep, input: Data = {}): Promise<void> {
  const name = step.charAt(0).toUpperCase() + step.slice(1);
  const answer = await person.ask(`mutation ($input: ${name}Input!) { ${step}(input: $input) { __typename } }`, {
    input: { adId, ...input },
  });
  expect(answer[step].__typename, step).toBe('Ad');
}

const say = (person: ApiClient, order: TestOrder) =>
  person.ask('mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "A secret." }) { __typename } }', {
    id: order.id,
  });

const stepsOf = (events: readonly Data[]): string[] => events.map(({ orderAds }) => orderAds.step);
const untilStep = (subscriber: Subscriber, step: string) => subscriber.until(({ orderAds }) => orderAds.step === step);

describe.each(wires)('over %s', (wire) => {
  test('each step of an ad comes once and in order, with the ad as it is now, and nothing else of the order', async () => {
    const order = await factory.createOrder();
    const holder = await holderOf(order);
    const adId = await adOf(holder);
    await take(holder, adId, 'saveAdDraft', { html: 'Tea.' });
    const streams = [
      holder[wire](stream),
      (await holderOf(order, second))[wire](stream),
      order.seller[wire](stream, { orderId: order.id }),
    ];

    await say(order.seller, order);
    await take(order.advertiser, adId, 'submitAd');
    await takeStepAs(order.seller, order, 'requestFeedback');
    await take(order.seller, adId, 'rejectAd', { note: 'Too loud.' });
    await take(holder, adId, 'saveAdDraft', { html: 'Quiet tea.' });
    await say(order.advertiser, order);
    await take(holder, adId, 'submitAd');
    await take(order.seller, adId, 'publishAd');

    for (const [index, one] of streams.entries()) {
      const events = await untilStep(one, 'PUBLISH_AD');
      await one.expectNothing();
      expect(stepsOf(events)).toEqual([
        'SAVE_AD_DRAFT',
        'SUBMIT_AD',
        'REJECT_AD',
        'SAVE_AD_DRAFT',
        'SUBMIT_AD',
        'PUBLISH_AD',
      ]);
      expect(events.at(-1).orderAds.ad).toEqual({
        id: adId,
        status: 'PUBLISHED',
        html: 'Quiet tea.',
        order: index === 2 ? { number: order.number } : null,
      });
      one.stop();
    }
  });

  test('a holder whose connection broke continues from the last cursor, also on another instance', async () => {
    const order = await factory.createOrder();
    const holder = await holderOf(order);
    const adId = await adOf(holder);
    const first = holder[wire](stream);
    await take(holder, adId, 'saveAdDraft', { html: 'Tea.' });
    const [event] = await untilStep(first, 'SAVE_AD_DRAFT');
    first.stop();

    await say(order.seller, order);
    await take(holder, adId, 'submitAd');
    const resumed = (await holderOf(order, second))[wire](stream, { after: event.orderAds.cursor });
    await take(order.seller, adId, 'rejectAd');

    expect(stepsOf(await untilStep(resumed, 'REJECT_AD'))).toEqual(['SUBMIT_AD', 'REJECT_AD']);
    resumed.stop();
  });

  test('an unknown cursor is answered with a reset, and the stream continues from the end', async () => {
    const [order, other] = [await factory.createOrder(), await factory.createOrder()];
    const holder = await holderOf(order);
    const adId = await adOf(holder);
    await take(holder, adId, 'saveAdDraft', { html: 'Tea.' });
    const { cursor } = (await other.seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: other.id }))
      .order;
    const streams = ['nonsense', cursor].map((after) => holder[wire](stream, { after }));
    const resets = await Promise.all(streams.map((one) => one.next()));

    await take(holder, adId, 'submitAd');

    expect(resets.map(({ orderAds }) => orderAds)).toEqual([
      { __typename: 'OrderAdsReset', reason: 'CURSOR_UNKNOWN', cursor: expect.any(String) },
      { __typename: 'OrderAdsReset', reason: 'CURSOR_OF_ANOTHER_ORDER', cursor: expect.any(String) },
    ]);
    for (const one of streams) {
      expect((await one.next()).orderAds.step).toBe('SUBMIT_AD');
      one.stop();
    }
  });

  test('a stranger cannot follow, and a missing argument is named', async () => {
    const [order, other] = [await factory.createOrder(), await factory.createOrder()];
    const { id: orderId } = order;
    const attempts: [ApiClient, object | undefined, string][] = [
      [await factory.createPerson(), { orderId }, 'ORDER_NOT_FOUND'],
      [await holderOf(other), { orderId }, 'ORDER_NOT_FOUND'],
      [order.seller, { orderId: 'nonsense' }, 'ORDER_NOT_FOUND'],
      [order.seller, undefined, 'INPUT_INVALID'],
      [apiClient(server.url), { orderId }, 'NOT_SIGNED_IN'],
      [apiClient(server.url), undefined, 'NOT_SIGNED_IN'],
    ];

    for (const [person, variables, code] of attempts) {
      const one = person[wire](stream, variables as Record<string, unknown>);
      expect((await one.next()).orderAds.code).toBe(code);
      await one.ended;
    }
  });
});

const endings: Record<string, (order: TestOrder) => Promise<unknown>> = {
  'it is revoked': ({ advertiser, id }) =>
    advertiser.ask('mutation ($id: ID!) { revokeSetupLink(input: { orderId: $id }) { __typename } }', { id }),
  'it is renewed': ({ seller, id }) =>
    seller.ask('mutation ($id: ID!) { rotateSetupLink(input: { orderId: $id }) { __typename } }', { id }),
  'the order ends': (order) => takeStepAs(order.seller, order, 'rejectOrder'),
  'the seller hides ad setup': ({ seller }) =>
    seller.ask('mutation { updateAccountSettings(input: { adSetupEmails: false }) { __typename } }'),
  'its days have ended': async ({ number }) => {
    const expiresAt = new Date(server.clock.now().getTime() + 60_000);
    await server.app.db.setupLink.updateMany({ where: { order: { number } }, data: { expiresAt } });
    server.clock.advance({ ms: 60_000 });
  },
};

test.each(Object.entries(endings))(
  'when %s, the streams of its holders end, on every instance and wire',
  async (_, end) => {
    const order = await factory.createOrder();
    const [here, there] = [await holderOf(order), await holderOf(order, second)];
    const adId = await adOf(here);
    await take(here, adId, 'saveAdDraft', { html: 'Tea.' });
    const ofParty = order.advertiser.follow(stream, { orderId: order.id });
    const streams = [here, there].flatMap((holder) => wires.map((wire) => holder[wire](stream)));
    await Promise.all([ofParty, ...streams].map((one) => one.next()));

    await end(order);
    const ends = await Promise.all(streams.map((one) => one.next()));

    for (const { orderAds } of ends)
      expect(orderAds).toMatchObject({ __typename: 'StreamEnded', code: 'SETUP_LINK_ENDED', recovery: 'FINAL' });
    await Promise.all(streams.map(({ ended }) => ended));
    await ofParty.expectNothing(100);
    ofParty.stop();
  },
);
