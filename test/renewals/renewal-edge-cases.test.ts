/** Renewals with several items, with images, in a dispute, with mismatched payments, and many at the same time. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileUses } from '../../src/app.ts';
import { removeUnusedFiles } from '../../src/files/remove-unused-files.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { renewDueOrders } from '../../src/renewals/renew-due.ts';
import { createHouseAd, createPlacement, freshSlug, publish, stepOfAd } from '../support/ads.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { oneMonth, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectBooksInOrder } from '../support/invariants.ts';
import { changeSpace } from '../support/spaces.ts';
import { paymentsVia, type StripeService, startStripeService } from '../support/stripe-service.ts';
import { upload } from '../support/uploads.ts';
import { useServer } from '../support/use-server.ts';

let stripe: StripeService;
beforeAll(async () => {
  stripe = await startStripeService({ now: () => server.clock.now() });
});
afterAll(() => stripe.stop());

const { server, second, factory } = useServer({
  instances: 2,
  config: () => ({ payments: paymentsVia(stripe, { methods: ['BANK_TRANSFER', 'CARD'] }) }),
  sessionDays: 1_000,
});

interface ItemOptions {
  readonly price: number;
  readonly isMonthly: boolean;
}

/** An order of several spaces of one seller, paid by bank transfer. */
async function createOrderWithItems(items: readonly ItemOptions[], seller?: TestPerson): Promise<TestOrder> {
  const [advertiser, operator] = [await factory.createPerson(), await factory.createOperator()];
  const owner = seller ?? (await factory.createPerson());
  const priceOptionIds: string[] = [];
  for (const { price, isMonthly } of items)
    priceOptionIds.push(await factory.createPriceOption(owner, { price, bought: { ...oneMonth, isMonthly } }));
  const { placeOrder: placed } = await advertiser.ask(
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number } ... on Refusal { message } } }',
    { input: { priceOptionIds, brief: 'Tea, all year.', paymentMethod: 'BANK_TRANSFER' } },
  );
  const order: TestOrder = { ...placed, advertiser, seller: owner, operator };
  for (const step of ['requestPayment', 'confirmPayment'] as const) await takeStepAs(owner, order, step);
  return order;
}

const query = `query ($id: ID!) { order(id: $id) { id number status paymentStatus total { minorUnits } amountPaid { minorUnits } amountRefunded { minorUnits }
  items { title price { minorUnits } } ads { id name status html targetUrl image { id url } placement { id } }
  renewal { status payment { amount { minorUnits } checkoutUrl } } successor { id number } } }`;
const look = async (person: ApiClient, { id }: { id: string }): Promise<Data> =>
  (await person.ask(query, { id })).order;

async function successorOf(order: TestOrder): Promise<TestOrder> {
  const { successor } = await look(order.seller, order);
  expect(successor, 'it has a successor').not.toBeNull();
  return { ...order, ...successor };
}

/** Advances the clock until the payments for the next month are requested. */
async function ask(): Promise<void> {
  server.clock.advance({ days: 24 });
  await renewDueOrders(server.app);
}

/** Turns on the renewal of ads in all spaces of a seller. */
async function renewAdsOf(seller: TestPerson): Promise<void> {
  const spaces = await server.app.db.space.findMany({ where: { sellerId: seller.accountId }, select: { id: true } });
  for (const { id } of spaces)
    await seller.ask(
      'mutation ($input: UpdateAdRenewalInput!) { updateAdRenewal(input: $input) { ... on Space { renewsAds } } }',
      { input: { spaceId: toGlobalId('Space', id), renewsAds: true } },
    );
}

/** Publishes the ads of an order, one in each of these placements. */
async function publishIn(order: TestOrder, placementIds: readonly string[], content: Data = { html: 'Tea.' }) {
  const { ads } = await look(order.seller, order);
  for (const [index, { id }] of ads.entries()) {
    await stepOfAd(order.advertiser, 'saveAdDraft', { adId: id, ...content });
    await stepOfAd(order.advertiser, 'submitAd', { adId: id });
    await publish(order.seller, { id, name: '' }, placementIds[index % placementIds.length] ?? '');
  }
}

