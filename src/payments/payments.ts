/** The effects of steps on payments. Providers are called by jobs, never inside these transactions. */
import { limits } from '../limits.ts';
import { requireAgreeableDate } from '../orders/agreed-dates.ts';
import type { Order } from '../orders/order.ts';
import { postponeDeadline } from '../orders/timers.ts';
import { dayMs, later } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
import type { Money } from '../process/fields.ts';
import { isPaidByLink, providerOf } from '../process/payment-methods.ts';
import { periods } from '../process/periods.ts';
import type { Effects, RunEffect, StepContext } from '../services/order-services.ts';
import { type IncomingPayment, readPaymentColumns, recordReceived, recordRefunds } from './ledger.ts';
import { AmountNotPayable, requirePayable } from './payable-amounts.ts';
import { netPaid, paymentFallbacks, paymentOutcomes } from './payment-conditions.ts';
import { closeCheckouts, endRequest, findOpenRequest, openRequest, recordRequest, renewCheckout } from './requests.ts';

export const ReferenceAlreadyCounted = defineRefusal('ReferenceAlreadyCounted', {
  code: 'REFERENCE_ALREADY_COUNTED',
  recovery: 'CORRECTABLE',
  message: ({ reference }: { readonly reference: string }) =>
    `A payment with the reference "${reference}" was already counted in this order.`,
  example: { reference: 'INV-2026-17' },
  description: 'A payment with this reference was already counted in this order.',
  remedy: 'Check that the payment is not confirmed twice. Use the reference of the other payment.',
});

/** Requests the given amount, or the unpaid part of the total of the order. */
const openPayment: RunEffect = async (app, tx, { order, entry, input }) => {
  const amount = amountIn(input) ?? paymentFallbacks.amountToRequest(order);
  requireOrderCurrency(order, amount);
  if (amount.minorUnits <= 0n) throw new InputInvalid([{ field: 'amount', message: 'must be greater than 0' }]);
  requirePayable(order.paymentMethod, amount);
  const dueAt = (input['dueAt'] as Date | undefined) ?? null;
  if (dueAt) requireAgreeableDate('dueAt', dueAt, entry.at);
  await openRequest(app, tx, order, { purpose: 'ORDER', amount, dueAt, at: entry.at });
  return { ...(await readPaymentColumns(tx, order)), paymentDueAt: dueAt };
};

/** Closes the open payment request, if there is one. */
const closePayment: RunEffect = async (app, tx, { order, entry }) => {
  const ended = await endRequest(tx, order, 'ORDER', { status: 'CLOSED', at: entry.at });
  await closeCheckouts(app, tx, ended);
  const columns = ended.length > 0 ? await readPaymentColumns(tx, order) : {};
  return { ...columns, paymentDueAt: null, ...nothingReported };
};

/** The columns of an order whose payment is neither reported nor in progress. */
const nothingReported = { paymentReportedAt: null, paymentInProgressSince: null } as const;

const amountIn = (input: StepContext['input']): Money | undefined => input['amount'] as Money | undefined;

/**
 * Receives a payment of the open request: the whole rest or a part of it, in its currency, each reference once. Payments by
 * the system came through the provider and settle the request; payments that people confirm were made outside. After a part,
 * a page is made for the rest.
 */
const settlePayment: RunEffect = async (app, tx, { order, entry, input }) => {
  const reference = String(input['reference']);
  const open = await findOpenRequest(tx, order, 'ORDER');
  if (!open) throw new Error('The order has no payment that is asked for');
  const due = { minorUnits: order.dueMinorUnits ?? open.amountMinorUnits, currency: open.currency };
  const amount = amountIn(input) ?? due;
  requireOrderCurrency(order, amount);
  const isFromProvider = entry.role === 'system';
  if (!isFromProvider) requireAtMost(due, amount, 'the rest that is due');
  const isPart = paymentOutcomes.isPaidInFull(order, input, entry.role) === false;
  const provider = isFromProvider ? providerOf(open.method) : 'OFFLINE';
  const incomingPayment = { provider, reference, amount, paymentId: open.id };
  await receive(tx, order, incomingPayment, entry.at);
  if (isPart) {
    if (isPaidByLink(open.method)) {
      requirePayable(open.method, { ...due, minorUnits: due.minorUnits - amount.minorUnits });
      await closeCheckouts(app, tx, [open]);
      await renewCheckout(app, tx, open);
    }
    return { ...(await readPaymentColumns(tx, order)), ...nothingReported };
  }
  const ended = await endRequest(tx, order, 'ORDER', { status: 'RECEIVED', at: entry.at, reference });
  if (!isFromProvider) await closeCheckouts(app, tx, ended);
  return { ...(await readPaymentColumns(tx, order)), ...nothingReported };
};

