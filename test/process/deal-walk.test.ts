/** The deal of an order in random sequences, with two clocks, and the races of its deadlines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { enumName } from '../../src/process/names.ts';
import { orderRow, orderSteps } from '../../src/process/order.ts';
import { apiClient, type Data } from '../support/client.ts';
import { sampleInput, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectBooksInOrder } from '../support/invariants.ts';
import { pick, seededRandom } from '../support/random.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ sessionDays: 1_000 });
/** Another instance, whose clock is a day ahead. */
let ahead: TestServer;

beforeAll(async () => {
  ahead = await startServer({ beside: { database: server.database, clock: undefined } });
  ahead.clock.advance({ days: 1 });
});
afterAll(() => ahead.stop());

const elsewhere = ({ token }: TestPerson) => apiClient(ahead.url, token);

async function offerOf(order: TestOrder, minorUnits: number): Promise<Data> {
  const items = await server.app.db.orderItem.findMany({ where: { order: { number: order.number } } });
  return {
    items: items.map(({ priceOptionId }) => ({
      priceOptionId: toGlobalId('PriceOption', priceOptionId),
      price: { minorUnits, currency: 'EUR' },
    })),
  };
}

const statusOf = async ({ number }: TestOrder) =>
  (await server.app.db.order.findUniqueOrThrow({ where: { number } })).status;

describe('at the same time, on two instances', () => {
  test.each([1, 2, 3])('an offer is accepted, or it expires, and never both (race %i)', async () => {
    const order = await factory.createOrder();
    await takeStepAs(order.seller, order, 'proposeOffer', await offerOf(order, 12_000));
    await server.app.db.timer.updateMany({
      where: { order: { number: order.number }, kind: 'STEP' },
      data: { dueAt: server.clock.now() },
    });

    const [accepted] = await Promise.all([
      takeStepAs(elsewhere(order.advertiser), order, 'acceptOffer'),
      fireDueTimers(server.app),
    ]);

    const { totalMinorUnits } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
    expect(totalMinorUnits).toBe(accepted.__typename === 'Order' ? 12_000n : 10_000n);
    await expectBooksInOrder(server, order, 'after the race');
  });

  test.each([1, 2, 3])('a payment is confirmed, or the order expires, and never both (race %i)', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    await server.app.db.timer.updateMany({
      where: { order: { number: order.number }, step: 'expireOrder', kind: 'STEP' },
      data: { dueAt: server.clock.now() },
    });

    const [paid] = await Promise.all([
      takeStepAs(elsewhere(order.seller), order, 'confirmPayment'),
      fireDueTimers(server.app),
    ]);

    expect(await statusOf(order)).toBe(paid.__typename === 'Order' ? 'PAYMENT_RECEIVED' : 'EXPIRED');
    await expectBooksInOrder(server, order, 'after the race');
  });
});

const people = ['advertiser', 'seller', 'operator'] as const;

test('a random walk of offers, payments and deadlines at two instances with two clocks keeps the books in order', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
  console.log(`random walk of the deal with SEED=${seed}`);
  const random = seededRandom(seed);
  const orders = [await factory.createOrder(), await factory.createOrder(), await factory.createOrder()];
  let steps = 0;
  for (let count = 0; count < 70; count += 1) {
    const order = pick(random, orders);
    if (random() < 0.15) {
      server.clock.advance({ days: 1 + Math.floor(random() * 3) });
      await fireDueTimers(random() < 0.5 ? server.app : ahead.app);
    } else {
      const role = pick(random, people);
      const person = order[role];
      const { order: view } = await person.ask('query ($id: ID!) { order(id: $id) { actions { step isAllowed } } }', {
        id: order.id,
      });
      const allowed = view.actions.filter(({ isAllowed }: Data) => isAllowed).map(({ step }: Data) => step);
      const possible = orderSteps.filter(([one]) => allowed.includes(enumName(one)));
      if (possible.length === 0) continue;
      const [step] = pick(random, possible);
      const isOffer = step === 'proposeOffer' || step === 'counterOffer';
      const input = isOffer ? await offerOf(order, 1 + Math.floor(random() * 20_000)) : sampleInput(orderRow(step));
      const part =
        step === 'confirmPayment' && random() < 0.5
          ? { amount: { minorUnits: 1 + Math.floor(random() * 5_000), currency: 'EUR' } }
          : {};
      const answer = await takeStepAs(random() < 0.5 ? person : elsewhere(person), order, step, { ...input, ...part });
      if (answer.__typename === 'Order') steps += 1;
    }
    for (const one of orders) await expectBooksInOrder(server, one, `${count}, SEED=${seed}`);
  }
  expect(steps).toBeGreaterThan(5);
});
