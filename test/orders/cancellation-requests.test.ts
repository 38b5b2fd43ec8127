/** Cancelling a paid order by agreement, and withdrawing a dispute. */
import { describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { periods } from '../../src/process/periods.ts';
import { apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { expectBooksInOrder } from '../support/invariants.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2, sessionDays: 1_000 });

const overview = `query ($id: ID!) { order(id: $id) { status paymentStatus waitingOn overdueSince
  awaitedActions { role title until outcome } nextSteps { step } actions { step isAllowed } } }`;
const read = async (person: TestPerson, { id }: TestOrder): Promise<Data> => (await person.ask(overview, { id })).order;
const rowOf = ({ number }: TestOrder) => server.app.db.order.findUniqueOrThrow({ where: { number } });

async function passDays(days: number): Promise<void> {
  server.clock.advance({ days });
  await fireDueTimers(server.app);
}

const emailsOf = async ({ number }: TestOrder): Promise<string[]> =>
  (await server.app.db.email.findMany({ where: { order: { number } } })).map(
    ({ template, role }) => `${template} ${role}`,
  );

const isDone = { __typename: 'Order' };
const task = 'Accept or decline the cancellation';

describe('a requested cancellation', () => {
  test.each(['PAYMENT_RECEIVED', 'PROCESSING', 'ON_HOLD'] as const)(
    'in %s waits for the seller, who accepts it: the payment is refunded',
    async (status) => {
      const order = await factory.createOrder({ status });

      const requested = await takeStepAs(order.advertiser, order, 'requestCancellation', {
        reason: 'Our shop closes.',
      });
      const seen = await read(order.seller, order);
      const accepted = await takeStepAs(order.seller, order, 'acceptCancellation');

      expect(requested).toMatchObject({ ...isDone, status });
      expect(seen.awaitedActions).toContainEqual({
        ...{ role: 'SELLER', title: task, until: expect.any(String) },
        outcome: 'The unanswered request is reported to an operator.',
      });
      expect(seen.nextSteps.map(({ step }: Data) => step)).toEqual(
        expect.arrayContaining(['ACCEPT_CANCELLATION', 'DECLINE_CANCELLATION']),
      );
      expect(accepted).toMatchObject({ ...isDone, status: 'CANCELLED', paymentStatus: 'REFUNDED' });
      expect((await rowOf(order)).cancellationRequestedAt).toBeNull();
      expect(await emailsOf(order)).toEqual(
        expect.arrayContaining(['cancellation-requested seller', 'cancellation-accepted advertiser']),
      );
      await expectBooksInOrder(server, order, 'after the cancellation');
    },
  );

  test('is declined or withdrawn, and can be requested again', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });

    await takeStepAs(order.advertiser, order, 'requestCancellation');
    const twice = await takeStepAs(order.advertiser, order, 'requestCancellation');
    const declined = await takeStepAs(order.seller, order, 'declineCancellation', { reason: 'It is printed.' });
    const late = await takeStepAs(order.seller, order, 'acceptCancellation');
    const again = await takeStepAs(order.advertiser, order, 'requestCancellation');
    const withdrawn = await takeStepAs(order.advertiser, order, 'withdrawCancellationRequest');

    expect([twice, late].map(({ code }) => code)).toEqual(['CONDITION_NOT_MET', 'CONDITION_NOT_MET']);
    expect([declined, again, withdrawn]).toMatchObject([isDone, isDone, isDone]);
    const { status, awaitedActions } = await read(order.seller, order);
    expect(status).toBe('PROCESSING');
    expect(awaitedActions.map(({ title }: Data) => title)).not.toContain(task);
  });

  test('is reported to an operator after a reminder, also while the order is on hold, and not after the answer', async () => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await takeStepAs(order.advertiser, order, 'requestCancellation');
    await takeStepAs(order.seller, order, 'putOnHold', { reason: 'The printer is ill.', mustAct: 'SELLER' });

    await passDays(periods.cancellation - periods.cancellationReminder);
    const reminded = await emailsOf(order);
    await passDays(periods.cancellationReminder);
    const reported = await read(order.operator, order);
    await takeStepAs(order.seller, order, 'declineCancellation', { reason: 'It is printed.' });
    const answered = await read(order.operator, order);

    expect(reminded).toContain('cancellation-reminder seller');
    expect(reported.waitingOn).toContain('OPERATOR');
    expect(await emailsOf(order)).toEqual(
      expect.arrayContaining(['cancellation-unanswered operator', 'cancellation-unanswered advertiser']),
    );
    expect(answered).toMatchObject({ status: 'ON_HOLD', overdueSince: null });
    expect(answered.waitingOn).not.toContain('OPERATOR');
  });

  test.each([
    ['completed', 'completeOrder', 'seller'],
    ['disputed', 'openDispute', 'advertiser'],
  ] as const)('ends when the order is %s', async (_event, step, role) => {
    const order = await factory.createOrder({ status: 'PROCESSING' });
    await takeStepAs(order.advertiser, order, 'requestCancellation');

    expect(await takeStepAs(order[role], order, step)).toMatchObject(isDone);

    expect((await rowOf(order)).cancellationRequestedAt).toBeNull();
    const timers = { order: { number: order.number }, step: 'reportUnansweredCancellation' };
    expect(await server.app.db.timer.count({ where: timers })).toBe(0);
  });

  test.each([1, 2, 3])('is accepted or withdrawn, never both (race %i)', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
    await takeStepAs(order.advertiser, order, 'requestCancellation');

    const [accepted, withdrawn] = await Promise.all([
      takeStepAs(order.seller, order, 'acceptCancellation'),
      takeStepAs(apiClient(second.url, order.advertiser.token), order, 'withdrawCancellationRequest'),
    ]);

    expect([accepted.__typename, withdrawn.__typename].sort()).toEqual(['Order', 'StepNotAllowed']);
    const { status } = await read(order.seller, order);
    expect(status).toBe(accepted.__typename === 'Order' ? 'CANCELLED' : 'PAYMENT_RECEIVED');
    await expectBooksInOrder(server, order, 'after the race');
  });
});

describe('a dispute', () => {
  test.each(['PAYMENT_RECEIVED', 'PROCESSING', 'ON_HOLD', 'COMPLETED'] as const)(
    'that is withdrawn by the party that opened it leads back to %s',
    async (status) => {
      const order = await factory.createOrder({ status });
      await takeStepAs(order.seller, order, 'openDispute');

      const other = await takeStepAs(order.advertiser, order, 'withdrawDispute');
      const { nextSteps } = await read(order.seller, order);
      const own = await takeStepAs(order.seller, order, 'withdrawDispute', { note: 'We found a way.' });

      expect(other).toMatchObject({ __typename: 'StepNotAllowed', code: 'CONDITION_NOT_MET' });
      expect(nextSteps.map(({ step }: Data) => step)).not.toContain('WITHDRAW_DISPUTE');
      expect(own).toMatchObject({ ...isDone, status });
      expect(await emailsOf(order)).toEqual(
        expect.arrayContaining(['dispute-withdrawn advertiser', 'dispute-withdrawn operator']),
      );
    },
  );
});
