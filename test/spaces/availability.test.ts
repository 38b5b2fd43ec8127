/** The days of spaces: ordered, blocked, reserved ahead, and free again. Two instances race for them. */
import { describe, expect, test } from 'vitest';
import type { PriceOption } from '../../src/generated/prisma/client.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { nextMonthOf, withoutDays } from '../../src/orders/item-days.ts';
import { addDays, dateOf, dayIn, dayOf, rangesOf } from '../../src/platform/days.ts';
import { renewDueOrders } from '../../src/renewals/renew-due.ts';
import { spacesFreeBetween } from '../../src/spaces/availability.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type Purchase, type TestPerson, takeStepAs } from '../support/factory.ts';
import { pick, seededRandom } from '../support/random.ts';
import { countStatements } from '../support/statements.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2, sessionDays: 4_000 });

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The same person as a client of the second instance. */
const onSecond = (person: TestPerson) => apiClient(second.url, person.sessionToken);

/** The day that is `count` days after today in UTC. */
const inDays = (count: number) => addDays(dayIn('UTC', server.clock.now()), count);

interface TestSpace {
  readonly seller: TestPerson;
  /** Ids of rows. */
  readonly spaceId: string;
  readonly optionId: string;
}

const anyDays: Purchase = { measure: 'IMPRESSIONS', quantity: 1_000 };
const oneMonth: Purchase = { measure: 'DAYS', quantity: 30, isMonthly: true };

async function createSpace({
  capacity = 1,
  bought = anyDays,
  seller,
  timeZone = 'UTC',
}: {
  capacity?: number | null;
  bought?: Purchase;
  seller?: TestPerson;
  timeZone?: string;
} = {}): Promise<TestSpace> {
  const owner = seller ?? (await factory.createPerson());
  const option: PriceOption = await server.app.db.priceOption.findUniqueOrThrow({
    where: { id: rowIdIn(await factory.createPriceOption(owner, { bought })) },
  });
  await server.app.db.space.update({ where: { id: option.spaceId }, data: { capacity, timeZone } });
  return { seller: owner, spaceId: option.spaceId, optionId: option.id };
}

const rowIdIn = (globalId: string): string => {
  const [, id] = /([0-9a-f-]{36})/.exec(Buffer.from(globalId, 'base64url').toString()) ?? [];
  if (!id) throw new Error(`${globalId} has no id of a row`);
  return id;
};

interface Item {
  readonly startsOn?: string;
  readonly days?: number;
  readonly endsOn?: string;
}

const placeDocument = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on Order { id number items { startsOn endsOn } }
  ... on Refusal { message code recovery }
  ... on InputInvalid { problems { field message } }
  ... on DaysUnavailable { spaces { spaceId title taken { from to } free { from to } } } } }`;

type Client = Pick<TestPerson, 'ask'>;

/** Orders items of spaces, each with its days, and returns the result. */
async function orderItems(
  client: Client,
  items: readonly (Item & { space: TestSpace })[],
  more: Data = {},
): Promise<Data> {
  const { placeOrder } = await client.ask(placeDocument, {
    input: {
      items: items.map(({ space, ...days }) => ({ priceOptionId: toGlobalId('PriceOption', space.optionId), ...days })),
      brief: 'An ad for tea.',
      paymentMethod: 'BANK_TRANSFER',
      ...more,
    },
  });
  return placeOrder;
}

const orderDays = (client: Client, space: TestSpace, item: Item): Promise<Data> =>
  orderItems(client, [{ space, ...item }]);

async function readAvailability(client: Client, { spaceId }: TestSpace, from: string, to: string): Promise<Data> {
  const { space } = await client.ask(
    `query ($id: ID!, $from: Date!, $to: Date!) { space(id: $id) { capacity timeZone firstBookableDay
      availability(from: $from, to: $to) { from to freePlaces isBlocked blockReason } } }`,
    { id: toGlobalId('Space', spaceId), from, to },
  );
  return space.availability;
}

const spaceMutation = (name: string) => `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { __typename
    ... on Space { capacity timeZone }
    ... on Refusal { message code recovery }
    ... on InputInvalid { problems { field message } }
    ${name === 'unblockSpaceDays' ? '' : '... on DaysReserved { reservations { startsOn endsOn isMonthAhead order { number } } }'} } }`;

async function change(client: Client, name: string, { spaceId }: TestSpace, input: Data): Promise<Data> {
  const answer = await client.ask(spaceMutation(name), { input: { spaceId: toGlobalId('Space', spaceId), ...input } });
  return answer[name];
}

const block = (space: TestSpace, from: string, to: string, more: Data = {}) =>
  change(space.seller, 'blockSpaceDays', space, { ranges: [{ from, to }], ...more });

/** The stored days are equal to the reservations, and no day has more than the capacity. */
async function expectReservationsInOrder(spaceId: string): Promise<void> {
  const { db } = server.app;
  const { capacity, days, reservations } = await db.space.findUniqueOrThrow({
    where: { id: spaceId },
    include: { days: true, reservations: { include: { order: true } } },
  });
  const counted = new Map<string, number>();
  for (const { startsOn, endsOn, order } of reservations) {
    expect(['CANCELLED', 'REJECTED', 'EXPIRED', 'REFUNDED'], `order #${order.number}`).not.toContain(order.status);
    for (let day = dayOf(startsOn); day <= dayOf(endsOn); day = addDays(day, 1))
      counted.set(day, (counted.get(day) ?? 0) + 1);
  }
  const stored = days
    .filter(({ reserved }) => reserved > 0)
    .map(({ day, reserved }) => [dayOf(day), reserved] as const);
  expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(counted));
  for (const [day, reserved] of stored) expect(reserved, day).toBeLessThanOrEqual(capacity ?? Number.POSITIVE_INFINITY);
}

