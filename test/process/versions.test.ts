/** Versions of the process of orders: an order keeps the version with which it was placed, unless a migration moves it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { soleOwnerOf } from '../../src/access/viewer.ts';
import { rowIdOf } from '../../src/graphql/ids.ts';
import { actionsFor } from '../../src/orders/actions.ts';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { moveOrdersToVersion } from '../../src/orders/move-to-version.ts';
import { createOrder } from '../../src/orders/place-order.ts';
import { takeStep } from '../../src/orders/take-step.ts';
import { changedRows, withAdditions, withChanges } from '../../src/process/behaviour.ts';
import { type OrderStep, orderProcess } from '../../src/process/order.ts';
import { type OrderTable, orderTables, tablesOf, type VersionDifferences } from '../../src/process/versions.ts';
import { sampleInput, type TestOrder } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2, sessionDays: 400 });

const rows: OrderTable['steps'] = orderProcess.steps;
const record = JSON.parse(readFileSync('src/process/recorded-behaviour.json', 'utf8'));

test('no recorded row has changed without a new version or a recorded reason (see CONTRIBUTING.md)', () => {
  const changes = changedRows(record, orderTables);

  expect(changes).toEqual([]);
  expect(Object.keys(record.versions)).toEqual(orderTables.versions.map(String));
});

describe('The record of the behaviour', () => {
  const { expireOrder, rejectOrder, ...others } = rows;
  const recorded = withAdditions({ versions: {}, changes: [] }, tablesOf({ ...others, expireOrder, rejectOrder }, []));
  const shorter = { ...rows, expireOrder: { ...expireOrder, afterDays: 5 } };

  test('takes additions: new rows, and more statuses and roles of a row', () => {
    const smaller = withAdditions({ versions: {}, changes: [] }, tablesOf(rows, []));
    const grown = {
      ...rows,
      rejectOrder: { ...rejectOrder, from: [...rejectOrder.from, 'PAYMENT_REQUIRED' as const] },
    };
    const { 'step sendReminder': _, ...fewer } = { ...smaller.versions['1'] };

    expect(changedRows({ ...smaller, versions: { 1: fewer } }, tablesOf(grown, []))).toEqual([]);
  });

  test('finds a row that was changed, and one that has lost a status', () => {
    const changed = { ...shorter, rejectOrder: { ...rejectOrder, from: ['PENDING' as const] } };

    const changes = changedRows(recorded, tablesOf(changed, []));

    expect(changes.toSorted()).toEqual(['1: step expireOrder', '1: step rejectOrder']);
  });

  test('accepts a changed row as a new version, while the earlier version keeps its behaviour', () => {
    const { afterDays } = expireOrder;
    const tables = tablesOf(shorter, afterDays === undefined ? [] : [{ expireOrder: { afterDays } }]);

    expect(changedRows(recorded, tables)).toEqual([]);
    expect(Object.keys(withAdditions(recorded, tables).versions)).toEqual(['1', '2']);
    expect(changedRows(withAdditions(recorded, tables), tablesOf(rows, [{}]))).toEqual(['2: step expireOrder']);
  });

  test('accepts a changed row with a reason', () => {
    const tables = tablesOf(shorter, []);

    const changed = withChanges(recorded, tables, 'Agreed with all parties.');

    expect(changedRows(changed, tables)).toEqual([]);
    expect(changed.changes).toEqual([{ version: '1', row: 'step expireOrder', reason: 'Agreed with all parties.' }]);
  });
});

/** The process of a test: in version 2 orders expire after five days, and the reminder of the other party is new. */
const earlier: readonly VersionDifferences[] = [
  { expireOrder: { afterDays: rows.expireOrder.afterDays ?? 0 }, sendReminder: { from: [] } },
];
const tables = tablesOf({ ...rows, expireOrder: { ...rows.expireOrder, afterDays: 5 } }, earlier);
/** The services of an instance that has been upgraded. */
const upgraded = () => ({ ...server.app, tables });

/** An order of the same parties and items, placed at an upgraded instance. */
async function placeAgain(order: TestOrder): Promise<string> {
  const { advertiserId, sellerId, items } = await server.app.db.order.findUniqueOrThrow({
    where: { number: order.number },
    include: { items: { omit: { id: true, orderId: true, position: true } } },
  });
  const { id } = await server.app.db.$transaction((tx) =>
    createOrder(upgraded(), tx, {
      ...{ advertiserId, sellerId, brief: 'Tea.', paymentMethod: 'BANK_TRANSFER', items },
      entry: { role: 'advertiser', actorId: advertiserId, input: { brief: 'Tea.', paymentMethod: 'BANK_TRANSFER' } },
    }),
  );
  return id;
}

