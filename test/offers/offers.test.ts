/** Offers: proposals to change the items, the days and the prices of an order before it is paid. */
import { describe, expect, test } from 'vitest';
import { rowIdOf } from '../../src/graphql/ids.ts';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { addDays } from '../../src/platform/days.ts';
import { periods } from '../../src/process/periods.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectBooksInOrder } from '../support/invariants.ts';
import { createListedSpace } from '../support/spaces.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2, sessionDays: 1_000 });

const onSecond = ({ token }: TestPerson) => apiClient(second.url, token);
const euros = (amount: number) => ({ minorUnits: amount * 100, currency: 'EUR' });
const day = (count: number): string => addDays(server.clock.now().toISOString().slice(0, 10), count);

async function passDays(days: number): Promise<void> {
  server.clock.advance({ days });
  await fireDueTimers(server.app);
}

const item = 'title quantity startsOn endsOn price { minorUnits }';
const overview = `query ($id: ID!) { order(id: $id) {
  status paymentStatus waitingOn needsAttention total { minorUnits } items { ${item} priceOption { id } }
  ads { name status } awaitedActions { role title step until outcome } nextSteps { step }
  actions { step isAllowed blockedReason }
  offer { id status proposedBy note expiresAt total { minorUnits } }
  offers(first: 10) { nodes { status closedAt } }
  timeline(first: 50) { nodes { type offer { status total { minorUnits } previousTotal { minorUnits }
    items { ${item} } previousItems { ${item} } } message { text } } } } }`;
const read = async (person: TestPerson, { id }: TestOrder): Promise<Data> => (await person.ask(overview, { id })).order;

const lastEntry = ({ timeline }: Data): Data =>
  timeline.nodes.filter(({ type }: Data) => !type.startsWith('EMAIL_')).at(-1);

/** An order of one space of seven days, for 100 EUR. */
const createOrder = (status: 'PENDING' | 'PAYMENT_REQUIRED' = 'PENDING') => factory.createOrder({ status });

const optionOf = async (order: TestOrder): Promise<string> => (await read(order.seller, order)).items[0].priceOption.id;

/** Proposes the item of the order at another price. */
const propose = async (
  person: TestPerson,
  order: TestOrder,
  price: number,
  { step = 'proposeOffer', ...more }: { step?: 'proposeOffer' | 'counterOffer' } & Data = {},
): Promise<Data> =>
  takeStepAs(person, order, step, { items: [{ priceOptionId: await optionOf(order), price: euros(price), ...more }] });

const isDone = { __typename: 'Order' };