describe('An order that names days', () => {
  test('reserves them, and the second order for one of them is refused with the free days near it', async () => {
    const space = await createSpace();
    const [first, other] = [await factory.createPerson(), await factory.createPerson()];

    const order = await orderDays(first, space, { startsOn: inDays(10), days: 5 });
    const refused = await orderDays(other, space, { startsOn: inDays(13), endsOn: inDays(16) });
    const after = await orderDays(other, space, { startsOn: inDays(15), endsOn: inDays(16) });

    expect(order).toMatchObject({ __typename: 'Order', items: [{ startsOn: inDays(10), endsOn: inDays(14) }] });
    expect(refused).toMatchObject({
      __typename: 'DaysUnavailable',
      code: 'DAYS_UNAVAILABLE',
      recovery: 'CORRECTABLE',
      spaces: [
        {
          spaceId: toGlobalId('Space', space.spaceId),
          taken: [{ from: inDays(13), to: inDays(14) }],
          free: [
            { from: inDays(0), to: inDays(9) },
            { from: inDays(15), to: inDays(14 + limits.availability.searchedDays) },
          ],
        },
      ],
    });
    expect(refused.message).toContain(`${inDays(13)} to ${inDays(14)}`);
    expect(after.__typename).toBe('Order');
    await expectReservationsInOrder(space.spaceId);
  });

  test('leaves the seller the lead time of the space', async () => {
    const space = await createSpace();
    await server.app.db.space.update({ where: { id: space.spaceId }, data: { leadTimeDays: 3 } });
    const buyer = await factory.createPerson();

    const { space: read } = await buyer.ask('query ($id: ID!) { space(id: $id) { firstBookableDay } }', {
      id: toGlobalId('Space', space.spaceId),
    });
    const early = await orderDays(buyer, space, { startsOn: inDays(2), days: 1 });
    const ordered = await orderDays(buyer, space, { startsOn: inDays(3), days: 1 });
    const unavailable = await orderDays(buyer, space, { startsOn: inDays(3), days: 1 });

    expect(read.firstBookableDay).toBe(inDays(3));
    expect(early.problems).toEqual([
      {
        field: 'items.0.startsOn',
        message: `must be from ${inDays(3)} to ${inDays(limits.availability.horizonDays)}`,
      },
    ]);
    expect(ordered).toMatchObject({ __typename: 'Order', items: [{ startsOn: inDays(3) }] });
    // Free days that are named can be ordered.
    expect(unavailable.spaces[0].free[0].from).toBe(inDays(4));
  });

  test('takes the number of days from the price option', async () => {
    const week = await createSpace({ bought: { measure: 'DAYS', quantity: 7 } });
    const buyer = await factory.createPerson();

    const order = await orderDays(buyer, week, { startsOn: inDays(1) });
    const other = await orderDays(buyer, week, { startsOn: inDays(20), days: 8 });
    const otherEnd = await orderDays(buyer, week, { startsOn: inDays(20), endsOn: inDays(25) });

    expect(order.items).toEqual([{ startsOn: inDays(1), endsOn: inDays(7) }]);
    expect(other.problems).toEqual([
      { field: 'items.0.days', message: 'must be 7, or absent, to match the price option and `endsOn`' },
    ]);
    expect(otherEnd.problems).toMatchObject([{ field: 'items.0.endsOn' }]);
  });

  test('counts overlapping items of one order twice', async () => {
    const space = await createSpace({ capacity: 2 });
    const buyer = await factory.createPerson();
    const item = { space, startsOn: inDays(3), days: 2 };

    const tooMany = await orderItems(buyer, [item, item, { ...item, startsOn: inDays(4) }]);
    const two = await orderItems(buyer, [item, item]);

    expect(tooMany.spaces).toMatchObject([{ taken: [{ from: inDays(4), to: inDays(4) }] }]);
    expect(two.__typename).toBe('Order');
    await expectReservationsInOrder(space.spaceId);
  });

  test('can be one of any number where the space has no capacity, and reserves nothing if it names no days', async () => {
    const space = await createSpace({ capacity: null });
    const buyer = await factory.createPerson();

    for (const _ of upTo(3))
      expect(await orderDays(buyer, space, { startsOn: inDays(1), days: 2 })).toMatchObject({ __typename: 'Order' });
    const without = await orderDays(buyer, space, {});

    expect(without.items).toEqual([{ startsOn: null, endsOn: null }]);
    expect(await server.app.db.spaceReservation.count({ where: { spaceId: space.spaceId } })).toBe(3);
    await expectReservationsInOrder(space.spaceId);
  });

  test('counts days in the time zone of the space', async () => {
    const [west, east] = [
      await createSpace({ timeZone: 'Etc/GMT+12' }),
      await createSpace({ timeZone: 'Pacific/Kiritimati' }),
    ];
    const buyer = await factory.createPerson();
    const now = server.clock.now();
    const [todayWest, todayEast] = [dayIn('Etc/GMT+12', now), dayIn('Pacific/Kiritimati', now)];

    expect(await orderDays(buyer, west, { startsOn: todayWest, days: 1 })).toMatchObject({ __typename: 'Order' });
    expect(await orderDays(buyer, east, { startsOn: todayWest, days: 1 })).toMatchObject({
      problems: [{ field: 'items.0.startsOn', message: expect.stringContaining(`must be from ${todayEast} to `) }],
    });
  });

  test('is the same order for the same idempotency key, also when its days are taken now', async () => {
    const space = await createSpace();
    const buyer = await factory.createPerson();
    const items = [{ space, startsOn: inDays(5), days: 1 }];
    const more = { idempotencyKey: 'five' };

    const first = await orderItems(buyer, items, more);
    const again = await orderItems(buyer, items, more);
    const changed = await orderItems(buyer, [{ space, startsOn: inDays(6), days: 1 }], more);

    expect(again).toEqual(first);
    expect(changed.__typename).toBe('IdempotencyKeyReused');
  });

  test.each<[string, () => Item, string]>([
    ['a past day', () => ({ startsOn: inDays(-1), days: 1 }), 'startsOn'],
    ['a day in the year 9999', () => ({ startsOn: '9999-12-31', days: 1 }), 'startsOn'],
    ['a day in the year 0000', () => ({ startsOn: '0000-01-01', days: 1 }), 'startsOn'],
    ['an end before its start', () => ({ startsOn: inDays(5), endsOn: inDays(4) }), 'endsOn'],
    ['an end in the year 9999', () => ({ startsOn: inDays(5), endsOn: '9999-12-31' }), 'startsOn'],
    ['10,000 days', () => ({ startsOn: inDays(5), days: 10_000 }), 'days'],
    ['no days', () => ({ startsOn: inDays(5), days: 0 }), 'days'],
    ['days without a start', () => ({ days: 3 }), 'startsOn'],
    ['a start without an end', () => ({ startsOn: inDays(5) }), 'endsOn'],
    ['days that do not match its end', () => ({ startsOn: inDays(5), endsOn: inDays(6), days: 3 }), 'days'],
  ])('is refused for %s', async (_, item, field) => {
    const buyer = await factory.createPerson();

    const refused = await orderDays(buyer, await createSpace(), item());

    expect(refused).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: `items.0.${field}` }] });
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', 'tomorrow', '2026-01-01T00:00:00Z', '+12026-01-01'])(
    'is a malformed request for the day %s',
    async (startsOn) => {
      const buyer = await factory.createPerson();
      const space = await createSpace();

      const { errors } = await buyer.send(placeDocument, {
        input: {
          items: [{ priceOptionId: toGlobalId('PriceOption', space.optionId), startsOn, days: 1 }],
          brief: 'Tea.',
          paymentMethod: 'CASH',
        },
      });

      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );

  test('has either items or ids of price options', async () => {
    const space = await createSpace();
    const buyer = await factory.createPerson();
    const priceOptionIds = [toGlobalId('PriceOption', space.optionId)];

    const both = await orderItems(buyer, [{ space }], { priceOptionIds });
    const neither = await orderItems(buyer, []);

    expect(both.problems).toMatchObject([{ field: 'items' }]);
    expect(neither.problems).toMatchObject([{ field: 'items' }]);
  });

  test('takes as many statements for a year as for one day', async () => {
    const space = await createSpace();
    const buyer = await factory.createPerson();
    await orderDays(buyer, space, { startsOn: inDays(100), days: 1 });
    // A refused order can be tried again.
    const statementsOf = (item: Item) =>
      countStatements(server, async () =>
        expect(await orderDays(buyer, space, item)).toMatchObject({ __typename: 'DaysUnavailable' }),
      );

    expect(await statementsOf({ startsOn: inDays(3), days: 365 })).toBe(
      await statementsOf({ startsOn: inDays(100), days: 1 }),
    );
  });
});

