/** Ads that wait for the advertiser or the seller: next steps, awaited actions and attention in their order. */
import { expect, test } from 'vitest';
import { adOf, takeOfAd } from '../support/ads.ts';
import type { Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();

const fields = `waitingOn needsAttention nextSteps { step title adStatus url } awaitedActions { role title step adStatus since until }`;

async function look(person: TestPerson, order: TestOrder): Promise<Data> {
  const { order: seen } = await person.ask(`query ($id: ID!) { order(id: $id) { ${fields} } }`, { id: order.id });
  return seen;
}

/** The work on ads that the order waits for, and the parties that it is a next step for. */
async function adWorkOf(order: TestOrder): Promise<readonly string[]> {
  const [advertiser, seller] = [await look(order.advertiser, order), await look(order.seller, order)];
  const work = (advertiser.awaitedActions as Data[]).filter(({ adStatus }) => adStatus);
  expect(seller.awaitedActions).toEqual(advertiser.awaitedActions);
  for (const [role, view] of Object.entries({ ADVERTISER: advertiser, SELLER: seller })) {
    const own = work.filter((one) => one.role === role).map(({ title }) => title);
    const steps = (view.nextSteps as Data[]).filter(({ adStatus }) => adStatus);
    expect(steps.map(({ title }) => title)).toEqual(own);
    if (own.length > 0) expect(view.needsAttention).toBe(true);
  }
  return work.map(({ role, title }) => `${role}: ${title}`);
}

const countsOf = async (person: TestPerson) =>
  (await person.ask('{ attentionCounts { asAdvertiser asSeller } }')).attentionCounts;

test('an ad is work for the advertiser until it is submitted, for the seller until it is reviewed, and again after a rejection', async () => {
  const order = await factory.createOrder();
  const ad = { id: await adOf(order) };
  const placed = await adWorkOf(order);
  const attention = await countsOf(order.advertiser);

  await takeOfAd(order.advertiser, ad, 'saveAdDraft', { html: 'Tea.' });
  const saved = await adWorkOf(order);
  await takeOfAd(order.advertiser, ad, 'submitAd');
  const submitted = await adWorkOf(order);
  await takeOfAd(order.seller, ad, 'rejectAd', { note: 'Too loud.' });
  const rejected = await adWorkOf(order);
  await takeOfAd(order.advertiser, ad, 'submitAd');
  await takeOfAd(order.advertiser, ad, 'recallAd');
  const recalled = await adWorkOf(order);
  await takeOfAd(order.advertiser, ad, 'submitAd');
  await takeOfAd(order.seller, ad, 'publishAd');

  expect(placed).toEqual(['ADVERTISER: Set up the ads']);
  expect(attention).toMatchObject({ asAdvertiser: 1 });
  expect(saved).toEqual(placed);
  expect(submitted).toEqual(['SELLER: Review the ads']);
  expect(rejected).toEqual(['ADVERTISER: Change the rejected ads']);
  expect(recalled).toEqual(placed);
  expect(await adWorkOf(order)).toEqual([]);
  expect(await look(order.advertiser, order)).toMatchObject({ needsAttention: false, waitingOn: ['SELLER'] });
});

test('each ad of an order counts, and the work says since when', async () => {
  const seller = await factory.createPerson();
  const priceOptionIds = [await factory.createPriceOption(seller), await factory.createPriceOption(seller)];
  const advertiser = await factory.createPerson();
  const { placeOrder } = await advertiser.ask(
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number ads { id } } } }',
    { input: { priceOptionIds, brief: 'Tea.', paymentMethod: 'CASH' } },
  );
  const order = { ...placeOrder, advertiser, seller, operator: seller } as TestOrder;
  const [first] = placeOrder.ads;
  server.clock.advance({ days: 1 });
  await takeOfAd(advertiser, first, 'saveAdDraft', { html: 'Tea.' });
  await takeOfAd(advertiser, first, 'submitAd');

  const { awaitedActions } = await look(seller, order);

  const [drafts, pending] = (awaitedActions as Data[]).filter(({ adStatus }) => adStatus);
  expect([drafts, pending]).toMatchObject([
    { role: 'ADVERTISER', title: 'Set up the ads', adStatus: 'DRAFT', until: null },
    { role: 'SELLER', title: 'Review the ads', adStatus: 'PENDING', until: null },
  ]);
  expect(Date.parse(pending?.since) - Date.parse(drafts?.since)).toBeGreaterThanOrEqual(24 * 3_600_000);
});

test('the other party can be reminded of an ad', async () => {
  const order = await factory.createOrder();

  const answer = await takeStepAs(order.seller, order, 'sendReminder');

  expect(answer).toMatchObject({ __typename: 'Order' });
});

test('the next step of an ad has no payment link, and none waits in an order that is held, has ended or hides the setup', async () => {
  const [held, ended] = [
    await factory.createOrder({ status: 'ON_HOLD' }),
    await factory.createOrder({ status: 'CANCELLED' }),
  ];
  const due = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
  const seller = await factory.createPerson();
  await seller.ask('mutation { updateAccountSettings(input: { adSetupEmails: false }) { __typename } }');
  const hidden = await factory.createOrder({ seller });

  expect(await adWorkOf(due)).toEqual(['ADVERTISER: Set up the ads']);
  const { nextSteps } = await look(due.advertiser, due);
  expect(nextSteps).toContainEqual({ step: null, title: 'Set up the ads', adStatus: 'DRAFT', url: null });
  for (const order of [held, ended, hidden]) expect(await adWorkOf(order)).toEqual([]);
});

test('a draft that is published directly no longer waits, silently', async () => {
  const order = await factory.createOrder();
  const before = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });

  await takeOfAd(order.seller, { id: await adOf(order) }, 'publishAdDirectly');

  expect(await adWorkOf(order)).toEqual([]);
  const { revision, logNumber, lastActivityAt } = await server.app.db.order.findUniqueOrThrow({
    where: { number: order.number },
  });
  expect({ revision, lastActivityAt }).toEqual({ revision: before.revision, lastActivityAt: before.lastActivityAt });
  expect(logNumber - before.logNumber, 'only e-mails of the order').toBeLessThanOrEqual(3);
});