describe('an offer', () => {
  test('is proposed with a message, and the other party is waited for, until a time and with a consequence', async () => {
    const order = await createOrder();
    const priceOptionId = await optionOf(order);

    const proposed = await takeStepAs(order.seller, order, 'proposeOffer', {
      items: [{ priceOptionId, price: euros(130) }],
      note: 'Two languages cost more.',
    });
    const [seen, own] = [await read(order.advertiser, order), await read(order.seller, order)];

    expect(proposed).toMatchObject({ ...isDone, status: 'PENDING' });
    expect(seen).toMatchObject({
      ...{ waitingOn: ['ADVERTISER'], needsAttention: true, total: { minorUnits: 10_000 } },
      offer: { status: 'OPEN', proposedBy: 'SELLER', note: 'Two languages cost more.', total: { minorUnits: 13_000 } },
      awaitedActions: expect.arrayContaining([
        expect.objectContaining({
          ...{ role: 'ADVERTISER', title: 'Answer the offer', step: null, until: seen.offer.expiresAt },
          outcome: 'The offer expires, and the order stays as it is.',
        }),
      ]),
    });
    expect(seen.nextSteps.flatMap(({ step }: Data) => step ?? [])).toEqual([
      'ACCEPT_OFFER',
      'COUNTER_OFFER',
      'DECLINE_OFFER',
    ]);
    expect(own).toMatchObject({ needsAttention: false });
    expect(lastEntry(seen)).toMatchObject({
      type: 'OFFER_PROPOSED',
      message: { text: 'Two languages cost more.' },
      offer: { previousTotal: { minorUnits: 10_000 }, total: { minorUnits: 13_000 } },
    });
  });

  test('that is accepted changes items and total in one step; the entry has both versions', async () => {
    const order = await createOrder();
    await propose(order.advertiser, order, 80, { quantity: 5 });

    const accepted = await takeStepAs(order.seller, order, 'acceptOffer');
    const seen = await read(order.advertiser, order);

    expect(accepted).toMatchObject({ ...isDone, status: 'PENDING' });
    expect(seen).toMatchObject({
      ...{ total: { minorUnits: 8_000 }, offer: null, waitingOn: expect.arrayContaining(['SELLER']) },
      items: [{ quantity: 5, price: { minorUnits: 8_000 } }],
      ads: [{ name: `Order #${order.number}`, status: 'DRAFT' }],
      offers: { nodes: [{ status: 'ACCEPTED' }] },
    });
    expect(lastEntry(seen)).toMatchObject({
      type: 'OFFER_ACCEPTED',
      offer: {
        ...{ status: 'ACCEPTED', total: { minorUnits: 8_000 }, previousTotal: { minorUnits: 10_000 } },
        items: [{ quantity: 5, price: { minorUnits: 8_000 } }],
        previousItems: [{ quantity: 7, price: { minorUnits: 10_000 } }],
      },
    });
    await expectBooksInOrder(server, order, 'after the offer');
  });

  test('that is accepted while a payment is requested ends the request; the next one is of the new total', async () => {
    const order = await createOrder('PAYMENT_REQUIRED');
    await propose(order.advertiser, order, 70);

    const accepted = await takeStepAs(order.seller, order, 'acceptOffer');
    await takeStepAs(order.seller, order, 'requestPayment', {});

    expect(accepted).toMatchObject({ ...isDone, status: 'PENDING' });
    const { payments } = (
      await order.seller.ask('query ($id: ID!) { order(id: $id) { payments { status amount { minorUnits } } } }', {
        id: order.id,
      })
    ).order;
    expect(payments).toEqual([
      { status: 'OPEN', amount: { minorUnits: 7_000 } },
      { status: 'CLOSED', amount: { minorUnits: 10_000 } },
    ]);
    await expectBooksInOrder(server, order, 'after the offer');
  });

  test('may add and remove items: ads follow, and an item whose ad is published stays', async () => {
    const order = await createOrder();
    const [kept, added] = [await optionOf(order), await factory.createPriceOption(order.seller, { price: 5_000 })];
    await takeStepAs(order.seller, order, 'proposeOffer', {
      items: [{ priceOptionId: kept }, { priceOptionId: added }],
    });
    await takeStepAs(order.advertiser, order, 'acceptOffer');
    const two = await read(order.seller, order);
    await takeStepAs(order.advertiser, order, 'proposeOffer', { items: [{ priceOptionId: added }] });
    await takeStepAs(order.seller, order, 'acceptOffer');
    const one = await read(order.seller, order);
    const ad = await server.app.db.ad.findFirstOrThrow({ where: { order: { number: order.number }, status: 'DRAFT' } });
    await server.app.db.ad.update({ where: { id: ad.id }, data: { status: 'PUBLISHED' } });
    const refused = await takeStepAs(order.seller, order, 'proposeOffer', { items: [{ priceOptionId: kept }] });

    expect(two).toMatchObject({ total: { minorUnits: 15_000 }, ads: [{ status: 'DRAFT' }, { status: 'DRAFT' }] });
    expect(one).toMatchObject({ total: { minorUnits: 5_000 }, items: [{ price: { minorUnits: 5_000 } }] });
    expect(one.ads.map(({ status }: Data) => status).sort()).toEqual(['DRAFT', 'WITHDRAWN']);
    expect(refused).toMatchObject({ __typename: 'InputInvalid', message: expect.stringContaining('are published') });
  });

  test('is countered, declined and withdrawn by the party that may do so', async () => {
    const order = await createOrder();
    await propose(order.advertiser, order, 60);
    const own = await takeStepAs(order.advertiser, order, 'acceptOffer');
    const twice = await propose(order.seller, order, 90);
    const countered = await propose(order.seller, order, 90, { step: 'counterOffer' });
    const declined = await takeStepAs(order.advertiser, order, 'declineOffer', { note: 'Too much.' });
    await propose(order.advertiser, order, 65);
    const withdrawnByOther = await takeStepAs(order.seller, order, 'withdrawOffer');
    const withdrawn = await takeStepAs(order.advertiser, order, 'withdrawOffer');

    expect([own, twice, withdrawnByOther].map(({ code }) => code)).toEqual(Array(3).fill('CONDITION_NOT_MET'));
    expect([countered, declined, withdrawn]).toMatchObject([isDone, isDone, isDone]);
    const { offers, offer, total } = await read(order.seller, order);
    expect(offers.nodes.map(({ status }: Data) => status)).toEqual(['WITHDRAWN', 'DECLINED', 'COUNTERED']);
    expect([offer, total.minorUnits]).toEqual([null, 10_000]);
  });

  test('expires after a reminder, and the order then waits as before, with the whole period', async () => {
    const order = await createOrder();
    await passDays(10);
    await propose(order.seller, order, 120);
    const emails = async () =>
      (await server.app.db.email.findMany({ where: { order: { number: order.number } } })).map(
        ({ template, role }) => `${template} ${role}`,
      );
    await passDays(periods.offer - periods.offerReminder);
    const reminded = await emails();
    const open = await read(order.seller, order);
    await passDays(periods.offerReminder);
    const expired = await read(order.seller, order);

    expect(reminded).toContain('offer-expires-soon advertiser');
    expect(reminded).not.toContain('offer-expires-soon seller');
    expect(open).toMatchObject({ status: 'PENDING', offer: { status: 'OPEN' } });
    expect(expired).toMatchObject({
      ...{
        status: 'PENDING',
        offer: null,
        offers: { nodes: [{ status: 'EXPIRED' }] },
        waitingOn: expect.arrayContaining(['SELLER']),
      },
    });
    await passDays(periods.expiry - 1);
    expect((await read(order.seller, order)).status).toBe('PENDING');
    await passDays(1);
    expect((await read(order.seller, order)).status).toBe('EXPIRED');
  });

  test.each([
    ['is paid', 'PAYMENT_REQUIRED', 'confirmPayment', 'seller'],
    ['ends', 'PENDING', 'cancelOrder', 'advertiser'],
  ] as const)('is void when the order %s', async (_event, status, step, role) => {
    const order = await createOrder(status);
    await propose(order.advertiser, order, 80);

    await takeStepAs(order[role], order, step);

    const seen = await read(order.seller, order);
    expect(seen).toMatchObject({ offer: null, offers: { nodes: [{ status: 'VOID', closedAt: expect.any(String) }] } });
    const steps = ['PROPOSE_OFFER', 'ACCEPT_OFFER', 'COUNTER_OFFER', 'DECLINE_OFFER', 'WITHDRAW_OFFER'];
    const allowed = seen.actions.filter((action: Data) => steps.includes(action.step) && action.isAllowed);
    expect(allowed).toEqual([]);
    expect(await server.app.db.timer.count({ where: { order: { number: order.number }, step: 'expireOffer' } })).toBe(
      0,
    );
  });

  test.each<[string, (option: string) => Data[], string]>([
    ['nothing', () => [], 'is required'],
    ['what the order has', (priceOptionId) => [{ priceOptionId }], 'must differ from the items of the order'],
    ['another currency', (priceOptionId) => [{ priceOptionId, price: { minorUnits: 1, currency: 'USD' } }], 'in EUR'],
    ['nothing to pay', (priceOptionId) => [{ priceOptionId, price: euros(0) }], 'greater than 0'],
    ['a negative price', (priceOptionId) => [{ priceOptionId, price: euros(-1) }], 'must not be negative'],
    ['no quantity', (priceOptionId) => [{ priceOptionId, quantity: 0 }], 'from 1 to 3,650'],
    ['a past day', (priceOptionId) => [{ priceOptionId, startsOn: '2020-01-01' }], 'must be from'],
    ['too many items', (priceOptionId) => Array(21).fill({ priceOptionId }), 'at most 20 price options'],
  ])('of %s is refused with what is wrong', async (_name, itemsOf, problem) => {
    const order = await createOrder();

    const answer = await takeStepAs(order.seller, order, 'proposeOffer', { items: itemsOf(await optionOf(order)) });

    expect(answer).toMatchObject({ __typename: 'InputInvalid', message: expect.stringContaining(problem) });
  });

  test('with a space of another seller is refused', async () => {
    const order = await createOrder();
    const foreign = await factory.createPriceOption(await factory.createPerson());

    const answer = await takeStepAs(order.advertiser, order, 'proposeOffer', { items: [{ priceOptionId: foreign }] });

    expect(answer.problems).toEqual([
      { field: 'items.0.priceOptionId', message: expect.stringContaining('of the seller in EUR') },
    ]);
  });

  test('is visible to its parties alone', async () => {
    const order = await createOrder();
    await propose(order.seller, order, 120);
    const { offer } = await read(order.seller, order);
    const stranger = await factory.createPerson();

    const query = 'query ($id: ID!) { node(id: $id) { ... on Offer { status } } }';
    expect(await stranger.ask(query, { id: offer.id })).toEqual({ node: null });
    expect(await order.advertiser.ask(query, { id: offer.id })).toEqual({ node: { status: 'OPEN' } });
  });
});

