/** Creates the order of the next month when that month is paid. */
import { renewAds } from '../ads/renew-ads.ts';
import { nextMonthOf } from '../orders/item-days.ts';
import { createOrder, purchaseOf } from '../orders/place-order.ts';
import { takeStepUnchecked } from '../orders/take-step.ts';
import { readPaymentColumns } from '../payments/ledger.ts';
import { ReferenceAlreadyCounted } from '../payments/payments.ts';
import { transferPayment } from '../payments/renewal-payments.ts';
import type { Tx } from '../platform/db.ts';
import { type Money, toJson } from '../process/fields.ts';
import { orderSteps } from '../process/order.ts';
import type { Effects, OrderServices, RunEffect, StepContext } from '../services/order-services.ts';
import { monthlyItemsOf } from './monthly-items.ts';
import { renewalOver } from './renewal-effects.ts';

/**
 * Creates an order with the same details, pays it with the received payment, and gives it the ads of the old one. The
 * system places it on behalf of the advertiser; the actor who confirmed the payment pays it. The old order stays as it
 * is, and its renewal continues in the new one.
 */
const setUpSuccessor: RunEffect = async (app, tx, context) => {
  const { order, entry, input } = context;
  const successor = await placeSuccessor(app, tx, context);
  const reference = String(input['reference']);
  // What a provider reports is compared with the request before.
  const amount = entry.role === 'system' ? undefined : (input['amount'] as Money | undefined);
  const due = await transferPayment(tx, { from: order, to: successor, reference, amount });
  const paid = await takeStepUnchecked(app, tx, due, { step: paymentStep, input, by: entry });
  const from = { ...order, logNumber: entry.number };
  const renewed = await renewAds(app, tx, { from, to: paid, at: entry.at });
  return { ...(await readPaymentColumns(tx, order)), ...renewalOver, ...renewed };
};

export const successorEffects = {
  setUpSuccessor: { run: setUpSuccessor, refusals: [ReferenceAlreadyCounted] },
} satisfies Partial<Effects>;

async function placeSuccessor(app: OrderServices, tx: Tx, { order, entry }: StepContext) {
  const { advertiserId, sellerId, brief, paymentMethod, id: predecessorId } = order;
  const items = (await monthlyItemsOf(tx, order.id)).map((item) => ({ ...purchaseOf(item), ...nextMonthOf(item) }));
  const details = { brief, paymentMethod };
  const priceOptionIds = items.map(({ priceOptionId }) => priceOptionId);
  return createOrder(app, tx, {
    // Generated for the step and logged with it.
    id: String((entry.input as Record<string, unknown>)['successorId']),
    ...{ advertiserId, sellerId, predecessorId, items, ...details },
    entry: {
      ...{ role: 'system', actorId: null, applicationId: null, idempotencyKey: null },
      input: toJson({ ...details, priceOptionIds, predecessorId }),
    },
  });
}

/** The step that receives the payment of an order. */
const paymentStep = stepWithEffect('settlePayment');

function stepWithEffect(effect: 'settlePayment') {
  const step = orderSteps.find(([, row]) => row.effects?.includes(effect))?.[0];
  if (!step) throw new Error(`No step of the table does ${effect}`);
  return step;
}
