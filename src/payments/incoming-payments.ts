/** Applies what a provider reports about a payment request: a payment, a failure, or an expired page. */
import type { Payment, PaymentRequestPurpose, Prisma } from '../generated/prisma/client.ts';
import { checkStep } from '../orders/actions.ts';
import type { Order } from '../orders/order.ts';
import { takeStepAsSystem } from '../orders/take-step.ts';
import type { Tx } from '../platform/db.ts';
import { truncateReason } from '../platform/retries.ts';
import type { Money } from '../process/fields.ts';
import { type OrderEffect, type OrderStep, orderSteps } from '../process/order.ts';
import type { OrderServices } from '../services/order-services.ts';
import { amountOf, dueOf } from './due-amounts.ts';
import { holdForReview, type IncomingPayment, recordReceived, refund } from './ledger.ts';
import { appendPaymentEntry, lockOrderForPayment } from './payment-entries.ts';
import { endPaymentInProgress } from './payments-in-progress.ts';
import type { CheckoutPage } from './provider.ts';
import { closeCheckouts, endRequest, findOpenRequest, openRequest } from './requests.ts';

/** The effect that receives the payment of a request, by its purpose. */
const effectByPurpose = { ORDER: 'settlePayment', RENEWAL: 'setUpSuccessor' } as const satisfies Record<
  PaymentRequestPurpose,
  OrderEffect
>;

/** The step with the effect that receives the payment of a request. */
const paymentStepFor = (purpose: PaymentRequestPurpose): OrderStep | undefined =>
  orderSteps.find(([, row]) => row.effects?.includes(effectByPurpose[purpose]))?.[0];

/** The step that receives the payment of this request; of the order itself if the request is unknown. */
export async function findPaymentStep(tx: Tx, paymentId: string | null): Promise<OrderStep | undefined> {
  const payment = paymentId ? await tx.payment.findUnique({ where: { id: paymentId } }) : null;
  return paymentStepFor(payment ? purposeOf(payment) : 'ORDER');
}

const purposeOf = ({ purpose }: Pick<Payment, 'purpose'>) => purpose;

/**
 * Applies a payment that a provider reports, once, regardless of when and how often it is reported. A requested payment
 * takes the step that waits for it, a late payment is refunded, and a payment that does not match, or belongs to no order,
 * is held for review. Returns the order to publish after the commit, if it changed.
 */
export async function applyIncomingPayment(
  app: OrderServices,
  tx: Tx,
  incomingPayment: IncomingPayment,
): Promise<Order | undefined> {
  const at = app.clock.now();
  const request =
    incomingPayment.paymentId && (await tx.payment.findUnique({ where: { id: incomingPayment.paymentId } }));
  if (!request) {
    await holdUnknownPayment(app, tx, { ...incomingPayment, paymentId: undefined }, at);
    return undefined;
  }
  const order = await lockOrderForPayment(tx, request.orderId);
  if (await isRecorded(tx, incomingPayment)) return undefined;
  const { amount, reference } = incomingPayment;
  // The page was made for the whole amount, or for the rest after a part was received.
  const expected = dueOf(order, request);
  const mismatch = findMismatch(amount, amountOf(request)) && findMismatch(amount, expected);
  if (mismatch) return holdMismatch(app, tx, order, { incomingPayment, expected, mismatch, at });
  const purpose = purposeOf(request);
  const step = paymentStepFor(purpose);
  const open = await findOpenRequest(tx, order, purpose);
  // The page of an earlier attempt may have been paid: it counts if this amount is requested.
  const isAskedFor = open !== null && !findMismatch(amount, dueOf(order, open));
  if (!isAskedFor || !step || checkStep(app, order, step, 'system'))
    return refundLatePayment(app, tx, order, incomingPayment, at);
  // An advertiser who paid on an earlier page must not pay on the newest too.
  if (incomingPayment.page !== open.providerReference) await closeCheckouts(app, tx, [open]);
  return takeStepAsSystem(app, tx, order, { step, input: { amount, reference } });
}

async function isRecorded(tx: Tx, { provider, reference }: IncomingPayment): Promise<boolean> {
  return (await tx.paymentMovement.count({ where: { provider, reference } })) > 0;
}

async function holdUnknownPayment(
  app: OrderServices,
  tx: Tx,
  incomingPayment: IncomingPayment,
  at: Date,
): Promise<void> {
  const movement = await holdForReview(tx, incomingPayment, { orderId: null, reason: 'UNKNOWN_ORDER', at });
  if (movement)
    app.log.warn({ movementId: movement.id, reference: incomingPayment.reference }, 'payment without a matching order');
}

function findMismatch(amount: Money, expected: Money): string | undefined {
  if (amount.currency !== expected.currency) return 'OTHER_CURRENCY';
  if (amount.minorUnits === expected.minorUnits) return undefined;
  return amount.minorUnits < expected.minorUnits ? 'TOO_LITTLE' : 'TOO_MUCH';
}