/** Records a payment that the order has not counted. @throws ReferenceAlreadyCounted */
async function receive(tx: Tx, order: Order, incomingPayment: IncomingPayment, at: Date): Promise<void> {
  const { reference } = incomingPayment;
  if ((await isReferenceCounted(tx, order, reference)) || !(await recordReceived(tx, order, incomingPayment, at)))
    throw new ReferenceAlreadyCounted({ reference });
}

/** Notes that the advertiser has paid; the order waits for the confirmation. */
const notePaymentReport: RunEffect = async (app, tx, { order, entry }) => {
  const until = later(entry.at, periods.paymentConfirmation * dayMs);
  await postponeDeadline(app, tx, order, { until, at: entry.at });
  return { paymentReportedAt: entry.at };
};

/** From now on the advertiser is expected to pay again. */
const endPaymentReport: RunEffect = async () => ({ paymentReportedAt: null });

/** Counts a payment that was made outside, after the order has continued without it. */
const countPayment: RunEffect = async (_app, tx, { order, entry, input }) => {
  const unpaid = paymentFallbacks.amountUnpaid(order);
  const amount = amountIn(input) ?? unpaid;
  if (!amount || !unpaid) throw new Error('The order is paid in full');
  requireOrderCurrency(order, amount);
  requireAtMost(unpaid, amount, 'the unpaid part of the total');
  const reference = String(input['reference']);
  if (await isReferenceCounted(tx, order, reference)) throw new ReferenceAlreadyCounted({ reference });
  const paymentId = await recordRequest(tx, order, { amount, reference, at: entry.at });
  await receive(tx, order, { provider: 'OFFLINE', reference, amount, paymentId }, entry.at);
  return readPaymentColumns(tx, order);
};

/** Refunds everything that was paid and not refunded yet. */
const refundAll: RunEffect = async (app, tx, { order, entry }) => {
  const minorUnits = netPaid(order);
  if (minorUnits > 0n) await recordRefunds(app, tx, order, { minorUnits, at: entry.at });
  return readPaymentColumns(tx, order);
};

/** Refunds the given amount, or everything that is left of the payment. */
const refundPart: RunEffect = async (app, tx, { order, entry, input }) => {
  const refundable = netPaid(order);
  const amount = (input['amount'] as Money | undefined) ?? { minorUnits: refundable, currency: order.currency };
  requireOrderCurrency(order, amount);
  if (amount.minorUnits > refundable)
    throw new InputInvalid([
      { field: 'amount', message: `must be at most ${refundable} minor units, the rest of the amount paid` },
    ]);
  if (amount.minorUnits < refundable) await requireRefundsLeft(tx, order);
  await recordRefunds(app, tx, order, { minorUnits: amount.minorUnits, at: entry.at });
  return readPaymentColumns(tx, order);
};

export const paymentEffects = {
  ...{ closePayment, refundAll, notePaymentReport, endPaymentReport },
  countPayment: { run: countPayment, refusals: [ReferenceAlreadyCounted] },
  openPayment: { run: openPayment, refusals: [AmountNotPayable] },
  refundPart: { run: refundPart, refusals: [AmountNotPayable] },
  settlePayment: { run: settlePayment, refusals: [AmountNotPayable, ReferenceAlreadyCounted] },
} satisfies Partial<Effects>;

/** True if the order has counted this reference, with any provider. */
export async function isReferenceCounted(tx: Tx, { id: orderId }: Order, reference: string): Promise<boolean> {
  return (await tx.paymentMovement.count({ where: { orderId, reference, isCounted: true } })) > 0;
}

function requireOrderCurrency(order: Order, amount: Money): void {
  if (amount.currency !== order.currency)
    throw new InputInvalid([{ field: 'amount', message: `must be in ${order.currency}, the currency of the order` }]);
}

/** `meaning`: the meaning of the largest amount. */
function requireAtMost(max: Money, amount: Money, meaning: string): void {
  if (amount.minorUnits <= max.minorUnits) return;
  const message = `must be at most ${max.minorUnits} minor units, ${meaning}`;
  throw new InputInvalid([{ field: 'amount', message }]);
}

async function requireRefundsLeft(tx: Tx, { id: orderId }: Order): Promise<void> {
  if ((await tx.paymentMovement.count({ where: { orderId, kind: 'REFUNDED' } })) < limits.refundsPerOrder) return;
  const message = `must be the whole rest; an order can have at most ${limits.refundsPerOrder} refunds`;
  throw new InputInvalid([{ field: 'amount', message }]);
}
