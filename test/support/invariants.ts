/** What must hold after every step, whatever it was and however it went. */
import { expect } from 'vitest';
import { isOrderStatus } from '../../src/process/order.ts';
import type { TestServer } from './app.ts';
import type { Data } from './client.ts';
import type { TestOrder } from './given.ts';

/**
 * Follows an order and returns a check for the answer of each step: success is one entry, one push and one revision
 * more; a refusal is none of them; the timeline has no gap; money is never negative and never counted twice.
 */
export async function watchInvariants(
  server: TestServer,
  order: TestOrder,
): Promise<(answer: Data, what: string) => Promise<void>> {
  const { db } = server.app;
  const read = () => db.order.findUniqueOrThrow({ where: { number: order.number } });
  const stream = order.seller.follow(
    'subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { entry { number type revision } } } }',
    { id: order.id },
  );
  let before = await read();
  let pushed = 0;

  return async (answer, what) => {
    const after = await read();
    const entries = await db.logEntry.findMany({ where: { orderId: after.id }, orderBy: { number: 'asc' } });
    const steps = entries.filter(({ toStatus }) => toStatus !== null);
    const succeeded = answer.__typename === 'Order';

    expect(after.revision, what).toBe(before.revision + (succeeded ? 1 : 0));
    expect(
      steps.map(({ revision }) => revision),
      what,
    ).toEqual(Array.from({ length: after.revision }, (_, index) => index + 1));
    expect(
      entries.map(({ number }) => number),
      what,
    ).toEqual(Array.from({ length: entries.length }, (_, index) => index + 1));
    expect(steps.at(-1)?.toStatus, what).toBe(after.status);
    expect(isOrderStatus(after.status), what).toBe(true);
    if (!succeeded) expect(after.status, what).toBe(before.status);
    await expectMoneyInOrder(server, after.id, what);
    await expectFiguresOf(server, after.sellerId, what);

    const last = entries.at(-1)?.number ?? 0;
    while (pushed < last) {
      const { orderTimeline } = await stream.next();
      pushed += 1;
      expect(orderTimeline.entry.number, `${what}: each entry is pushed once, in order`).toBe(pushed);
    }
    before = after;
  };
}

/** What is kept of a seller's figures is what counting gives. */
export async function expectFiguresOf(server: TestServer, sellerId: string, what: string): Promise<void> {
  const { db } = server.app;
  const orders = await db.order.findMany({ where: { sellerId }, include: { ratings: true, metrics: true } });
  const isCompleted = ({ status, asides }: (typeof orders)[number]) =>
    status === 'COMPLETED' || JSON.stringify(asides).includes('"COMPLETED"');
  const ratings = orders.flatMap((order) =>
    order.ratings.filter(({ rateeId, publishedAt }) => rateeId === sellerId && publishedAt !== null),
  );
  const answers = orders.flatMap(({ metrics }) => metrics ?? []);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const { sellerId: _, ...kept } = (await db.sellerFigures.findUnique({ where: { sellerId } })) ?? { sellerId };

  const counted = {
    ordersCompleted: orders.filter(isCompleted).length,
    ratings: ratings.length,
    stars: sum(ratings.map(({ stars }) => stars)),
    answers: answers.length,
    traffic: BigInt(sum(answers.map(({ traffic }) => traffic))),
    leads: BigInt(sum(answers.map(({ leads }) => leads))),
    conversions: BigInt(sum(answers.map(({ conversions }) => conversions))),
  };
  const isNothing = Object.values(counted).every((value) => Number(value) === 0);
  expect(kept, `${what}: the seller's figures`).toEqual(isNothing && Object.keys(kept).length === 0 ? {} : counted);
}

async function expectMoneyInOrder(server: TestServer, orderId: string, what: string): Promise<void> {
  const { db } = server.app;
  const { items, payments, valueMinorUnits, status } = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { items: true, payments: true },
  });
  expect(
    items.reduce((sum, { priceMinorUnits }) => sum + priceMinorUnits, 0n),
    `${what}: value = sum of items`,
  ).toBe(valueMinorUnits);
  const references = payments.flatMap(({ reference }) => reference ?? []);
  expect(new Set(references).size, `${what}: each reference counts once`).toBe(references.length);
  expect(
    payments.every(({ amountMinorUnits }) => amountMinorUnits > 0n),
    what,
  ).toBe(true);
  expect(
    payments.filter((payment) => payment.status === 'OPEN').length,
    `${what}: a payment is open in PAYMENT_REQUIRED and nowhere else`,
  ).toBe(status === 'PAYMENT_REQUIRED' ? 1 : 0);
}