describe('Of orders that race on two instances', () => {
  test.each(upTo(4))('for one place on one day, exactly one is placed (race %i)', async () => {
    const space = await createSpace();
    const [one, other] = [await factory.createPerson(), await factory.createPerson()];

    const answers = await Promise.all([
      orderDays(one, space, { startsOn: inDays(7), days: 3 }),
      orderDays(onSecond(other), space, { startsOn: inDays(9), days: 3 }),
    ]);

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['DaysUnavailable', 'Order']);
    await expectReservationsInOrder(space.spaceId);
  });

  test('for N places, exactly N are placed', async () => {
    const space = await createSpace({ capacity: 3 });
    const buyers = await Promise.all(upTo(8).map(() => factory.createPerson()));

    const answers = await Promise.all(
      buyers.map((buyer, index) =>
        orderDays(index % 2 ? buyer : onSecond(buyer), space, { startsOn: inDays(7), days: 2 }),
      ),
    );

    expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(3);
    expect(answers.filter(({ __typename }) => __typename === 'DaysUnavailable')).toHaveLength(5);
    await expectReservationsInOrder(space.spaceId);
  });

  test('with several spaces in opposite orders, all get an answer', async () => {
    const seller = await factory.createPerson();
    const spaces = [await createSpace({ seller, capacity: 6 }), await createSpace({ seller, capacity: 6 })];
    const buyers = await Promise.all(upTo(8).map(() => factory.createPerson()));

    const answers = await Promise.all(
      buyers.map((buyer, index) => {
        const items = spaces.map((space) => ({ space, startsOn: inDays(7 + index), days: 20 }));
        return index % 2 ? orderItems(buyer, items) : orderItems(onSecond(buyer), items.toReversed());
      }),
    );

    expect(answers.filter(({ __typename }) => __typename === 'Order')).toHaveLength(6);
    for (const { spaceId } of spaces) await expectReservationsInOrder(spaceId);
  });

  test('with a block of the day, either the order or the block is refused', async () => {
    const space = await createSpace();
    const buyer = await factory.createPerson();

    const [order, blocked] = await Promise.all([
      orderDays(onSecond(buyer), space, { startsOn: inDays(7), days: 3 }),
      block(space, inDays(8), inDays(8)),
    ]);

    expect([
      ['Order', 'DaysReserved'],
      ['DaysUnavailable', 'Space'],
    ]).toContainEqual([order.__typename, blocked.__typename]);
    await expectReservationsInOrder(space.spaceId);
  });
});