const rowOf = (id: string) => server.app.db.order.findUniqueOrThrow({ where: { id } });

async function take(order: TestOrder, step: OrderStep, role: 'advertiser' | 'seller'): Promise<void> {
  const { accountId, personId } = order[role];
  const input = sampleInput(rows[step]);
  await takeStep(upgraded(), soleOwnerOf(accountId, { personId }), {
    orderId: rowIdOf('Order', order.id),
    step,
    input,
  });
}

test('an order of the earlier version keeps its periods and steps, and a new one has those of the new version', async () => {
  const old = await factory.createOrder();
  const [oldId, newId] = [rowIdOf('Order', old.id), await placeAgain(old)];
  const mayRemind = async (id: string) =>
    actionsFor(upgraded(), await rowOf(id), 'advertiser').some(({ step }) => step === 'sendReminder');

  const reminders = [await mayRemind(oldId), await mayRemind(newId)];
  await expect(take(old, 'sendReminder', 'advertiser')).rejects.toMatchObject({ code: 'WRONG_STATUS' });
  server.clock.advance({ days: 6 });
  await fireDueTimers(upgraded());
  const statuses = [await rowOf(oldId), await rowOf(newId)].map(({ status, processVersion }) => [
    status,
    processVersion,
  ]);

  expect(reminders).toEqual([false, true]);
  expect(statuses).toEqual([
    ['PENDING', 1],
    ['EXPIRED', 2],
  ]);
});

test('an order of the earlier version is played to its end at an upgraded instance', async () => {
  const old = await factory.createOrder();
  const path = ['requestPayment', 'confirmPayment', 'startProcessing', 'completeOrder'] as const;

  for (const step of path) await take(old, step, 'seller');
  const { status, processVersion } = await rowOf(rowIdOf('Order', old.id));
  const { order } = await old.seller.ask('query ($id: ID!) { order(id: $id) { status processVersion } }', {
    id: old.id,
  });

  expect([status, processVersion]).toEqual(['COMPLETED', 1]);
  expect(order).toEqual({ status: 'COMPLETED', processVersion: 1 });
});

test('a migration moves the chosen orders with their deadlines, once, also at two instances', async () => {
  await moveOrdersToVersion(upgraded(), { from: 1, to: 2 });
  const [first, next] = [await factory.createOrder(), await factory.createOrder()];
  const paid = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
  const [firstId, nextId, paidId] = [first, next, paid].map(({ id }) => rowIdOf('Order', id));
  server.clock.advance({ days: 3 });

  const move = { from: 1, to: 2, statuses: ['PENDING'] as const };
  const counts = await Promise.all([
    moveOrdersToVersion(upgraded(), move),
    moveOrdersToVersion({ ...second.app, tables }, move),
  ]);
  server.clock.advance({ days: 1 });
  await fireDueTimers(upgraded());
  const early = await rowOf(firstId ?? '');
  server.clock.advance({ days: 1 });
  await fireDueTimers(upgraded());
  const moved = [await rowOf(firstId ?? ''), await rowOf(nextId ?? '')];

  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(early.status, 'its five days count from the day on which it was placed').toBe('PENDING');
  expect(moved.map(({ status, processVersion }) => [status, processVersion])).toEqual([
    ['EXPIRED', 2],
    ['EXPIRED', 2],
  ]);
  expect(await rowOf(paidId ?? '')).toMatchObject({ processVersion: 1, status: 'PAYMENT_RECEIVED' });
});

test('a move does not repeat what the clock has done, and counts a time that has passed from the move', async () => {
  const late = await factory.createOrder();
  const completed = await factory.createOrder({ status: 'COMPLETED' });
  const ids = { late: rowIdOf('Order', late.id), completed: rowIdOf('Order', completed.id) };
  server.clock.advance({ days: 8 });
  await fireDueTimers(server.app);
  const stepsBefore = (await server.app.db.timer.findMany({ where: { orderId: ids.completed } })).map(
    ({ step }) => step,
  );

  await moveOrdersToVersion(upgraded(), { from: 1, to: 2 });

  const timers = await server.app.db.timer.findMany({
    where: { orderId: ids.late, step: 'expireOrder', kind: 'STEP' },
  });
  const stepsAfter = (await server.app.db.timer.findMany({ where: { orderId: ids.completed } })).map(
    ({ step }) => step,
  );
  const daysLeft = timers.map(({ dueAt }) =>
    Math.round(((dueAt?.getTime() ?? 0) - server.clock.now().getTime()) / 864e5),
  );
  expect(daysLeft).toEqual([5]);
  expect(stepsAfter.toSorted()).toEqual(stepsBefore.toSorted());
});
