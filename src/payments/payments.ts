/** What steps do with money. Providers are never asked here, in a transaction: jobs do that. */
import type { PaymentMovementKind } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
import type { Money } from '../process/fields.ts';
import { providerOf } from '../process/payment-methods.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';
import { moneyOf, recordReceived, recordRefunds } from './ledger.ts';
import { netPaid } from './payment-conditions.ts';
import { closePages, endRequest, openRequest, openRequestOf } from './requests.ts';

export const ReferenceAlreadyCounted = defineRefusal('ReferenceAlreadyCounted', {
  code: 'REFERENCE_ALREADY_COUNTED',
  recovery: 'CORRECTABLE',
  message: ({ reference }: { readonly reference: string }) =>
    `A payment with the reference "${reference}" was already counted in this order.`,
  example: { reference: 'INV-2026-17' },
  description: 'A payment with this reference was already counted in this order.',
  remedy: 'Check that the payment is not confirmed twice. Use the reference of the other payment.',
});

/** Asks for the sum given, or for the order's value. */
const openPayment: RunEffect = async (app, tx, { order, entry, input }) => {
  const amount = (input['amount'] as Money | undefined) ?? wholeValueOf(order);
  refuseOtherCurrency(order, amount);
  if (amount.minorUnits <= 0n) throw new InputInvalid([{ field: 'amount', message: 'must be greater than 0' }]);
  const dueAt = (input['dueAt'] as Date | undefined) ?? null;
  if (dueAt && dueAt <= entry.at) throw new InputInvalid([{ field: 'dueAt', message: 'must be in the future' }]);
  await openRequest(app, tx, order, { purpose: 'ORDER', amount, dueAt, at: entry.at });
  return moneyOf(tx, order);
};

/** Closes the payment that is asked for, if one still is. */
const closePayment: RunEffect = async (app, tx, { order, entry }) => {
  const ended = await endRequest(tx, order, 'ORDER', { status: 'CLOSED', at: entry.at });
  await closePages(app, tx, ended);
  return ended.length > 0 ? moneyOf(tx, order) : undefined;
};

/**
 * Takes the money that arrived for the payment that is asked for: the whole sum, in its currency, each reference
 * once. What the system takes came through the provider of the payment; what people confirm has moved outside.
 */
const settlePayment: RunEffect = async (app, tx, { order, entry, input }) => {
  const reference = String(input['reference']);
  const open = await openRequestOf(tx, order, 'ORDER');
  if (!open) throw new Error('The order has no payment that is asked for');
  const asked = { minorUnits: open.amountMinorUnits, currency: open.currency };
  const amount = (input['amount'] as Money | undefined) ?? asked;
  refuseOtherCurrency(order, amount);
  const isFromProvider = entry.role === 'system';
  if (!isFromProvider) refuseOtherAmount(asked, amount);
  const provider = isFromProvider ? providerOf(open.method) : 'OFFLINE';
  const arrival = { provider, reference, amount, paymentId: open.id };
  if ((await isCounted(tx, order, reference)) || !(await recordReceived(tx, order, arrival, entry.at)))
    throw new ReferenceAlreadyCounted({ reference });
  const ended = await endRequest(tx, order, 'ORDER', { status: 'RECEIVED', at: entry.at, reference });
  if (!isFromProvider) await closePages(app, tx, ended);
  return moneyOf(tx, order);
};

/** Gives back everything that was paid and is not given back yet. */
const refundAll: RunEffect = async (app, tx, { order, entry }) => {
  const minorUnits = netPaid(order);
  if (minorUnits > 0n) await recordRefunds(app, tx, order, { minorUnits, at: entry.at });
  return moneyOf(tx, order);
};

/** Gives back the sum given, or whatever is left of what was paid. */
const refundPart: RunEffect = async (app, tx, { order, entry, input }) => {
  const left = netPaid(order);
  const amount = (input['amount'] as Money | undefined) ?? { minorUnits: left, currency: order.currency };
  refuseOtherCurrency(order, amount);
  if (amount.minorUnits > left)
    throw new InputInvalid([
      { field: 'amount', message: `must be at most ${left} minor units, the rest of the amount paid` },
    ]);
  if (amount.minorUnits < left) await refuseTooManyParts(tx, order);
  await recordRefunds(app, tx, order, { minorUnits: amount.minorUnits, at: entry.at });
  return moneyOf(tx, order);
};

export const paymentEffects = {
  ...{ openPayment, closePayment, refundAll, refundPart },
  settlePayment: { run: settlePayment, refusals: [ReferenceAlreadyCounted] },
} satisfies Partial<Effects>;

const wholeValueOf = ({ totalMinorUnits, currency }: Order): Money => ({ minorUnits: totalMinorUnits, currency });

/** Whether the order has counted this reference, whoever carried the money. */
export async function isCounted(tx: Tx, { id: orderId }: Order, reference: string): Promise<boolean> {
  return (await tx.paymentMovement.count({ where: { orderId, reference, isCounted: true } })) > 0;
}

function refuseOtherCurrency(order: Order, amount: Money): void {
  if (amount.currency !== order.currency)
    throw new InputInvalid([{ field: 'amount', message: `must be in ${order.currency}, the currency of the order` }]);
}

function refuseOtherAmount(asked: Money, amount: Money): void {
  if (amount.minorUnits === asked.minorUnits) return;
  const message = `must be the requested amount, ${asked.minorUnits} minor units; if it has changed, withdraw the request and make another`;
  throw new InputInvalid([{ field: 'amount', message }]);
}

async function refuseTooManyParts(tx: Tx, { id: orderId }: Order): Promise<void> {
  if ((await tx.paymentMovement.count({ where: { orderId, kind: 'REFUNDED' } })) < limits.refundsPerOrder) return;
  const message = `must be the whole rest; an order can have at most ${limits.refundsPerOrder} refunds`;
  throw new InputInvalid([{ field: 'amount', message }]);
}