describe('The days of an order', () => {
  test.each(['cancelOrder', 'rejectOrder'] as const)('are free after %s', async (step) => {
    const space = await createSpace();
    const buyer = await factory.createPerson();
    const order = await orderDays(buyer, space, { startsOn: inDays(2), days: 3 });

    await takeStepAs(space.seller, order, step);

    expect(await readAvailability(buyer, space, inDays(2), inDays(4))).toMatchObject([{ freePlaces: 1 }]);
    await expectReservationsInOrder(space.spaceId);
  });

  test('are reserved again when an operator continues the order, unless they are taken', async () => {
    const space = await createSpace();
    const [buyer, operator] = [await factory.createPerson(), await factory.createOperator()];
    const item = { startsOn: inDays(2), days: 3 };
    const order = await orderDays(buyer, space, item);
    const override = (status: string) =>
      takeStepAs(operator, order, 'overrideOrderStatus', { status, reason: 'By phone.' });

    await override('CANCELLED');
    expect(await override('PENDING')).toMatchObject({ __typename: 'Order' });
    await expectReservationsInOrder(space.spaceId);
    expect(await orderDays(buyer, space, item)).toMatchObject({ __typename: 'DaysUnavailable' });
    await override('CANCELLED');
    expect(await override('REJECTED')).toMatchObject({ __typename: 'Order' });
    expect(await orderDays(buyer, space, item)).toMatchObject({ __typename: 'Order' });

    expect(await override('PENDING')).toMatchObject({ __typename: 'DaysUnavailable' });
    await expectReservationsInOrder(space.spaceId);
  });
});

