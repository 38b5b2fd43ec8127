/**
 * The ledger: every payment movement once, and the amounts that the order keeps of them. Writers hold the order row and
 * write the amounts to it in the same transaction.
 */
import type { PaymentMovement, PaymentProviderName, PaymentStatus } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import type { Money } from '../process/fields.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import type { OrderPatch } from '../services/order-services.ts';
import type { AppServices } from '../services/services.ts';
import { issueCreditNote } from './credit-notes.ts';
import { requireRefundable } from './payable-amounts.ts';
import { netPaid } from './payment-conditions.ts';
import { issueReceipt } from './receipts.ts';

export type Movement = PaymentMovement;

/** A payment that was received. */
export interface IncomingPayment {
  readonly provider: PaymentProviderName;
  /** Reference at the provider or on the bank statement. The same reference is the same payment. */
  readonly reference: string;
  readonly amount: Money;
  /** The request that it is for; undefined if unknown. */
  readonly paymentId: string | undefined;
  /** Reference of the page where it was paid. */
  readonly page?: string | undefined;
}

/**
 * Records a payment for an order, with its receipt; a payment of the order that was held for review is applied. Undefined
 * if it was counted before.
 */
export async function recordReceived(
  tx: Tx,
  order: Order,
  incomingPayment: IncomingPayment,
  at: Date,
): Promise<Movement | undefined> {
  const movement =
    (await insertReceived(tx, incomingPayment, { orderId: order.id, isCounted: true, at })) ??
    (await applyHeldPayment(tx, order, incomingPayment));
  if (movement) await issueReceipt(tx, order, { payment: movement, at });
  return movement;
}

/** Records a payment for review by an operator. Undefined if it was recorded before. */
export const holdForReview = (
  tx: Tx,
  incomingPayment: IncomingPayment,
  { orderId, reason, at }: { orderId: string | null; reason: string; at: Date },
): Promise<Movement | undefined> =>
  insertReceived(tx, incomingPayment, { orderId, isCounted: false, needsOperator: true, reason, at });

async function applyHeldPayment(
  tx: Tx,
  { id: orderId }: Order,
  { provider, reference }: IncomingPayment,
): Promise<Movement | undefined> {
  const [movement] = await tx.paymentMovement.updateManyAndReturn({
    where: { orderId, provider, reference, kind: 'RECEIVED', isCounted: false, needsOperator: true },
    data: { isCounted: true, needsOperator: false, reason: null },
  });
  return movement;
}

async function insertReceived(
  tx: Tx,
  { provider, reference, amount, paymentId }: IncomingPayment,
  { at, ...more }: Pick<Movement, 'orderId' | 'isCounted'> & Partial<Movement> & { at: Date },
): Promise<Movement | undefined> {
  const [inserted] = await tx.paymentMovement.createManyAndReturn({
    data: [
      {
        kind: 'RECEIVED',
        status: 'DONE',
        provider,
        reference,
        paymentId: paymentId ?? null,
        amountMinorUnits: amount.minorUnits,
        currency: amount.currency,
        createdAt: at,
        settledAt: at,
        ...more,
      },
    ],
    skipDuplicates: true,
  });
  return inserted;
}

export const makeRefund = 'make-refund';

/**
 * Refunds an amount of what an order has received, newest payments first: one refund per payment that it is taken from.
 * @throws AmountNotPayable
 */
export async function recordRefunds(
  app: Pick<AppServices, 'jobs'>,
  tx: Tx,
  order: Order,
  { minorUnits, at }: { minorUnits: bigint; at: Date },
): Promise<void> {
  let remaining = minorUnits;
  for (const source of await readRefundable(tx, order.id)) {
    const part = source.remaining < remaining ? source.remaining : remaining;
    // Nothing is left if a refund was made at the provider at the same time.
    if (part <= 0n) continue;
    requireRefundable(source.provider, { minorUnits: part, currency: source.currency }, source.remaining);
    await refund(app, tx, source, { order, minorUnits: part, at });
    remaining -= part;
  }
  if (remaining > 0n) throw new Error(`The order has ${remaining} minor units less than are to be given back`);
}

type Refundable = Movement & { readonly remaining: bigint };