async function holdMismatch(
  app: OrderServices,
  tx: Tx,
  order: Order,
  {
    incomingPayment,
    expected,
    mismatch,
    at,
  }: { incomingPayment: IncomingPayment; expected: Money; mismatch: string; at: Date },
): Promise<Order> {
  await holdForReview(tx, incomingPayment, { orderId: order.id, reason: mismatch, at });
  const { amount, reference } = incomingPayment;
  app.log.warn({ orderId: order.id, reference, mismatch }, 'payment does not match its request');
  const input = { sum: amount, reference, expected, mismatch };
  return appendPaymentEntry(app, tx, order, { type: 'paymentMismatched', at, input });
}

async function refundLatePayment(
  app: OrderServices,
  tx: Tx,
  order: Order,
  incomingPayment: IncomingPayment,
  at: Date,
): Promise<Order> {
  const received = await recordReceived(tx, order, incomingPayment, at);
  if (received) await refund(app, tx, received, { order, minorUnits: received.amountMinorUnits, at });
  const { amount, reference } = incomingPayment;
  return appendPaymentEntry(app, tx, order, { type: 'paymentArrivedLate', at, input: { sum: amount, reference } });
}

/** Records a failed payment: its request ends, and a new request for the same amount replaces it. */
export async function applyCheckoutFailure(
  app: OrderServices,
  tx: Tx,
  page: CheckoutPage,
  reason: string | undefined,
): Promise<Order | undefined> {
  const locked = await lockOpenRequest(tx, onPage(page));
  return locked && recordFailure(app, tx, locked, reason);
}

/**
 * Records the failure of a request, regardless of its page; undefined if it is not open. `isOverdue`: the payment was
 * already due, so a renewal that waits for it is overdue as well.
 */
export async function applyRequestFailure(
  app: OrderServices,
  tx: Tx,
  { paymentId, reason, isOverdue }: { paymentId: string | undefined; reason: string | undefined; isOverdue: boolean },
): Promise<Order | undefined> {
  const locked = paymentId ? await lockOpenRequest(tx, { id: paymentId }) : undefined;
  if (!locked) return undefined;
  const order = await recordFailure(app, tx, locked, reason);
  const step = isOverdue && purposeOf(locked.request) === 'RENEWAL' ? overdueStep : undefined;
  return step && !checkStep(app, order, step, 'system') ? takeStepAsSystem(app, tx, order, { step }) : order;
}

const overdue: OrderEffect = 'noteRenewalOverdue';
const overdueStep = orderSteps.find(([, row]) => row.effects?.includes(overdue))?.[0];

async function recordFailure(
  app: OrderServices,
  tx: Tx,
  { order, request }: OpenRequest,
  reason: string | undefined,
): Promise<Order> {
  const at = app.clock.now();
  const failure = truncateReason(reason ?? '');
  const purpose = purposeOf(request);
  await closeCheckouts(app, tx, await endRequest(tx, order, purpose, { status: 'FAILED', at, failure }));
  const sum = dueOf(order, request);
  await openRequest(app, tx, order, { purpose, amount: sum, dueAt: request.dueAt, at });
  const input = { sum, failureMessage: failure };
  const patch = purpose === 'ORDER' ? await endPaymentInProgress(app, tx, order, at) : {};
  return appendPaymentEntry(app, tx, order, { type: 'paymentFailed', at, input, patch });
}

/** Records that a page expired without a payment. The request stays open and gets a new link on request. */
export async function applyCheckoutExpiry(app: OrderServices, tx: Tx, page: CheckoutPage): Promise<Order | undefined> {
  const locked = await lockOpenRequest(tx, onPage(page));
  if (!locked?.request.checkoutUrl) return undefined;
  await tx.payment.update({ where: { id: locked.request.id }, data: { checkoutUrl: null, checkoutExpiresAt: null } });
  return appendPaymentEntry(app, tx, locked.order, { type: 'checkoutExpired', at: app.clock.now(), input: {} });
}

const onPage = ({ provider, reference: providerReference }: CheckoutPage) => ({ provider, providerReference });

interface OpenRequest {
  readonly order: Order;
  readonly request: Payment;
}

/** The request of a page with its order locked; undefined if it is not open or the page is not current. */
async function lockOpenRequest(tx: Tx, condition: Prisma.PaymentWhereInput): Promise<OpenRequest | undefined> {
  const where = { ...condition, status: 'OPEN' } as const;
  const unlocked = await tx.payment.findFirst({ where });
  if (!unlocked) return undefined;
  const order = await lockOrderForPayment(tx, unlocked.orderId);
  const request = await tx.payment.findFirst({ where });
  return request ? { order, request } : undefined;
}