describe('A seller', () => {
  test('blocks and unblocks days, several ranges together, with a reason that only the seller reads', async () => {
    const space = await createSpace({ capacity: 2 });
    const buyer = await factory.createPerson();
    const ranges = [
      { from: inDays(1), to: inDays(4) },
      { from: inDays(3), to: inDays(5) },
      { from: inDays(8), to: inDays(8) },
    ];
    const read = (client: Client) => readAvailability(client, space, inDays(0), inDays(9));
    const freeDay = { freePlaces: 2, isBlocked: false, blockReason: null };
    const blockedDay = { freePlaces: 0, isBlocked: true, blockReason: 'Holiday' };

    for (const _ of upTo(2))
      expect(
        await change(space.seller, 'blockSpaceDays', space, { ranges, reason: 'Holiday', idempotencyKey: 'b' }),
      ).toMatchObject({ __typename: 'Space' });
    await block(space, inDays(5), inDays(5), { reason: 'Party' });

    expect(await read(space.seller)).toEqual([
      { from: inDays(0), to: inDays(0), ...freeDay },
      { from: inDays(1), to: inDays(4), ...blockedDay },
      { from: inDays(5), to: inDays(5), ...blockedDay, blockReason: 'Party' },
      { from: inDays(6), to: inDays(7), ...freeDay },
      { from: inDays(8), to: inDays(8), ...blockedDay },
      { from: inDays(9), to: inDays(9), ...freeDay },
    ]);
    expect((await read(buyer)).slice(0, 2)).toEqual([
      { from: inDays(0), to: inDays(0), ...freeDay },
      { from: inDays(1), to: inDays(5), ...blockedDay, blockReason: null },
    ]);
    expect(await orderDays(buyer, space, { startsOn: inDays(4), days: 1 })).toMatchObject({
      __typename: 'DaysUnavailable',
    });

    await change(space.seller, 'unblockSpaceDays', space, { ranges: [{ from: inDays(2), to: inDays(6) }] });
    expect((await read(space.seller)).filter(({ isBlocked }: Data) => isBlocked)).toMatchObject([
      { from: inDays(1), to: inDays(1) },
      { from: inDays(8), to: inDays(8) },
    ]);
  });

  test('cannot block reserved days or lower the capacity below them; the refusal names the orders', async () => {
    const space = await createSpace({ capacity: 2 });
    const buyer = await factory.createPerson();
    const orders = [
      await orderDays(buyer, space, { startsOn: inDays(2), days: 3 }),
      await orderDays(buyer, space, { startsOn: inDays(4), days: 3 }),
    ];
    await orderDays(buyer, space, { startsOn: inDays(20), days: 3 });
    const reservations = orders.map(({ number, items: [item] }) => ({ ...item, order: { number } }));

    const blocked = await block(space, inDays(0), inDays(4));
    const lowered = await change(space.seller, 'updateSpaceAvailability', space, { capacity: 1, timeZone: 'UTC' });

    expect(blocked).toMatchObject({ __typename: 'DaysReserved', code: 'DAYS_RESERVED', reservations });
    expect(blocked.reservations).toHaveLength(2);
    expect(lowered).toMatchObject({ __typename: 'DaysReserved', reservations });
    expect(lowered.reservations).toHaveLength(2);
    const [first] = orders;
    await takeStepAs(space.seller, first, 'cancelOrder');
    expect(
      await change(space.seller, 'updateSpaceAvailability', space, { capacity: 1, timeZone: 'Europe/Berlin' }),
    ).toEqual({ __typename: 'Space', capacity: 1, timeZone: 'Europe/Berlin' });
    expect(await change(space.seller, 'updateSpaceAvailability', space, { timeZone: 'UTC' })).toMatchObject({
      capacity: null,
    });
  });

  test.each<[string, string, () => Data, string]>([
    ['past days', 'blockSpaceDays', () => ({ ranges: [{ from: inDays(-1), to: inDays(2) }] }), 'ranges.0.from'],
    ['the year 9999', 'blockSpaceDays', () => ({ ranges: [{ from: inDays(1), to: '9999-12-31' }] }), 'ranges.0.to'],
    [
      'an end before its start',
      'blockSpaceDays',
      () => ({ ranges: [{ from: inDays(2), to: inDays(1) }] }),
      'ranges.0.to',
    ],
    ['no range', 'unblockSpaceDays', () => ({ ranges: [] }), 'ranges'],
    [
      'a long reason',
      'blockSpaceDays',
      () => ({ ranges: [{ from: inDays(1), to: inDays(1) }], reason: 'x'.repeat(501) }),
      'reason',
    ],
    ['the capacity 0', 'updateSpaceAvailability', () => ({ capacity: 0, timeZone: 'UTC' }), 'capacity'],
    [
      'a capacity above the limit',
      'updateSpaceAvailability',
      () => ({ capacity: 2_000_000_000, timeZone: 'UTC' }),
      'capacity',
    ],
    ['an unknown time zone', 'updateSpaceAvailability', () => ({ timeZone: 'Europe/Atlantis' }), 'timeZone'],
    ['an offset as time zone', 'updateSpaceAvailability', () => ({ timeZone: '+01:00' }), 'timeZone'],
    ['an empty time zone', 'updateSpaceAvailability', () => ({ timeZone: '' }), 'timeZone'],
    ['an empty key', 'updateSpaceAvailability', () => ({ timeZone: 'UTC', idempotencyKey: '' }), 'idempotencyKey'],
  ])('is refused for %s', async (_, mutation, input, field) => {
    const space = await createSpace();

    expect(await change(space.seller, mutation, space, input())).toMatchObject({
      __typename: 'InputInvalid',
      problems: [{ field }],
    });
  });

  test.each([
    ['blockSpaceDays', () => ({ ranges: [{ from: inDays(1), to: inDays(1) }] })],
    ['unblockSpaceDays', () => ({ ranges: [{ from: inDays(1), to: inDays(1) }] })],
    ['updateSpaceAvailability', () => ({ timeZone: 'UTC' })],
  ])('is the only person who may use %s', async (mutation, input) => {
    const space = await createSpace();

    expect(await change(await factory.createPerson(), mutation, space, input())).toMatchObject({
      __typename: 'SpaceNotFound',
    });
    expect(await change(apiClient(server.url), mutation, space, input())).toMatchObject({ __typename: 'NotSignedIn' });
  });
});

