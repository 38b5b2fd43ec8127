import { visibleOrderSql } from '../access/access.ts';
import { requireMember } from '../access/scopes.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockOrder } from '../orders/take-step.ts';
import { RateLimited, Refusal } from '../platform/errors.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import type { OrderServices } from '../services/order-services.ts';
import { openCheckout, renewCheckout, workingLink } from './requests.ts';

const reasons = {
  NOT_ASKED_FOR: 'No payment is asked for in this order now.',
  PAID_OUTSIDE: 'This order is paid outside the marketplace: there is no link to pay.',
} as const;

/** There can be no link to pay. */
export class PaymentLinkUnavailable extends Refusal {
  constructor(code: keyof typeof reasons) {
    super(reasons[code], code, 'FINAL');
  }
}

/**
 * Has a new link to pay made, if the one before works no longer; it comes with an entry and a mail. While one works,
 * nothing changes.
 * @throws NotSignedIn, ScopeMissing, RateLimited, OrderNotFound, PaymentLinkUnavailable
 */
export async function renewPaymentLink(app: OrderServices, viewer: Viewer, orderId: string): Promise<void> {
  const actor = requireMember(viewer, 'renewPaymentLink');
  const wait = await app.rateLimiter.take('paymentLinkRenewals', actor.accountId);
  if (wait !== undefined) throw new RateLimited(wait);
  await app.db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId, visibleOrderSql(viewer));
    if (!isPaidByLink(order.paymentMethod)) throw new PaymentLinkUnavailable('PAID_OUTSIDE');
    const open = await tx.payment.findMany({ where: { orderId, status: 'OPEN' } });
    if (open.length === 0) throw new PaymentLinkUnavailable('NOT_ASKED_FOR');
    for (const one of open) if (!workingLink(one, app.clock.now())) await renewCheckout(app, tx, one);
  });
  app.jobs.wake(openCheckout);
}