/** The payments that an order has received, newest first, with the refundable rest of each. */
async function readRefundable(tx: Tx, orderId: string): Promise<Refundable[]> {
  const received = await tx.paymentMovement.findMany({
    where: { orderId, kind: 'RECEIVED', isCounted: true },
    include: { refunds: { where: { isCounted: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return received.map(({ refunds, ...movement }) => ({
    ...movement,
    remaining: movement.amountMinorUnits - totalOf(refunds),
  }));
}

const totalOf = (movements: readonly Movement[]): bigint =>
  movements.reduce((sum, { amountMinorUnits }) => sum + amountMinorUnits, 0n);

/**
 * Refunds a payment or a part of it: manually if it was made outside, by a job if it came through a provider. `order` is the
 * order of the payment, if it has one.
 */
export async function refund(
  { jobs }: Pick<AppServices, 'jobs'>,
  tx: Tx,
  source: Movement,
  { order, minorUnits, at }: { order: Order | undefined; minorUnits: bigint; at: Date },
): Promise<void> {
  const isManual = source.provider === 'OFFLINE';
  const { orderId, paymentId, id: sourceId, provider, currency, isCounted } = source;
  const refunded = await tx.paymentMovement.create({
    data: {
      ...{ orderId, paymentId, sourceId, provider, currency, isCounted },
      kind: 'REFUNDED',
      status: isManual ? 'DONE' : 'PENDING',
      amountMinorUnits: minorUnits,
      createdAt: at,
      settledAt: isManual ? at : null,
    },
  });
  if (!isManual) await jobs.enqueue(tx, makeRefund, [{ movementId: refunded.id, attempt: refunded.attempt }]);
  else if (order && isCounted) await issueCreditNote(tx, order, { refund: refunded, at });
}

/** True if the order has received enough for the refund. */
export const isRefundable = (order: Order, minorUnits: bigint): boolean => minorUnits <= netPaid(order);

interface LedgerTotals {
  readonly paid: bigint;
  readonly refunded: bigint;
  readonly hasTrouble: boolean;
  /** Total of the fulfilled requests. */
  readonly requested: bigint;
  readonly isOpen: boolean;
  /** True if the last closed request failed. */
  readonly hasFailed: boolean;
  /** Rest of the open request; null if there is none. */
  readonly due: bigint | null;
}

/** The amounts and the payment status for the order row, derived from the ledger. */
export async function readPaymentColumns(tx: Tx, order: Order): Promise<Required<PaymentColumns>> {
  const { id } = order;
  const [sums] = await tx.$queryRaw<[LedgerTotals]>`
    select
      coalesce(sum(amount_minor_units) filter (where kind = 'RECEIVED' and is_counted), 0)::bigint as paid,
      coalesce(sum(amount_minor_units) filter (where kind = 'REFUNDED' and is_counted), 0)::bigint as refunded,
      coalesce(bool_or(needs_operator), false) as "hasTrouble",
      (select coalesce(sum(amount_minor_units), 0)::bigint from payment where order_id = ${id}::uuid and purpose = 'ORDER' and status = 'RECEIVED') as requested,
      exists (select from payment where order_id = ${id}::uuid and purpose = 'ORDER' and status = 'OPEN') as "isOpen",
      (select payment.amount_minor_units - coalesce((
        select sum(case kind when 'RECEIVED' then part.amount_minor_units else -part.amount_minor_units end)
        from money_movement as part where part.payment_id = payment.id and is_counted), 0)
        from payment where order_id = ${id}::uuid and purpose = 'ORDER' and status = 'OPEN')::bigint as due,
      coalesce((select status = 'FAILED' from payment where order_id = ${id}::uuid and purpose = 'ORDER' and status <> 'OPEN' order by settled_at desc, id desc limit 1), false) as "hasFailed"
    from money_movement where order_id = ${id}::uuid`;
  return {
    paidMinorUnits: sums.paid,
    refundedMinorUnits: sums.refunded,
    hasPaymentException: sums.hasTrouble,
    dueMinorUnits: sums.due,
    paymentStatus: paymentStatusOf(order, sums),
  };
}

type PaymentColumns = Pick<
  OrderPatch,
  'paidMinorUnits' | 'refundedMinorUnits' | 'hasPaymentException' | 'dueMinorUnits' | 'paymentStatus'
>;

function paymentStatusOf(
  { paymentMethod: method, totalMinorUnits }: Order,
  { paid, refunded, requested, isOpen, hasFailed }: LedgerTotals,
): PaymentStatus {
  const net = paid - refunded;
  const isPaidInPart = requested === 0n && net < totalMinorUnits;
  // A late payment that was refunded does not reduce the requested amount.
  if (net > 0n && !isPaidInPart) return refunded > 0n && net < requested ? 'PARTIALLY_REFUNDED' : 'PAID';
  if (isOpen) return !isPaidByLink(method) ? 'AWAITING_MANUAL_PAYMENT' : hasFailed ? 'FAILED' : 'REQUESTED';
  if (paid > 0n && net === 0n) return 'REFUNDED';
  return totalMinorUnits === 0n || isPaidByLink(method) ? 'NONE' : 'AWAITING_MANUAL_PAYMENT';
}
