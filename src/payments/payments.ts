/** The effects of steps on payments. Providers are called by jobs, never inside these transactions. */
import { limits } from '../limits.ts';
import { requireAgreeableDate } from '../orders/agreed-dates.ts';
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
import type { Money } from '../process/fields.ts';
import { providerOf } from '../process/payment-methods.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';
import { readPaymentColumns, recordReceived, recordRefunds } from './ledger.ts';
import { AmountNotPayable, requirePayable } from './payable-amounts.ts';
import { netPaid } from './payment-conditions.ts';
import { closeCheckouts, endRequest, findOpenRequest, openRequest } from './requests.ts';

export const ReferenceAlreadyCounted = defineRefusal('ReferenceAlreadyCounted', {
  code: 'REFERENCE_ALREADY_COUNTED',
  recovery: 'CORRECTABLE',
  message: ({ reference }: { readonly reference: string }) =>
    `A payment with the reference "${reference}" was already counted in this order.`,
  example: { reference: 'INV-2026-17' },
  description: 'A payment with this reference was already counted in this order.',
  remedy: 'Check that the payment is not confirmed twice. Use the reference of the other payment.',
});

/** Requests the given amount, or the total of the order. */
const openPayment: RunEffect = async (app, tx, { order, entry, input }) => {
  const amount = (input['amount'] as Money | undefined) ?? orderTotal(order);
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
  return { ...(ended.length > 0 ? await readPaymentColumns(tx, order) : {}), paymentDueAt: null };
};

/**
 * Receives the payment of the open request: the whole amount, in its currency, each reference once. Payments by the system
 * came through the provider; payments that people confirm were made outside.
 */
const settlePayment: RunEffect = async (app, tx, { order, entry, input }) => {
  const reference = String(input['reference']);
  const open = await findOpenRequest(tx, order, 'ORDER');
  if (!open) throw new Error('The order has no payment that is asked for');
  const requested = { minorUnits: open.amountMinorUnits, currency: open.currency };
  const amount = (input['amount'] as Money | undefined) ?? requested;
  requireOrderCurrency(order, amount);
  const isFromProvider = entry.role === 'system';
  if (!isFromProvider) requireRequestedAmount(requested, amount);
  const provider = isFromProvider ? providerOf(open.method) : 'OFFLINE';
  const incomingPayment = { provider, reference, amount, paymentId: open.id };
  if ((await isReferenceCounted(tx, order, reference)) || !(await recordReceived(tx, order, incomingPayment, entry.at)))
    throw new ReferenceAlreadyCounted({ reference });
  const ended = await endRequest(tx, order, 'ORDER', { status: 'RECEIVED', at: entry.at, reference });
  if (!isFromProvider) await closeCheckouts(app, tx, ended);
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
  ...{ closePayment, refundAll },
  openPayment: { run: openPayment, refusals: [AmountNotPayable] },
  refundPart: { run: refundPart, refusals: [AmountNotPayable] },
  settlePayment: { run: settlePayment, refusals: [ReferenceAlreadyCounted] },
} satisfies Partial<Effects>;

const orderTotal = ({ totalMinorUnits, currency }: Order): Money => ({ minorUnits: totalMinorUnits, currency });

/** True if the order has counted this reference, with any provider. */
export async function isReferenceCounted(tx: Tx, { id: orderId }: Order, reference: string): Promise<boolean> {
  return (await tx.paymentMovement.count({ where: { orderId, reference, isCounted: true } })) > 0;
}

function requireOrderCurrency(order: Order, amount: Money): void {
  if (amount.currency !== order.currency)
    throw new InputInvalid([{ field: 'amount', message: `must be in ${order.currency}, the currency of the order` }]);
}

function requireRequestedAmount(requested: Money, amount: Money): void {
  if (amount.minorUnits === requested.minorUnits) return;
  const message = `must be the requested amount, ${requested.minorUnits} minor units; if it has changed, withdraw the request and make another`;
  throw new InputInvalid([{ field: 'amount', message }]);
}

async function requireRefundsLeft(tx: Tx, { id: orderId }: Order): Promise<void> {
  if ((await tx.paymentMovement.count({ where: { orderId, kind: 'REFUNDED' } })) < limits.refundsPerOrder) return;
  const message = `must be the whole rest; an order can have at most ${limits.refundsPerOrder} refunds`;
  throw new InputInvalid([{ field: 'amount', message }]);
}