describe('Reservations of a space', () => {
  const list = `query ($id: ID!, $after: String) { space(id: $id) { reservations(first: 2, after: $after) {
    nodes { startsOn endsOn isMonthAhead order { number } item { title } } pageInfo { endCursor hasNextPage } } } }`;

  test('are listed for the seller and for operators, and for an advertiser those of its own orders', async () => {
    const space = await createSpace();
    const [one, other] = [await factory.createPerson(), await factory.createPerson()];
    const numbers: number[] = [];
    for (const start of [1, 5, 9])
      numbers.push((await orderDays(start === 5 ? other : one, space, { startsOn: inDays(start), days: 2 })).number);
    const id = toGlobalId('Space', space.spaceId);
    const read = async (client: Client, after?: string) => (await client.ask(list, { id, after })).space.reservations;
    const numbersIn = ({ nodes }: Data) => nodes.map(({ order }: Data) => order.number);

    const page = await read(space.seller);
    const nextPage = await read(space.seller, page.pageInfo.endCursor);

    expect(page.nodes[0]).toMatchObject({ startsOn: inDays(9), endsOn: inDays(10), isMonthAhead: false });
    expect([...numbersIn(page), ...numbersIn(nextPage)]).toEqual(numbers.toReversed());
    expect(numbersIn(await read(await factory.createOperator()))).toHaveLength(2);
    expect(numbersIn(await read(other))).toEqual([numbers[1]]);
    expect(numbersIn(await read(apiClient(server.url)))).toEqual([]);
  });
});

describe('The availability of a space', () => {
  test.each<[string, () => [string, string]]>([
    ['more than 366 days', () => [inDays(0), inDays(366)]],
    ['an end before its start', () => [inDays(1), inDays(0)]],
    ['the year 0000', () => ['0000-01-01', '0000-01-02']],
    ['all years', () => ['2000-01-01', '9999-12-31']],
  ])('is not read for %s', async (_, range) => {
    const space = await createSpace();
    const [from, to] = range();

    const { errors } = await space.seller.send(
      'query ($id: ID!, $from: Date!, $to: Date!) { space(id: $id) { availability(from: $from, to: $to) { to } } }',
      { id: toGlobalId('Space', space.spaceId), from, to },
    );

    expect(errors).toMatchObject([{ extensions: { code: expect.stringMatching(/INPUT_INVALID|TOO_COSTLY/) } }]);
  });

  test('is the condition for spaces that are free in a range', async () => {
    const [free, full, blocked, unlimited] = [
      await createSpace({ capacity: 2 }),
      await createSpace({ capacity: 1 }),
      await createSpace(),
      await createSpace({ capacity: null }),
    ];
    const buyer = await factory.createPerson();
    for (const space of [free, full, unlimited]) await orderDays(buyer, space, { startsOn: inDays(5), days: 5 });
    await block(blocked, inDays(7), inDays(7));
    const ids = [free, full, blocked, unlimited].map(({ spaceId }) => spaceId);
    const find = async (from: string, to: string) => {
      const rows = await server.app.db.$queryRaw<{ id: string }[]>(
        Prisma.sql`select id from space where id = any(${ids}::uuid[]) and ${spacesFreeBetween({ from, to })} order by id`,
      );
      return rows.map(({ id }) => id);
    };

    expect(await find(inDays(7), inDays(20))).toEqual([free.spaceId, unlimited.spaceId].sort());
    expect(await find(inDays(10), inDays(20))).toEqual(ids.toSorted());
  });

  test('are found by the API with their totals and facets', async () => {
    const seller = await factory.createPerson();
    const [free, full, blocked] = [
      await createSpace({ seller, capacity: 2 }),
      await createSpace({ seller }),
      await createSpace({ seller }),
    ];
    for (const space of [free, full])
      await orderDays(await factory.createPerson(), space, { startsOn: inDays(5), days: 5 });
    await block(blocked, inDays(7), inDays(8));
    const find = async (freeFrom: string, freeTo: string) => {
      const { spaces } = await apiClient(server.url).ask(
        `query ($filter: SpaceFilter) { spaces(filter: $filter) { totalCount facets { kinds { count } } nodes { id } } }`,
        { filter: { sellerId: toGlobalId('Account', seller.accountId), freeFrom, freeTo } },
      );
      const ids = spaces.nodes.map(({ id }: Data) => id);
      expect([spaces.totalCount, ...spaces.facets.kinds.map((kind: Data) => kind.count)]).toEqual([
        ids.length,
        ids.length,
      ]);
      return ids.sort();
    };
    const idsOf = (...spaces: TestSpace[]) => spaces.map(({ spaceId }) => toGlobalId('Space', spaceId)).sort();

    expect(await find(inDays(7), inDays(9))).toEqual(idsOf(free));
    expect(await find(inDays(9), inDays(9))).toEqual(idsOf(free, blocked));
    expect(await find(inDays(10), inDays(20))).toEqual(idsOf(free, full, blocked));
  });

  test('are not searched for in a range that is not valid', async () => {
    const problemsOf = async (filter: Data) =>
      (
        await apiClient(server.url).send('query ($filter: SpaceFilter) { spaces(filter: $filter) { totalCount } }', {
          filter,
        })
      ).errors?.[0]?.extensions?.['problems'];

    expect(await problemsOf({ freeFrom: inDays(1) })).toMatchObject([{ field: 'freeTo' }]);
    expect(await problemsOf({ freeTo: inDays(1), languages: ['?'] })).toMatchObject([
      { field: 'languages' },
      { field: 'freeFrom' },
    ]);
    expect(await problemsOf({ freeFrom: inDays(2), freeTo: inDays(1) })).toMatchObject([{ field: 'freeTo' }]);
    expect(await problemsOf({ freeFrom: inDays(1), freeTo: inDays(1 + limits.availability.rangeDays) })).toMatchObject([
      { field: 'freeTo' },
    ]);
  });
});

