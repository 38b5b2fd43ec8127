/** The events of an order outside the normal course: holds, disputes, refunds, and the passing of time. */
import { describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { type OrderStep, orderState, orderStatuses } from '../../src/process/order.ts';
import { periods } from '../../src/process/periods.ts';
import type { Data } from '../support/client.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ sessionDays: 1_000 });

const rowOf = ({ number }: TestOrder) => server.app.db.order.findUniqueOrThrow({ where: { number } });
const typesOf = async (order: TestOrder): Promise<string[]> =>
  (
    await server.app.db.logEntry.findMany({ where: { order: { number: order.number } }, orderBy: { number: 'asc' } })
  ).map(({ type }) => type);
const timersOf = async (order: TestOrder): Promise<Data[]> =>
  server.app.db.timer.findMany({
    where: { order: { number: order.number } },
    orderBy: [{ step: 'asc' }, { kind: 'asc' }],
  });

async function passDays(days: number): Promise<void> {
  server.clock.advance({ days });
  await fireDueTimers(server.app);
}

const dispute = { reason: 'The ad was not where it should be.' };

describe('while an order is set aside', () => {
  test('its timers pause, and continue with the remaining time when it comes back', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await passDays(periods.proofReminder - 1);
    await takeStepAs(order.advertiser, order, 'openDispute', dispute);
    await passDays(400);
    const during = await typesOf(order);

    await takeStepAs(order.operator, order, 'resolveDispute', { outcome: 'RESUMED', reasoning: 'It was there.' });
    await passDays(0);
    const early = await typesOf(order);
    await passDays(1);

    expect(during).not.toContain('remindOfProof');
    expect(early).not.toContain('remindOfProof');
    expect(await typesOf(order)).toContain('remindOfProof');
  });

  test('the steps that the clock took before are not taken again', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await passDays(periods.proofReminder);
    await takeStepAs(order.seller, order, 'openDispute', dispute);
    await takeStepAs(order.operator, order, 'resolveDispute', { outcome: 'RESUMED', reasoning: 'Continue.' });

    await passDays(periods.dispute);

    expect((await typesOf(order)).filter((type) => type === 'remindOfProof')).toHaveLength(1);
  });

  test('a dispute over a held order returns to the hold, and the hold to the work', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await takeStepAs(order.seller, order, 'putOnHold', { reason: 'The picture.', mustAct: 'ADVERTISER' });
    await takeStepAs(order.advertiser, order, 'openDispute', dispute);
    const disputed = await standing(order);

    await takeStepAs(order.operator, order, 'resolveDispute', { outcome: 'RESUMED', reasoning: 'Send the picture.' });
    const held = await standing(order);
    await takeStepAs(order.seller, order, 'resumeOrder');

    expect(disputed).toEqual({ status: 'DISPUTED', progress: 75, waitingOn: ['OPERATOR'] });
    expect(held).toEqual({ status: 'ON_HOLD', progress: 75, waitingOn: ['ADVERTISER'] });
    expect(await standing(order)).toEqual({ status: 'PROCESSING', progress: 75, waitingOn: ['SELLER', 'ADVERTISER'] });
  });

  test('an override starts the time of the new status, and no old timer is left', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await takeStepAs(order.advertiser, order, 'openDispute', dispute);
    const disputed = await rowOf(order);
    const resting = (await timersOf(order)).filter((timer) => timer.stateVisit !== disputed.stateVisit);

    await takeStepAs(order.operator, order, 'overrideOrderStatus', { status: 'PENDING', reason: 'From the start.' });

    expect(resting).not.toEqual([]);
    expect(resting.map(({ dueAt }) => dueAt)).toEqual(resting.map(() => null));
    const { stateVisit } = await rowOf(order);
    const timers = await timersOf(order);
    expect(timers.map(({ step, kind, stateVisit: its }) => [step, kind, its])).toEqual([
      ['expireOrder', 'STEP', stateVisit],
      ['expireOrder', 'REMINDER', stateVisit],
    ]);
  });
});

