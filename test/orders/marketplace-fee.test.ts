/** The fee of the marketplace on orders: its amount, its readers, and the moment that decides the rate. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { marketplaceFeeOf } from '../../src/orders/marketplace-fee.ts';
import { createOrder } from '../../src/orders/place-order.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { updateSettings } from '../support/marketplace.ts';
import { change, createPartner, idOf, register, wires } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let operator: TestPerson;
let seller: TestPerson;
let advertiser: TestPerson;

beforeAll(async () => {
  operator = await factory.createOperator();
  seller = await factory.createPerson();
  advertiser = await factory.createPerson();
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const feeQuery = 'query ($id: ID!) { order(id: $id) { marketplaceFee { minorUnits currency } } }';
const feeFor = async (who: ApiClient, id: string) => (await who.ask(feeQuery, { id })).order.marketplaceFee;

/** Places an order of one item at this price. */
async function place(price: number, currency = 'EUR', who: ApiClient = advertiser): Promise<Data> {
  const priceOptionIds = [await factory.createPriceOption(seller, { price, currency })];
  const input = { priceOptionIds, brief: 'An ad for tea.', paymentMethod: 'BANK_TRANSFER' };
  return change(who, 'placeOrder', input, '... on Order { id number marketplaceFee { minorUnits } }');
}

test.each([
  // Currencies of 0, 2 and 3 digits: JPY 1,005; EUR 10.05; KWD 1.005.
  ['JPY', 1_005n, 1_000, 101n],
  ['EUR', 1_005n, 1_000, 101n],
  ['KWD', 1_005n, 1_000, 101n],
  ['JPY', 1n, 4_999, 0n],
  ['JPY', 1n, 5_000, 1n],
  ['EUR', 9_999n, 250, 250n],
  ['EUR', 19_979n, 250, 499n],
  ['KWD', 123_456n, 1, 12n],
  ['EUR', 10_000n, 0, 0n],
  ['EUR', 10_000n, 10_000, 10_000n],
  ['KWD', 20_000_000_000_000n, 9_999, 19_998_000_000_000n],
] as const)(
  'the fee on %s %s at %s basis points is %s, rounded half up',
  (currency, totalMinorUnits, rate, minorUnits) => {
    expect(marketplaceFeeOf({ currency, totalMinorUnits, feeBasisPoints: rate })).toEqual({ minorUnits, currency });
  },
);

test.each(['JPY', 'EUR', 'KWD'])('an order in %s has its fee in the same currency', async (currency) => {
  await updateSettings(operator, { feeBasisPoints: 750 });

  const { id } = await place(1_234, currency);

  expect(await feeFor(seller, id)).toEqual({ minorUnits: 93, currency });
});

test('an order keeps the rate at which it was placed', async () => {
  await updateSettings(operator, { feeBasisPoints: 250 });
  const earlier = await place(10_000);
  await updateSettings(operator, { feeBasisPoints: 1_000 });
  const later = await place(10_000, 'EUR', apiClient(second.url, advertiser.sessionToken));
  await updateSettings(operator, { feeBasisPoints: 0 });
  const free = await place(10_000);

  const fees = await Promise.all([earlier, later, free].map(async ({ id }) => (await feeFor(seller, id)).minorUnits));
  expect(fees).toEqual([250, 1_000, 0]);
});

test('the order of the next month has the rate of the day on which it is placed', async () => {
  await updateSettings(operator, { feeBasisPoints: 250 });
  const { number } = await place(10_000);
  const first = await server.app.db.order.findUniqueOrThrow({ where: { number }, include: { items: true } });
  await updateSettings(operator, { feeBasisPoints: 300 });

  const { advertiserId, sellerId, brief, paymentMethod, id: predecessorId } = first;
  const items = first.items.map(({ id: _id, orderId: _orderId, position: _position, ...item }) => item);
  const entry = {
    role: 'system',
    actorId: null,
    applicationId: null,
    personId: null,
    idempotencyKey: null,
    input: {},
  } as const;
  const next = await server.app.db.$transaction((tx) =>
    createOrder(server.app, tx, { advertiserId, sellerId, brief, paymentMethod, predecessorId, items, entry }),
  );

  expect([first.feeBasisPoints, next.feeBasisPoints]).toEqual([250, 300]);
});

test('the fee is for the seller and operators, and null for the advertiser on every transport', async () => {
  await updateSettings(operator, { feeBasisPoints: 500 });
  const { id, marketplaceFee } = await place(20_000);
  const fee = { minorUnits: 1_000, currency: 'EUR' };
  const reader = await factory.createMember(seller, 'VIEWER');
  const buyer = await factory.createMember(advertiser, 'MEMBER');

  expect(marketplaceFee).toBeNull();
  for (const who of [seller, reader, operator]) expect(await feeFor(who, id)).toEqual(fee);
  for (const who of [advertiser, buyer]) expect(await feeFor(who, id)).toBeNull();
  for (const [owner, expected] of [
    [seller, fee],
    [advertiser, null],
  ] as const) {
    const partner = await createPartner(factory, { owner });
    await register(partner, [feeQuery]);
    const { data } = await wires.POST(server, partner.key, { documentId: idOf(feeQuery), variables: { id } });
    expect(data.order.marketplaceFee).toEqual(expected);
  }
  for (const who of [await factory.createPerson(), apiClient(server.url)]) {
    const { data } = await who.send(feeQuery, { id });
    expect(data?.order ?? null).toBeNull();
  }
});

test('subscribers of one order each read the fee that they may see', async () => {
  await updateSettings(operator, { feeBasisPoints: 500 });
  const { id } = await place(20_000);
  const follow =
    'subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { order { marketplaceFee { minorUnits } } } } }';
  const streams = [seller, advertiser, operator].map((who) => who.follow(follow, { id }));

  await change(seller, 'sendMessage', { orderId: id, text: 'Hello.' });

  const fees = await Promise.all(
    streams.map(async (stream) => (await stream.next()).orderTimeline.order?.marketplaceFee?.minorUnits ?? null),
  );
  for (const stream of streams) stream.stop();
  expect(fees).toEqual([1_000, null, 1_000]);
});

test('a person of both parties sees the fee as the seller', async () => {
  await updateSettings(operator, { feeBasisPoints: 500 });
  const { id } = await place(20_000);
  const both = await factory.createMember(advertiser, 'MEMBER');
  const { personId } = both;
  const createdAt = server.clock.now();
  await server.app.db.membership.create({ data: { personId, accountId: seller.accountId, role: 'MEMBER', createdAt } });

  expect(await feeFor(both, id)).toMatchObject({ minorUnits: 1_000 });
});
