/**
 * Payment requests: at most one is open for an order while the order waits for it, and one for its next month.
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
export type CheckoutJob = {
  readonly paymentId: string;
  readonly attempt: number;
  /** The page to close. */
  readonly reference?: string;
};

/** Opens a request; a job creates its payment link, if it has one. */
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

/** Records a request for a payment that was received without one; returns its id. */
export async function recordRequest(
  tx: Tx,
  { id: orderId, paymentMethod: method }: Order,
  { amount, reference, at }: { amount: Money; reference: string; at: Date },
): Promise<string> {
  const { minorUnits: amountMinorUnits, currency } = amount;
  const payment = await tx.payment.create({
    data: {
      ...{ orderId, method, provider: 'OFFLINE' as const, status: 'RECEIVED' as const, reference },
      ...{ amountMinorUnits, currency, createdAt: at, settledAt: at },
    },
  });
  return payment.id;
}

const queueCheckout = ({ jobs }: Queue, tx: Tx, { id, attempt }: Payment): Promise<void> =>
  jobs.enqueue<CheckoutJob>(tx, openCheckout, [{ paymentId: id, attempt }], 'urgent');

interface RequestEnd {
  readonly status: Exclude<PaymentRequestStatus, 'OPEN'>;
  readonly at: Date;
  readonly reference?: string;
  readonly failure?: string;
}

/** The open request of an order for this purpose. */
export const findOpenRequest = (
  tx: Tx,
  { id: orderId }: Order,
  purpose: PaymentRequestPurpose,
): Promise<Payment | null> => tx.payment.findFirst({ where: { orderId, purpose, status: 'OPEN' } });

/** Ends the open request for this purpose and returns it, if there is one. */
export function endRequest(
  tx: Tx,
  { id: orderId }: Order,
  purpose: PaymentRequestPurpose,
  { at: settledAt, ...end }: RequestEnd,
): Promise<readonly Payment[]> {
  return tx.payment.updateManyAndReturn({ where: { orderId, purpose, status: 'OPEN' }, data: { ...end, settledAt } });
}

/** Closes the pages of requests that ended for another reason than their page. */
export async function closeCheckouts({ jobs }: Queue, tx: Tx, ended: readonly Payment[]): Promise<void> {
  const pages = ended.flatMap(({ id, attempt, providerReference: reference }) =>
    reference === null ? [] : [{ paymentId: id, attempt, reference }],
  );
  await jobs.enqueue<CheckoutJob>(tx, closeCheckout, pages);
}

/** Creates a new link for an open request. */
export async function renewCheckout(queue: Queue, tx: Tx, payment: Payment): Promise<void> {
  await queueCheckout(queue, tx, await startAttempt(tx, payment));
}

/** Starts a new attempt of an open request, which has no page yet. */
export const startAttempt = (tx: Tx, { id }: Payment): Promise<Payment> =>
  tx.payment.update({
    where: { id },
    data: { attempt: { increment: 1 }, checkoutUrl: null, checkoutExpiresAt: null, providerReference: null },
  });

/** The payment link of a request, if it is valid now. */
export const usableLink = (
  {
    status,
    checkoutUrl,
    checkoutExpiresAt,
    inProgressSince,
  }: Pick<Payment, 'status' | 'checkoutUrl' | 'checkoutExpiresAt' | 'inProgressSince'>,
  at: Date,
): string | undefined =>
  status === 'OPEN' && !inProgressSince && checkoutUrl && !(checkoutExpiresAt && checkoutExpiresAt <= at)
    ? checkoutUrl
    : undefined;
