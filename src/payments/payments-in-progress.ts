/** Payments that take days: the advertiser has paid on a page, and the provider has not received the money yet. */
import type { Order } from '../orders/order.ts';
import { holdDeadline, releaseDeadline } from '../orders/timers.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { periods } from '../process/periods.ts';
import type { OrderServices } from '../services/order-services.ts';
import { dueOf } from './due-amounts.ts';
import { appendPaymentEntry, lockOrderForPayment } from './payment-entries.ts';
import type { CheckoutPage } from './provider.ts';
import { closeCheckouts } from './requests.ts';

/**
 * Records that the payment of an open request is in progress: its order does not expire in the meantime, and no other page of
 * the request can be paid. Returns the order to publish after the commit, if it changed.
 */
export async function applyPaymentInProgress(
  app: OrderServices,
  tx: Tx,
  { paymentId, page }: { readonly paymentId: string | undefined; readonly page: CheckoutPage },
): Promise<Order | undefined> {
  const request = paymentId ? await tx.payment.findUnique({ where: { id: paymentId } }) : null;
  if (!request) return undefined;
  const order = await lockOrderForPayment(tx, request.orderId);
  const open = await tx.payment.findFirst({ where: { id: request.id, status: 'OPEN', inProgressSince: null } });
  if (!open) return undefined;
  const at = app.clock.now();
  // The advertiser paid on an earlier page: the failure of the payment names that page.
  if (open.providerReference !== page.reference) await closeCheckouts(app, tx, [open]);
  await tx.payment.update({
    where: { id: open.id },
    data: { inProgressSince: at, providerReference: page.reference },
  });
  const isOfOrder = open.purpose === 'ORDER';
  if (isOfOrder) await holdDeadline(app, tx, order, { until: later(at, periods.paymentProgress * dayMs), at });
  return appendPaymentEntry(app, tx, order, {
    ...{ type: 'paymentInitiated', at, input: { sum: dueOf(order, open) } },
    patch: isOfOrder ? { paymentInProgressSince: at } : {},
  });
}

/** Releases the deadline of an order whose payment was in progress and has failed. Returns the columns that change. */
export async function endPaymentInProgress(app: Pick<OrderServices, 'tables'>, tx: Tx, order: Order, at: Date) {
  if (!order.paymentInProgressSince) return {};
  await releaseDeadline(app, tx, order, { earliest: later(at, periods.paymentGrace * dayMs), at });
  return { paymentInProgressSince: null };
}