describe('A monthly item', () => {
  /** A paid order of a month from tomorrow, with its reservations. */
  const orderMonth = async (space: TestSpace) => {
    const buyer = await factory.createPerson();
    const order = await orderDays(buyer, space, { startsOn: inDays(1) });
    await takeStepAs(space.seller, order, 'requestPayment');
    return { ...order, buyer };
  };
  const pay = (space: TestSpace, order: Data) => takeStepAs(space.seller, order, 'confirmPayment');
  const reservationsOf = async ({ spaceId }: TestSpace) => {
    const rows = await server.app.db.spaceReservation.findMany({
      where: { spaceId },
      orderBy: { startsOn: 'asc' },
      include: { order: true },
    });
    return rows.map(({ startsOn, endsOn, isMonthAhead, order: { number } }) => ({
      startsOn: dayOf(startsOn),
      endsOn: dayOf(endsOn),
      isMonthAhead,
      number,
    }));
  };
  const renewalOf = async ({ number }: Data) =>
    (await server.app.db.order.findUniqueOrThrow({ where: { number } })).renewalStatus;

  test('reserves the next month while it is renewed, and the order of the next month takes it over', async () => {
    const space = await createSpace({ bought: oneMonth });
    const order = await orderMonth(space);
    const [{ endsOn }] = order.items;
    expect(await reservationsOf(space)).toHaveLength(1);

    await pay(space, order);

    const [month, ahead] = await reservationsOf(space);
    expect(month).toEqual({ startsOn: inDays(1), endsOn, isMonthAhead: false, number: order.number });
    expect(ahead).toMatchObject({ startsOn: addDays(endsOn, 1), isMonthAhead: true, number: order.number });
    expect(await orderDays(await factory.createPerson(), space, { startsOn: addDays(endsOn, 3) })).toMatchObject({
      __typename: 'DaysUnavailable',
    });
    expect(await block(space, addDays(endsOn, 3), addDays(endsOn, 3))).toMatchObject({
      __typename: 'DaysReserved',
      reservations: [{ isMonthAhead: true, order: { number: order.number } }],
    });

    server.clock.advance({ days: 29 });
    await renewDueOrders(server.app);
    expect(await takeStepAs(space.seller, order, 'renewOrder')).toMatchObject({ __typename: 'Order' });

    const successor = await server.app.db.order.findFirstOrThrow({ where: { predecessor: { number: order.number } } });
    const [, second, third] = await reservationsOf(space);
    expect(second).toEqual({ ...ahead, isMonthAhead: false, number: successor.number });
    expect(third).toMatchObject({
      startsOn: addDays(ahead?.endsOn ?? '', 1),
      isMonthAhead: true,
      number: successor.number,
    });
    await expectReservationsInOrder(space.spaceId);
  });

  test('ends the reservation of the next month when its renewal is stopped or its order is cancelled', async () => {
    const [stopped, cancelled] = [await createSpace({ bought: oneMonth }), await createSpace({ bought: oneMonth })];
    const [one, other] = [await orderMonth(stopped), await orderMonth(cancelled)];
    await pay(stopped, one);
    await pay(cancelled, other);

    await takeStepAs(one.buyer, one, 'stopRenewal');
    await takeStepAs(cancelled.seller, other, 'cancelPaidOrder');

    expect(await reservationsOf(stopped)).toMatchObject([{ isMonthAhead: false }]);
    expect(await reservationsOf(cancelled)).toEqual([]);
    for (const { spaceId } of [stopped, cancelled]) await expectReservationsInOrder(spaceId);
  });

  test('is not renewed if days of the next month are blocked or reserved when it is paid', async () => {
    const space = await createSpace({ bought: oneMonth });
    const order = await orderMonth(space);
    const day = addDays(order.items[0].endsOn, 3);
    await block(space, day, day);

    expect(await pay(space, order)).toMatchObject({ __typename: 'Order' });

    expect(await renewalOf(order)).toBe('ENDS_AT_PERIOD');
    expect(await reservationsOf(space)).toHaveLength(1);
    server.clock.advance({ days: 40 });
    await renewDueOrders(server.app);
    expect(await renewalOf(order)).toBe('ENDED');
  });
});

