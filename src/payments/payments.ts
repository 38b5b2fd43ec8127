/** What steps do with money. Until card payments come, money moves outside and people confirm it. */

import type { Order } from '../orders/order.ts';
import { ReferenceAlreadyCounted } from '../orders/refusals.ts';
import type { Deed, Effect, Effects } from '../orders/world.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { Money } from '../process/fields.ts';
import type { OrderStatus } from '../process/order.ts';

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
  return { paymentStatus: 'PAID' };
};

/** After an override: a payment is open in PAYMENT_REQUIRED, and nowhere else. */
const alignPayment: Effect = async (tx: Tx, deed: Deed) => {
  await closePayment(tx, deed);
  const required: OrderStatus = 'PAYMENT_REQUIRED';
  return deed.input['status'] === required ? openPayment(tx, { ...deed, input: {} }) : undefined;
};

async function openPaymentOf(tx: Tx, order: Order) {
  return tx.payment.findFirstOrThrow({ where: { orderId: order.id, status: 'OPEN' } });
}

function refuseOtherCurrency(order: Order, amount: Money): void {
  if (amount.currency !== order.currency)
    throw new InputInvalid([{ field: 'amount', message: `must be in ${order.currency}, the order's currency` }]);
}

/** The work of payments in the steps of an order. */
export const paymentEffects = { openPayment, closePayment, settlePayment, alignPayment } satisfies Partial<Effects>;