describe('the days of an offer', () => {
  /** An order of two days of a space that takes one ad at a time, from the given day on. */
  async function createBooking(startsOn: string): Promise<{ order: TestOrder; optionId: string; spaceId: string }> {
    const order = await factory.createOrder();
    const { id: spaceId, optionId } = await createListedSpace(order.seller);
    await server.app.db.space.update({ where: { id: rowIdOf('Space', spaceId) }, data: { capacity: 1 } });
    const { placeOrder } = await order.advertiser.ask(
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number } ... on Refusal { message } } }`,
      {
        input: {
          ...{ brief: 'Tea.', paymentMethod: 'BANK_TRANSFER', items: [{ priceOptionId: optionId, startsOn }] },
        },
      },
    );
    return { order: { ...order, ...placeOrder }, optionId, spaceId };
  }
  const reserved = async ({ number }: TestOrder): Promise<string[]> =>
    (await server.app.db.spaceReservation.findMany({ where: { order: { number } } })).map(({ startsOn }) =>
      startsOn.toISOString().slice(0, 10),
    );

  test('are reserved when it is accepted, and the earlier ones are free again', async () => {
    const { order, optionId } = await createBooking(day(10));
    await takeStepAs(order.advertiser, order, 'proposeOffer', {
      items: [{ priceOptionId: optionId, startsOn: day(12) }],
    });
    const before = await reserved(order);

    expect(await takeStepAs(order.seller, order, 'acceptOffer')).toMatchObject(isDone);

    expect([before, await reserved(order)]).toEqual([[day(10)], [day(12)]]);
    const rows = await server.app.db.spaceDay.findMany({
      where: { space: { reservations: { some: { order: { number: order.number } } } } },
    });
    expect(rows.find((row) => row.day.toISOString().startsWith(day(10)))?.reserved).toBe(0);
  });

  test('that another order has taken since are refused, and nothing has changed', async () => {
    const { order, optionId } = await createBooking(day(10));
    await takeStepAs(order.advertiser, order, 'proposeOffer', {
      items: [{ priceOptionId: optionId, startsOn: day(40) }],
    });
    const other = await factory.createPerson();
    await other.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', {
      input: { brief: 'Tea.', paymentMethod: 'CASH', items: [{ priceOptionId: optionId, startsOn: day(40) }] },
    });

    const answer = await takeStepAs(order.seller, order, 'acceptOffer');

    expect(answer).toMatchObject({ __typename: 'DaysUnavailable' });
    expect(await reserved(order)).toEqual([day(10)]);
    expect((await read(order.seller, order)).offer).toMatchObject({ status: 'OPEN' });
  });

  test('that have passed since are refused', async () => {
    const { order, optionId } = await createBooking(day(10));
    await takeStepAs(order.advertiser, order, 'proposeOffer', {
      items: [{ priceOptionId: optionId, startsOn: day(1) }],
    });
    server.clock.advance({ days: 3 });

    const answer = await takeStepAs(order.seller, order, 'acceptOffer');

    expect(answer).toMatchObject({ __typename: 'OfferOutdated', code: 'OFFER_OUTDATED' });
  });
});

describe('a payment request', () => {
  test('above the agreed value is refused with the largest amount, until an offer is accepted', async () => {
    const order = await createOrder();
    const refused = await order.seller.ask(
      `mutation ($input: RequestPaymentInput!) { requestPayment(input: $input) {
        __typename ... on AmountNotAgreed { code recovery message max { minorUnits currency } } } }`,
      { input: { orderId: order.id, amount: euros(101) } },
    );
    await propose(order.seller, order, 101);
    await takeStepAs(order.advertiser, order, 'acceptOffer');
    const accepted = await takeStepAs(order.seller, order, 'requestPayment', { amount: euros(101) });

    expect(refused.requestPayment).toEqual({
      ...{ __typename: 'AmountNotAgreed', code: 'AMOUNT_NOT_AGREED', recovery: 'CORRECTABLE' },
      message: expect.stringContaining('at most EUR 100.00'),
      max: euros(100),
    });
    expect(accepted).toMatchObject({ ...isDone, status: 'PAYMENT_REQUIRED' });
  });
});

describe('at the same time, on two instances', () => {
  test.each([1, 2, 3, 4])('an offer is accepted or the payment is confirmed, never both (race %i)', async () => {
    const order = await createOrder('PAYMENT_REQUIRED');
    await propose(order.advertiser, order, 50);

    const [accepted, paid] = await Promise.all([
      takeStepAs(order.seller, order, 'acceptOffer'),
      takeStepAs(onSecond(order.seller), order, 'confirmPayment'),
    ]);

    expect([accepted.__typename, paid.__typename].sort()).toEqual(['Order', 'StepNotAllowed']);
    const seen = await read(order.seller, order);
    const isAccepted = accepted.__typename === 'Order';
    expect(seen).toMatchObject({
      ...{ status: isAccepted ? 'PENDING' : 'PAYMENT_RECEIVED', total: { minorUnits: isAccepted ? 5_000 : 10_000 } },
      offers: { nodes: [{ status: isAccepted ? 'ACCEPTED' : 'VOID' }] },
    });
    await expectBooksInOrder(server, order, 'after the race');
  });

  test.each([1, 2, 3, 4])('an offer is accepted or expires, never both (race %i)', async () => {
    const order = await createOrder();
    await propose(order.seller, order, 150);
    server.clock.advance({ days: periods.offer });

    const [accepted] = await Promise.all([
      takeStepAs(order.advertiser, order, 'acceptOffer'),
      fireDueTimers(server.app),
      fireDueTimers(second.app),
    ]);

    const seen = await read(order.seller, order);
    const isAccepted = accepted.__typename === 'Order';
    const types = seen.timeline.nodes.map(({ type }: Data) => type);
    expect(types.filter((type: string) => type === 'OFFER_ACCEPTED' || type === 'OFFER_EXPIRED')).toEqual([
      isAccepted ? 'OFFER_ACCEPTED' : 'OFFER_EXPIRED',
    ]);
    expect(seen).toMatchObject({
      ...{ status: 'PENDING', offer: null, total: { minorUnits: isAccepted ? 15_000 : 10_000 } },
    });
  });

  test('both parties propose, and one offer is open', async () => {
    const order = await createOrder();
    const priceOptionId = await optionOf(order);
    const items = (price: number) => ({ items: [{ priceOptionId, price: euros(price) }] });

    const answers = await Promise.all([
      takeStepAs(order.seller, order, 'proposeOffer', items(120)),
      takeStepAs(onSecond(order.advertiser), order, 'proposeOffer', items(90)),
    ]);

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Order', 'StepNotAllowed']);
    expect(await server.app.db.offer.count({ where: { order: { number: order.number } } })).toBe(1);
  });
});