test('the months of an item that begins on the 31st begin on the last day of shorter months', () => {
  const months = [{ startsOn: dateOf('2027-01-31'), endsOn: dateOf('2027-02-27'), monthDay: 31 }];
  for (const month of upTo(3)) months.push(nextMonthOf(months[month - 1] ?? withoutDays) as (typeof months)[number]);

  expect(months.map(({ startsOn, endsOn }) => [dayOf(startsOn), dayOf(endsOn)])).toEqual([
    ['2027-01-31', '2027-02-27'],
    ['2027-02-28', '2027-03-30'],
    ['2027-03-31', '2027-04-29'],
    ['2027-04-30', '2027-05-30'],
  ]);
});

test('a random walk keeps the stored days equal to the reservations of open orders, and below the capacity', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  console.log(`random walk with SEED=${seed}`);
  const random = seededRandom(seed);
  const seller = await factory.createPerson();
  const spaces = [
    await createSpace({ seller, capacity: 2 }),
    await createSpace({ seller, capacity: 3 }),
    await createSpace({ seller, capacity: 2, bought: oneMonth }),
  ];
  const [buyer, operator] = [await factory.createPerson(), await factory.createOperator()];
  const orders: Data[] = [];
  const number = (max: number) => Math.floor(random() * max);
  const actions = [
    async () => {
      const items = upTo(1 + number(3)).map(() => {
        const space = pick(random, spaces);
        return { space, startsOn: inDays(number(40)), ...(space === spaces[2] ? {} : { days: 1 + number(20) }) };
      });
      const order = await orderItems(random() < 0.5 ? buyer : onSecond(buyer), items);
      if (order.__typename === 'Order') orders.push(order);
    },
    async () => {
      if (orders.length === 0) return;
      const order = pick(random, orders);
      const step = pick(random, [
        'cancelOrder',
        'rejectOrder',
        'requestPayment',
        'confirmPayment',
        'stopRenewal',
      ] as const);
      await takeStepAs(seller, order, step);
    },
    async () => {
      if (orders.length === 0) return;
      const status = pick(random, ['PENDING', 'CANCELLED', 'COMPLETED', 'REFUNDED', 'PAYMENT_REQUIRED']);
      await takeStepAs(operator, pick(random, orders), 'overrideOrderStatus', { status, reason: 'By phone.' });
    },
    async () => {
      const from = inDays(number(40));
      const ranges = [{ from, to: addDays(from, number(10)) }];
      await change(seller, random() < 0.5 ? 'blockSpaceDays' : 'unblockSpaceDays', pick(random, spaces), { ranges });
    },
    async () => {
      await change(seller, 'updateSpaceAvailability', pick(random, spaces), {
        capacity: 1 + number(4),
        timeZone: 'UTC',
      });
    },
  ];

  for (const _ of upTo(25)) {
    await Promise.all(upTo(3).map(() => pick(random, actions)()));
    for (const { spaceId } of spaces) await expectReservationsInOrder(spaceId);
  }

  expect(orders.length).toBeGreaterThan(0);
});

test('consecutive days are ranges', () => {
  expect(rangesOf(['2027-02-27', '2027-02-28', '2027-03-01', '2027-03-03'])).toEqual([
    { from: '2027-02-27', to: '2027-03-01' },
    { from: '2027-03-03', to: '2027-03-03' },
  ]);
  expect(dayOf(dateOf('2027-03-01'))).toBe('2027-03-01');
});