describe('a dispute', () => {
  test.each([
    ['RESUMED', 'PROCESSING', 'PAID'],
    ['COMPLETED', 'COMPLETED', 'PAID'],
    ['CANCELLED', 'CANCELLED', 'REFUNDED'],
    ['REFUNDED', 'REFUNDED', 'REFUNDED'],
  ])('that is decided as %s leads to %s, and the money is %s', async (outcome, status, paymentStatus) => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await takeStepAs(order.advertiser, order, 'openDispute', dispute);

    const answer = await takeStepAs(order.operator, order, 'resolveDispute', { outcome, reasoning: 'So be it.' });

    expect(answer).toMatchObject({ __typename: 'Order', status, paymentStatus });
    const { paidMinorUnits, refundedMinorUnits } = await rowOf(order);
    expect(refundedMinorUnits).toBe(paymentStatus === 'REFUNDED' ? paidMinorUnits : 0n);
  });

  test('about completed work that the operator confirms changes nothing: there is no second completion', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await takeStepAs(order.seller, order, 'submitProof');
    await takeStepAs(order.advertiser, order, 'openDispute', dispute);

    await takeStepAs(order.operator, order, 'resolveDispute', { outcome: 'COMPLETED', reasoning: 'It is fine.' });

    expect(await rowOf(order)).toMatchObject({ status: 'COMPLETED', proofStatus: 'SUBMITTED' });
  });

  test('is in the queue of the operator, with the timeline and the evidence at hand', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await takeStepAs(order.advertiser, order, 'openDispute', { ...dispute, evidence: 'https://tea.example/shot.png' });

    const { orders } = await order.operator.ask(
      `{ orders(first: 50, filter: { needsAttention: true, statuses: [DISPUTED] }) { edges { node { number timeline(last: 50) { edges { node { type ... on DisputeOpenedEntry { reason evidence } } } } } } } }`,
    );

    const listedOrder = orders.edges.map(({ node }: Data) => node).find(({ number }: Data) => number === order.number);
    expect(listedOrder.timeline.edges.map(({ node }: Data) => node)).toContainEqual({
      type: 'DISPUTE_OPENED',
      reason: dispute.reason,
      evidence: 'https://tea.example/shot.png',
    });
  });

  test('can be opened about completed work for a limited time', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await passDays(periods.dispute - 1);
    const { order: inTime } = await order.advertiser.ask(actions, { id: order.id });
    await passDays(1);

    const late = await takeStepAs(order.advertiser, order, 'openDispute', dispute);

    expect(inTime.actions).toContainEqual({ step: 'OPEN_DISPUTE', isAllowed: true });
    expect(late).toMatchObject({ __typename: 'StepNotAllowed', code: 'CONDITION_NOT_MET' });
  });
});

describe('a refund', () => {
  test('of a part leaves the order unchanged; a refund without an amount returns the rest and ends it', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });

    const part = await refund(order, 4_000);
    const rest = await takeStepAs(order.seller, order, 'refundOrder', { reason: 'All of it, then.' });

    expect(part).toMatchObject({ status: 'COMPLETED', paymentStatus: 'PARTIALLY_REFUNDED' });
    expect(rest).toMatchObject({ status: 'REFUNDED', paymentStatus: 'REFUNDED' });
    expect(await rowOf(order)).toMatchObject({ paidMinorUnits: 10_000n, refundedMinorUnits: 10_000n });
  });

  test('of more than the rest, or in another currency, is refused and changes nothing', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await refund(order, 4_000);
    const before = await rowOf(order);

    const tooMuch = await refund(order, 6_001);
    const otherMoney = await refund(order, 100, 'USD');

    expect(tooMuch).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'amount' }] });
    expect(otherMoney).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'amount' }] });
    expect(await rowOf(order)).toMatchObject({
      revision: before.revision,
      refundedMinorUnits: before.refundedMinorUnits,
    });
  });

  test('of a paid order is made in full by its cancellation', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });

    const answer = await takeStepAs(order.seller, order, 'cancelPaidOrder', { reason: 'The paper has closed.' });

    expect(answer).toMatchObject({ __typename: 'Order', status: 'CANCELLED', paymentStatus: 'REFUNDED' });
  });
});

describe('the effects of a state happen, whichever step leads to it', () => {
  test.each(orderStatuses.filter((status) => orderState(status).final))(
    'an override into %s withdraws the drafts',
    async (status) => {
      const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });

      await takeStepAs(order.operator, order, 'overrideOrderStatus', { status, reason: 'It has to end.' });

      const ads = await server.app.db.ad.findMany({ where: { order: { number: order.number } } });
      expect(ads.map((ad) => ad.status)).toEqual(['WITHDRAWN']);
      const payments = await server.app.db.payment.findMany({ where: { order: { number: order.number } } });
      expect(payments.map((payment) => payment.status)).toEqual(['CLOSED']);
    },
  );

  test('proof is requested by mail on completion, unless it was submitted with the completion', async () => {
    const [without, along] = [
      await factory.createOrder({ status: 'PROCESSING' }),
      await factory.createOrder({ status: 'PROCESSING' }),
    ];

    await takeStepAs(without.seller, without, 'completeOrder', {});
    await takeStepAs(along.seller, along, 'completeOrder', { proofLink: 'https://harbour.example/front' });

    const asked = (order: TestOrder) =>
      server.app.db.email.count({ where: { order: { number: order.number }, template: 'proof-asked' } });
    expect([await asked(without), await asked(along)]).toEqual([1, 0]);
  });
});

const actions = 'query ($id: ID!) { order(id: $id) { actions { step isAllowed } } }';

const refund = (order: TestOrder, minorUnits: number, currency = 'EUR'): Promise<Data> =>
  takeStepAs(order.seller, order, 'refundOrder' satisfies OrderStep, {
    amount: { minorUnits, currency },
    reason: 'It ran too short.',
  });

async function standing(order: TestOrder): Promise<Data> {
  const { order: currentOrder } = await order.seller.ask(
    'query ($id: ID!) { order(id: $id) { status progress waitingOn } }',
    {
      id: order.id,
    },
  );
  return currentOrder;
}
