/** Test payments are completed on their page, or through the API in a sandbox. */

import { SandboxOnly } from '../../access/access-errors.ts';
import { actorIn, requireEditor } from '../../access/actor.ts';
import { visiblePayments } from '../../access/payment-access.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Payment, PaymentProviderName } from '../../generated/prisma/client.ts';
import type { Order } from '../../orders/order.ts';
import { publishOrderChange } from '../../orders/take-step.ts';
import { defineRefusal, notFound } from '../../platform/errors.ts';
import type { OrderServices } from '../../services/order-services.ts';
import { dueOf } from '../due-amounts.ts';
import { applyCheckoutFailure, applyIncomingPayment } from '../incoming-payments.ts';

const provider: PaymentProviderName = 'TEST';

export const TestPaymentNotFound = notFound('TestPayment');

export const TestPaymentNotReady = defineRefusal('TestPaymentNotReady', {
  code: 'TEST_PAYMENT_NOT_READY',
  recovery: 'RETRYABLE',
  message: 'The page of this payment is still being created. Try again in a second.',
  description: 'The page of the test payment is still being created.',
  remedy: 'Repeat the request after a second.',
});

/** The outcome of a test payment. */
export type TestOutcome = 'PAID' | 'FAILED';

/** Completes or fails a test payment, as the report of a provider would. A repeated call changes nothing. */
export async function applyTestOutcome(
  app: OrderServices,
  { order: { dueMinorUnits }, ...payment }: Payment & { readonly order: Pick<Order, 'dueMinorUnits'> },
  { outcome, failure }: { readonly outcome: TestOutcome; readonly failure: string },
): Promise<void> {
  const page = { provider, reference: payment.providerReference ?? '' };
  const amount = dueOf({ dueMinorUnits }, payment);
  const incomingPayment = { provider, reference: `test_${payment.id}`, amount, paymentId: payment.id };
  const order = await app.db.$transaction((tx) =>
    outcome === 'PAID'
      ? applyIncomingPayment(app, tx, { ...incomingPayment, page: page.reference })
      : applyCheckoutFailure(app, tx, page, failure),
  );
  if (order) publishOrderChange(app, order);
}

/**
 * Completes or fails a test payment that the viewer can see, in a sandbox.
 * @throws NotSignedIn, ScopeMissing, SandboxOnly, TestPaymentNotFound, TestPaymentNotReady
 */
export async function completeTestPayment(
  app: OrderServices,
  viewer: Viewer,
  { paymentId, outcome }: { readonly paymentId: string; readonly outcome: TestOutcome },
): Promise<Pick<Order, 'id'>> {
  requireEditor(viewer, 'completeTestPayment');
  if (!app.sandbox) throw new SandboxOnly();
  const payment = await app.db.payment.findFirst({
    where: { AND: [{ id: paymentId, provider }, visiblePayments(viewer)] },
    include: { order: { select: { advertiserId: true, sellerId: true, dueMinorUnits: true } } },
  });
  if (!payment) throw new TestPaymentNotFound();
  actorIn(payment.order, viewer);
  if (!payment.providerReference) throw new TestPaymentNotReady();
  await applyTestOutcome(app, payment, { outcome, failure: 'The test payment was set to fail.' });
  return { id: payment.orderId };
}
