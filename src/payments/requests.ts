/**
 * Requests for money: at most one is open in an order itself, as long as the order waits for it, and one for its next
 * month.
 */
import type { Payment, PaymentRequestPurpose, PaymentRequestStatus } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import type { Money } from '../process/fields.ts';
import { isPaidByLink, providerOf } from '../process/payment-methods.ts';
import type { AppServices } from '../services/services.ts';

export const openCheckout = 'open-checkout';
export const closeCheckout = 'close-checkout';

type Queue = Pick<AppServices, 'jobs'>;
export type CheckoutJob = { readonly paymentId: string; readonly attempt: number };

/** Opens a request; where it is paid by a link, a job makes that. */
export async function openRequest(
  queue: Queue,
  tx: Tx,
  { id: orderId, paymentMethod: method }: Order,
  { purpose, amount, dueAt, at }: { purpose: PaymentRequestPurpose; amount: Money; dueAt: Date | null; at: Date },
): Promise<void> {
  const { minorUnits: amountMinorUnits, currency } = amount;
  const payment = await tx.payment.create({
    data: {
      ...{ orderId, method, provider: providerOf(method), status: 'OPEN' as const, purpose },
      ...{ amountMinorUnits, currency, dueAt, createdAt: at },
    },
  });
  if (isPaidByLink(method)) await queueCheckout(queue, tx, payment);
}

const queueCheckout = ({ jobs }: Queue, tx: Tx, { id, attempt }: Payment): Promise<void> =>
  jobs.enqueue<CheckoutJob>(tx, openCheckout, [{ paymentId: id, attempt }], 'urgent');

interface RequestEnd {
  readonly status: Exclude<PaymentRequestStatus, 'OPEN'>;
  readonly at: Date;
  readonly reference?: string;
  readonly failure?: string;
}

/** The request for this that is open in an order. */
export const findOpenRequest = (
  tx: Tx,
  { id: orderId }: Order,
  purpose: PaymentRequestPurpose,
): Promise<Payment | null> => tx.payment.findFirst({ where: { orderId, purpose, status: 'OPEN' } });

/** Ends the request for this that is open, if one is, and gives it back. */
export function endRequest(
  tx: Tx,
  { id: orderId }: Order,
  purpose: PaymentRequestPurpose,
  { at: settledAt, ...end }: RequestEnd,
): Promise<readonly Payment[]> {
  return tx.payment.updateManyAndReturn({ where: { orderId, purpose, status: 'OPEN' }, data: { ...end, settledAt } });
}

/** Has the pages of requests closed that have ended otherwise than by what happened there. */
export async function closeCheckouts({ jobs }: Queue, tx: Tx, ended: readonly Payment[]): Promise<void> {
  const checkouts = ended.filter(({ providerReference }) => providerReference !== null);
  await jobs.enqueue<CheckoutJob>(
    tx,
    closeCheckout,
    checkouts.map(({ id, attempt }) => ({ paymentId: id, attempt })),
  );
}

/** Has a new link made for a request that is open. */
export async function renewCheckout(queue: Queue, tx: Tx, { id }: Payment): Promise<void> {
  const renewed = await tx.payment.update({
    where: { id },
    data: { attempt: { increment: 1 }, checkoutUrl: null, checkoutExpiresAt: null, providerReference: null },
  });
  await queueCheckout(queue, tx, renewed);
}

/** The link of a request, if it works at this moment. */
export const usableLink = (
  { status, checkoutUrl, checkoutExpiresAt }: Pick<Payment, 'status' | 'checkoutUrl' | 'checkoutExpiresAt'>,
  at: Date,
): string | undefined =>
  status === 'OPEN' && checkoutUrl && !(checkoutExpiresAt && checkoutExpiresAt <= at) ? checkoutUrl : undefined;