test('an order is renewed as it was placed, also after its options have changed and its spaces were archived', async () => {
  const order = await createOrderWithItems([
    { price: 3_000, isMonthly: true },
    { price: 4_500, isMonthly: true },
  ]);
  const { seller } = order;
  const placementId = await createPlacement(seller);
  const items = await server.app.db.orderItem.findMany({
    where: { order: { number: order.number } },
    orderBy: { position: 'asc' },
    include: { priceOption: true },
  });
  const [shown = '', hidden = ''] = items.map(({ priceOption }) => toGlobalId('Space', priceOption.spaceId));
  await changeSpace(seller, 'updateSpace', { spaceId: shown, defaultPlacementId: placementId });
  await renewAdsOf(seller);
  for (const { id } of (await look(seller, order)).ads) {
    await stepOfAd(order.advertiser, 'saveAdDraft', { adId: id, html: 'Tea.' });
    await stepOfAd(order.advertiser, 'submitAd', { adId: id });
    await stepOfAd(seller, 'publishAd', { adId: id });
  }

  await changeSpace(seller, 'updateSpace', { spaceId: hidden, defaultPlacementId: placementId });
  for (const { priceOptionId } of items)
    await changeSpace(seller, 'updatePriceOption', {
      priceOptionId: toGlobalId('PriceOption', priceOptionId),
      ...{ price: { minorUnits: 1, currency: 'USD' }, measure: 'FLAT', isMonthly: false },
    });
  for (const spaceId of [shown, hidden]) await changeSpace(seller, 'archiveSpace', { spaceId });
  await ask();
  const answer = await takeStepAs(seller, order, 'renewOrder', { reference: 'month 2' });

  expect(answer.__typename, answer.message).toBe('Order');
  const [before, next] = [await look(seller, order), await look(seller, await successorOf(order))];
  expect(next).toMatchObject({ total: { minorUnits: 7_500 }, items: before.items });
  // The second ad had no placement, so the default that its space got later is not used.
  expect(next.ads).toMatchObject([
    { status: 'PUBLISHED', placement: { id: placementId } },
    { status: 'PUBLISHED', placement: null },
  ]);
  const copies = await server.app.db.orderItem.findMany({ where: { order: { number: next.number } } });
  for (const copy of copies) expect(copy).toMatchObject({ measure: 'DAYS', quantity: 30, isMonthly: true });
});

test('only the monthly items of an order are renewed, each with its ad', async () => {
  const order = await createOrderWithItems([
    { price: 3_000, isMonthly: true },
    { price: 50_000, isMonthly: false },
    { price: 4_500, isMonthly: true },
  ]);
  const before = await look(order.seller, order);
  for (const [index, { id }] of before.ads.entries())
    await stepOfAd(order.advertiser, 'saveAdDraft', { adId: id, html: `Tea ${index}.` });
  await ask();

  const whileRequested = await look(order.seller, order);
  const answer = await takeStepAs(order.seller, order, 'renewOrder', { reference: 'month 2' });

  expect(whileRequested.renewal.payment.amount.minorUnits).toBe(7_500);
  expect(answer.__typename, answer.message).toBe('Order');
  const next = await look(order.seller, await successorOf(order));
  expect(next).toMatchObject({
    ...{ total: { minorUnits: 7_500 }, amountPaid: { minorUnits: 7_500 }, paymentStatus: 'PAID' },
    items: [before.items[0], before.items[2]],
    ads: [
      { name: `Order #${next.number}`, html: 'Tea 0.' },
      { name: `Order #${next.number} / 2`, html: 'Tea 2.' },
    ],
  });
  for (const one of [order, await successorOf(order)]) await expectBooksInOrder(server, one, 'renewed in part');
});

test('a renewed ad uses the image of the old ad, and the image stays while one of the two ads uses it', async () => {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED', bought: oneMonth });
  await renewAdsOf(order.seller);
  const image = await upload(order.advertiser);
  const placementId = await createPlacement(order.seller);
  await publishIn(order, [placementId], { imageId: image.id, targetUrl: 'https://tea.example/' });
  await ask();

  await takeStepAs(order.seller, order, 'renewOrder', { reference: 'month 2' });
  server.clock.advance({ days: 3 });
  await removeUnusedFiles(server.app, fileUses);

  const next = await look(order.seller, await successorOf(order));
  const picture = { image: { id: image.id }, targetUrl: 'https://tea.example/' };
  expect(next.ads).toMatchObject([{ status: 'PUBLISHED', placement: { id: placementId }, ...picture }]);
  expect((await look(order.advertiser, order)).ads).toMatchObject([{ status: 'EXPIRED', ...picture }]);
  expect((await fetch(image.url)).status).toBe(200);
  const [{ id: adId }] = next.ads;
  await stepOfAd(order.seller, 'unpublishAd', { adId });
  await stepOfAd(order.advertiser, 'saveAdDraft', { adId, html: 'Words, after all.' });
  server.clock.advance({ days: 3 });
  await removeUnusedFiles(server.app, fileUses);
  expect((await fetch(image.url)).status, 'the old ad still has it').toBe(200);
});

test('a dispute does not delay the renewal, and its outcome applies only to its month', async () => {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED', bought: oneMonth });
  await takeStepAs(order.advertiser, order, 'openDispute', { reason: 'It did not run.' });
  await ask();

  const whileRequested = await look(order.seller, order);
  await takeStepAs(order.seller, order, 'renewOrder', { reference: 'month 2' });
  const next = await successorOf(order);
  await takeStepAs(order.operator, order, 'resolveDispute', { outcome: 'CANCELLED', reasoning: 'It did not.' });

  expect(whileRequested).toMatchObject({ status: 'DISPUTED', renewal: { status: 'ACTIVE' } });
  expect(whileRequested.renewal.payment).not.toBeNull();
  expect(await look(order.seller, order)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'REFUNDED' });
  expect(await look(order.seller, next)).toMatchObject({
    ...{ status: 'PAYMENT_RECEIVED', paymentStatus: 'PAID', amountRefunded: { minorUnits: 0 } },
    renewal: { status: 'ACTIVE' },
  });
  for (const one of [order, next]) await expectBooksInOrder(server, one, 'disputed and renewed');
});

