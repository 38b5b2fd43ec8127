/** Conditions that must hold after every step, whatever its outcome is. */
import { expect } from 'vitest';
import type { Order } from '../../src/generated/prisma/client.ts';
import { taxedTotalOf } from '../../src/orders/order-tax.ts';
import { itemsTotal } from '../../src/orders/place-order.ts';
import { maxActivityLagMs } from '../../src/payments/monthly-results.ts';
import { later } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db.ts';
import { isOrderStatus } from '../../src/process/order.ts';
import type { Data } from './client.ts';
import type { TestOrder } from './factory.ts';
import type { TestServer } from './server.ts';

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
    await expectBooksInOrder(server, order, what);
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

/** The stored figures of a seller are equal to the counted ones. */
export async function expectFiguresOf(server: TestServer, sellerId: string, what: string): Promise<void> {
  const { db } = server.app;
  const orders = await db.order.findMany({ where: { sellerId }, include: { ratings: true, metrics: true } });
  const isCompleted = ({ status, suspendedStates }: (typeof orders)[number]) =>
    status === 'COMPLETED' || JSON.stringify(suspendedStates).includes('"COMPLETED"');
  const ratings = orders.flatMap((order) =>
    order.ratings.filter(({ rateeId, publishedAt }) => rateeId === sellerId && publishedAt !== null),
  );
  const answers = orders.flatMap(({ metrics }) => metrics ?? []);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const published = answers.filter(({ isPublished }) => isPublished);
  const { sellerId: _, ...kept } = (await db.sellerStats.findUnique({ where: { sellerId } })) ?? { sellerId };

  const counted = {
    ordersCompleted: orders.filter(isCompleted).length,
    ratingCount: ratings.length,
    starSum: sum(ratings.map(({ stars }) => stars)),
    surveyCount: answers.length,
    traffic: BigInt(sum(answers.map(({ traffic }) => traffic))),
    leads: BigInt(sum(answers.map(({ leads }) => leads))),
    conversions: BigInt(sum(answers.map(({ conversions }) => conversions))),
    publishedSurveyCount: published.length,
    publishedTraffic: BigInt(sum(published.map(({ traffic }) => traffic))),
    publishedLeads: BigInt(sum(published.map(({ leads }) => leads))),
    publishedConversions: BigInt(sum(published.map(({ conversions }) => conversions))),
  };
  const isNothing = Object.values(counted).every((value) => Number(value) === 0);
  expect(kept, `${what}: the seller's figures`).toEqual(isNothing && Object.keys(kept).length === 0 ? {} : counted);
}

/** Conditions for the money of an order at every moment: its stored sums are equal to its ledger, and no sum is negative. */
export async function expectBooksInOrder(
  { app: { db } }: TestServer,
  { number }: TestOrder,
  what: string,
): Promise<void> {
  const { items, movements, payments, ...order } = await db.order.findUniqueOrThrow({
    where: { number },
    include: { items: true, movements: { include: { receipt: true, refunds: true } }, payments: true },
  });
  const sum = (rows: readonly { amountMinorUnits: bigint }[]) =>
    rows.reduce((total, { amountMinorUnits }) => total + amountMinorUnits, 0n);
  const counted = movements.filter(({ isCounted }) => isCounted);
  const received = counted.filter(({ kind }) => kind === 'RECEIVED');
  const refunded = counted.filter(({ kind }) => kind === 'REFUNDED');
  expect(order, `${what}: the total is that of the items, with the tax`).toMatchObject(
    taxedTotalOf(itemsTotal(items), order),
  );
  expect(order.paidMinorUnits, what).toBe(sum(received));
  expect(order.refundedMinorUnits, what).toBe(sum(refunded));
  expect(order.refundedMinorUnits <= order.paidMinorUnits, what).toBe(true);
  for (const { createdAt } of [order, ...counted])
    expect(createdAt <= later(order.lastActivityAt, maxActivityLagMs), `${what}: the last activity is the newest`).toBe(
      true,
    );
  for (const one of received) {
    expect(one.receipt, `${what}: what came has a receipt`).not.toBeNull();
    expect(sum(one.refunds.filter(({ isCounted }) => isCounted)) <= one.amountMinorUnits, what).toBe(true);
  }
  await expectDocumentsInOrder(db, order, what);
  const open = payments.find(({ status, purpose }) => status === 'OPEN' && purpose === 'ORDER');
  const ofOpen = (rows: typeof counted) => sum(rows.filter(({ paymentId }) => paymentId === open?.id));
  expect(order.dueMinorUnits, `${what}: the rest of the request is due`).toBe(
    open ? open.amountMinorUnits - ofOpen(received) + ofOpen(refunded) : null,
  );
  if (open) expect(Number(order.dueMinorUnits), `${what}: something is due`).toBeGreaterThan(0);
  else expect([order.paymentReportedAt, order.paymentInProgressSince], what).toEqual([null, null]);
  const references = received.map(({ provider, reference }) => `${provider} ${reference}`);
  expect(new Set(references).size, `${what}: each reference counts once`).toBe(references.length);
  expect(payments.filter(({ status, purpose }) => status === 'OPEN' && purpose === 'ORDER').length, what).toBe(
    order.status === 'PAYMENT_REQUIRED' ? 1 : 0,
  );
}

/**
 * Conditions for the documents of an order: receipts minus credit notes are the ledger without the refunds in progress, and
 * their taxes are together that of the order.
 */
async function expectDocumentsInOrder(db: Db, order: Order, what: string): Promise<void> {
  const movements = await db.paymentMovement.findMany({
    where: { orderId: order.id },
    include: { receipt: true, creditNotes: { where: { voidedAt: null } } },
  });
  const total = (list: typeof movements, amountOf: (one: (typeof movements)[number]) => bigint) =>
    list.reduce((sum, one) => sum + amountOf(one), 0n);
  const amountOf = ({ amountMinorUnits }: (typeof movements)[number]) => amountMinorUnits;
  const taxOf = ({ taxMinorUnits }: (typeof movements)[number]) => taxMinorUnits ?? 0n;
  const paid = movements.filter(({ receipt }) => receipt !== null);
  const credited = movements.filter(({ creditNotes }) => creditNotes.length > 0);
  const isPending = ({ kind, status, isCounted }: (typeof movements)[number]) =>
    kind === 'REFUNDED' && status === 'PENDING' && isCounted;
  const inProgress = total(movements.filter(isPending), amountOf);
  expect(total(paid, amountOf) - total(credited, amountOf), `${what}: receipts minus credit notes`).toBe(
    order.paidMinorUnits - order.refundedMinorUnits + inProgress,
  );
  for (const { kind, status, isCounted, creditNotes } of movements)
    expect(creditNotes.length, `${what}: each completed refund has one valid credit note`).toBe(
      kind === 'REFUNDED' && status === 'DONE' && isCounted ? 1 : 0,
    );
  const taxes = total(paid, taxOf) - total(credited, taxOf);
  expect(taxes >= 0n, `${what}: no more tax is credited than received`).toBe(true);
  if (total(paid, amountOf) === order.totalMinorUnits)
    expect(total(paid, taxOf), `${what}: the receipts have the tax of the order`).toBe(order.taxMinorUnits);
  if (total(paid, amountOf) === total(credited, amountOf)) expect(taxes, `${what}: all tax is credited`).toBe(0n);
}
