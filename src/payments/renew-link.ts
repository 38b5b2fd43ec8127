import { visibleOrderSql } from '../access/access.ts';
import { actorIn, requireEditor } from '../access/actor.ts';
import { limitOwnerOf, type Viewer } from '../access/viewer.ts';
import { lockOrder } from '../orders/take-step.ts';
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusalGroup } from '../platform/errors.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import type { OrderServices } from '../services/order-services.ts';
import { renewCheckout, usableLink } from './requests.ts';

export const PaymentLinkUnavailable = defineRefusalGroup('PaymentLinkUnavailable', {
  description: 'The order has no payment link.',
  codes: defineErrors({
    PAYMENT_NOT_REQUESTED: {
      recovery: 'FINAL',
      message: 'No payment is requested in this order.',
      description: 'No payment is requested in the order at present.',
      remedy: 'Wait until the seller requests a payment.',
    },
    PAYMENT_IN_PROGRESS: {
      recovery: 'FINAL',
      message: 'The payment was made and is in progress at the payment provider.',
      description: 'The advertiser has paid, and the payment provider has not received the money yet.',
      remedy: 'Wait until the payment succeeds or fails. If it fails, a new link is made.',
    },
    PAID_OUTSIDE: {
      recovery: 'FINAL',
      message: 'This order is paid outside the marketplace, so it has no payment link.',
      description: 'The payment method of the order has no payment link.',
      remedy: 'Pay as agreed with the seller, who confirms the payment.',
    },
  }),
});

/**
 * Creates a new payment link if the previous one has expired, with an entry and an e-mail. While a link works, nothing
 * changes.
 * @throws NotSignedIn, ScopeMissing, RateLimited, OrderNotFound, PaymentLinkUnavailable
 */
export async function refreshPaymentLink(app: OrderServices, viewer: Viewer, orderId: string): Promise<void> {
  const member = requireEditor(viewer, 'refreshPaymentLink');
  await app.rateLimiter.consume('paymentLinkRenewals', limitOwnerOf(member));
  await app.db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId, visibleOrderSql(viewer));
    actorIn(order, viewer);
    if (!isPaidByLink(order.paymentMethod)) throw new PaymentLinkUnavailable('PAID_OUTSIDE');
    const open = await tx.payment.findMany({ where: { orderId, status: 'OPEN' } });
    if (open.length === 0) throw new PaymentLinkUnavailable('PAYMENT_NOT_REQUESTED');
    if (open.every(({ inProgressSince }) => inProgressSince)) throw new PaymentLinkUnavailable('PAYMENT_IN_PROGRESS');
    for (const one of open)
      if (!one.inProgressSince) if (!usableLink(one, app.clock.now())) await renewCheckout(app, tx, one);
  });
}