test('a dispute that ends the order while the payment for the next month is requested also ends the renewal', async () => {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED', bought: oneMonth });
  await ask();
  await takeStepAs(order.advertiser, order, 'openDispute', { reason: 'It did not run.' });
  await takeStepAs(order.operator, order, 'resolveDispute', { outcome: 'REFUNDED', reasoning: 'It did not.' });

  const answer = await takeStepAs(order.seller, order, 'renewOrder', { reference: 'month 2' });

  expect(answer).toMatchObject({ __typename: 'StepNotAllowed', code: 'CONDITION_NOT_MET' });
  expect(await look(order.seller, order)).toMatchObject({
    successor: null,
    renewal: { status: 'ENDED', payment: null },
  });
});

test('a mismatched payment sets up the next month when the operator accepts it', async () => {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED', bought: oneMonth, paymentMethod: 'CARD' });
  await ask();
  const page = async () => (await look(order.advertiser, order)).renewal.payment?.checkoutUrl;
  await expect.poll(page).toEqual(expect.any(String));
  const checkoutUrl = await page();
  const session = stripe.sessions.find(({ url }) => url === checkoutUrl) as Data;
  const event = stripe.paid(session, { amount_total: 9_000 });
  await stripe.sendEvent(server.url, event, { at: server.clock.now() });
  const handled = async () => (await server.app.db.providerEvent.findUnique({ where: { id: event.id } }))?.status;
  await expect.poll(handled).toBe('DONE');
  const before = await look(order.seller, order);

  const { paymentExceptions } = await order.operator.ask(
    '{ paymentExceptions(first: 50) { edges { node { id order { number } } } } }',
  );
  const money = paymentExceptions.edges.find(({ node }: Data) => node.order?.number === order.number).node;
  const { resolvePaymentException } = await order.operator.ask(
    `mutation ($id: ID!) { resolvePaymentException(input: { paymentExceptionId: $id, outcome: ACCEPT, note: "A discount." }) { __typename
      ... on PaymentException { needsOperator order { number } } ... on Refusal { message } } }`,
    { id: money.id },
  );

  expect(before.successor).toBeNull();
  const next = await successorOf(order);
  expect(resolvePaymentException).toEqual({
    __typename: 'PaymentException',
    needsOperator: false,
    order: { number: next.number },
  });
  expect(await look(order.seller, next)).toMatchObject({ paymentStatus: 'PAID', amountPaid: { minorUnits: 9_000 } });
  expect(await look(order.seller, order)).toMatchObject({ paymentStatus: 'PAID', amountPaid: { minorUnits: 10_000 } });
  for (const one of [order, next]) await expectBooksInOrder(server, one, 'accepted');
});

test('many renewals at the same time into the same placements, in opposite order, all succeed', async () => {
  const seller = await factory.createPerson();
  const placements = [await createPlacement(seller, 'GROUP'), await createPlacement(seller, 'GROUP')];
  const months = [1_000, 2_000].map((price) => ({ price, isMonthly: true }));
  const orders = await Promise.all(
    [0, 1, 2, 3, 4, 5].map(async (index) => {
      const order = await createOrderWithItems(months, seller);
      await publishIn(order, index % 2 === 0 ? placements : placements.toReversed());
      return order;
    }),
  );
  await renewAdsOf(seller);
  await ask();
  const onSecond = { ...seller, ...apiClient(second.url, seller.sessionToken) };

  const answers = await Promise.all(
    orders.map((order, index) =>
      takeStepAs(index % 2 === 0 ? seller : onSecond, order, 'renewOrder', { reference: `month 2 of ${order.number}` }),
    ),
  );

  expect(answers.map(({ __typename, message }) => message ?? __typename)).toEqual(orders.map(() => 'Order'));
  for (const [index, order] of orders.entries()) {
    const { ads } = await look(seller, await successorOf(order));
    const expected = index % 2 === 0 ? placements : placements.toReversed();
    expect(ads.map(({ placement }: Data) => placement?.id)).toEqual(expected);
  }
});

test('the placement shows the renewed ad immediately', async () => {
  const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED', bought: oneMonth });
  await renewAdsOf(order.seller);
  const slug = freshSlug();
  const placementId = await createPlacement(order.seller, 'SINGLE', slug);
  // The placement has a second ad, which would be shown if there was a gap.
  await publish(order.seller, await createHouseAd(order.seller), placementId);
  await publishIn(order, [placementId]);
  await ask();
  const shown = async () => (await (await fetch(`${server.url}/p/${slug}.json`)).json()) as Data;
  const before = await shown();

  await takeStepAs(order.seller, order, 'renewOrder', { reference: 'month 2' });
  const after = await shown();

  expect(before.ad).not.toBeNull();
  expect(after.ad).not.toBeNull();
  expect(after.ad.frameUrl).not.toBe(before.ad.frameUrl);
});
