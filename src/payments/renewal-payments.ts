/** The payment of the next month: a request of the previous order until it is paid. */
import type { PaymentRequestPurpose } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { Money } from '../process/fields.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import type { AppServices } from '../services/services.ts';
import { isReferenceCounted, ReferenceAlreadyCounted } from './payments.ts';
import { closeCheckouts, endRequest, findOpenRequest, openRequest, renewCheckout } from './requests.ts';

const purpose: PaymentRequestPurpose = 'RENEWAL';
type Queue = Pick<AppServices, 'jobs'>;

/** Requests the payment of the next month. */
export const requestRenewalPayment = (
  queue: Queue,
  tx: Tx,
  order: Order,
  payment: { amount: Money; dueAt: Date; at: Date },
): Promise<void> => openRequest(queue, tx, order, { purpose, ...payment });

/** Creates a new payment link, if it is paid by link: the e-mail with the link is the reminder. */
export async function remindByLink(queue: Queue, tx: Tx, order: Order): Promise<void> {
  const open = await findOpenRequest(tx, order, purpose);
  if (open && !open.inProgressSince && isPaidByLink(open.method)) await renewCheckout(queue, tx, open);
}

/** Closes the request. */
export async function closeRenewalPayment(queue: Queue, tx: Tx, order: Order, at: Date): Promise<void> {
  await closeCheckouts(queue, tx, await endRequest(tx, order, purpose, { status: 'CLOSED', at }));
}

/**
 * Transfers the open payment to the new order, with its payment exceptions. It stays open.
 * @returns the new order with the amount that is due
 * @throws ReferenceAlreadyCounted for a payment that was counted for the previous month, or InputInvalid if people confirm
 * another amount than the requested one
 */
export async function transferPayment(
  tx: Tx,
  { from, to, reference, amount }: { from: Order; to: Order; reference: string; amount: Money | undefined },
): Promise<Order> {
  if (await isReferenceCounted(tx, from, reference)) throw new ReferenceAlreadyCounted({ reference });
  const open = await findOpenRequest(tx, from, purpose);
  if (!open) throw new Error('The order has no payment of a next month that is asked for');
  const { amountMinorUnits: dueMinorUnits } = open;
  if (amount && amount.minorUnits !== dueMinorUnits)
    throw new InputInvalid([
      { field: 'amount', message: `must be the requested amount, ${dueMinorUnits} minor units` },
    ]);
  await tx.payment.update({ where: { id: open.id }, data: { orderId: to.id, purpose: 'ORDER' } });
  await tx.paymentMovement.updateMany({ where: { paymentId: open.id }, data: { orderId: to.id } });
  return { ...to, dueMinorUnits };
}
