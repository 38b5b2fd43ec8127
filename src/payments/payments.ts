/** What steps do with money. Until card payments come, money moves outside and people confirm it. */

import { paidAndKept } from '../orders/conditions.ts';
import type { Order, OrderPatch } from '../orders/order.ts';
import { ReferenceAlreadyCounted } from '../orders/refusals.ts';
import type { Effect, Effects } from '../orders/world.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { Money } from '../process/fields.ts';

/** Asks for the sum given, or for the order's value. */
const openPayment: Effect = async (tx, { order, entry, input }) => {
  const amount = (input['amount'] as Money | undefined) ?? {
    minorUnits: order.valueMinorUnits,
    currency: order.currency,
  };
  refuseOtherCurrency(order, amount);
  const dueAt = (input['dueAt'] as Date | undefined) ?? null;
  if (dueAt && dueAt <= entry.at) throw new InputInvalid([{ field: 'dueAt', message: 'must lie in the future' }]);
  await tx.payment.create({
    data: {
      orderId: order.id,
      amountMinorUnits: amount.minorUnits,
      currency: amount.currency,
      status: 'OPEN',
      dueAt,
      createdAt: entry.at,
    },
  });
  return undefined;
};

/** Closes the payment that is asked for, if one is. */
const closePayment: Effect = async (tx, { order, entry }) => {
  await tx.payment.updateMany({
    where: { orderId: order.id, status: 'OPEN' },
    data: { status: 'CLOSED', settledAt: entry.at },
  });
  return undefined;
};

/** Takes the money that arrived for the payment that is asked for: the whole sum, in its currency, each reference once. */
const settlePayment: Effect = async (tx, { order, entry, input }) => {
  const reference = String(input['reference']);
  const open = await openPaymentOf(tx, order);
  const amount = (input['amount'] as Money | undefined) ?? {
    minorUnits: open.amountMinorUnits,
    currency: open.currency,
  };
  refuseOtherCurrency(order, amount);
  if (amount.minorUnits !== open.amountMinorUnits) {
    throw new InputInvalid([
      {
        field: 'amount',
        message: `must be the sum that was asked for, ${open.amountMinorUnits} minor units; withdraw the request and ask for another sum if it has changed`,
      },
    ]);
  }
  if (await tx.payment.findFirst({ where: { orderId: order.id, reference }, select: { id: true } }))
    throw new ReferenceAlreadyCounted(reference);
  await tx.payment.update({ where: { id: open.id }, data: { status: 'RECEIVED', reference, settledAt: entry.at } });
  return { paymentStatus: 'PAID', paidMinorUnits: order.paidMinorUnits + amount.minorUnits };
};

/** Gives back a part of what was paid, or all that is left of it. Money moves outside: the entry says that it was done. */
const refundPart: Effect = async (_tx, { order, input }) => {
  const left = paidAndKept(order);
  const amount = (input['amount'] as Money | undefined) ?? { minorUnits: left, currency: order.currency };
  refuseOtherCurrency(order, amount);
  if (amount.minorUnits > left)
    throw new InputInvalid([
      { field: 'amount', message: `must be at most ${left} minor units: that is left of what was paid` },
    ]);
  return refunded(order, amount.minorUnits);
};

/** Gives back whatever is left of what was paid. */
const refundAll: Effect = async (_tx, { order }) =>
  paidAndKept(order) > 0n ? refunded(order, paidAndKept(order)) : undefined;

const refunded = (order: Order, minorUnits: bigint): OrderPatch => ({
  refundedMinorUnits: order.refundedMinorUnits + minorUnits,
  paymentStatus: minorUnits === paidAndKept(order) ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
});

async function openPaymentOf(tx: Tx, order: Order) {
  return tx.payment.findFirstOrThrow({ where: { orderId: order.id, status: 'OPEN' } });
}

function refuseOtherCurrency(order: Order, amount: Money): void {
  if (amount.currency !== order.currency)
    throw new InputInvalid([{ field: 'amount', message: `must be in ${order.currency}, the order's currency` }]);
}

/** The work of payments in the steps of an order. */
export const paymentEffects = {
  openPayment,
  closePayment,
  settlePayment,
  refundPart,
  refundAll,
} satisfies Partial<Effects>;
