/** What a provider tells about a request: that its money is there, that it failed, that its page is over. */
import type { Payment, PaymentProviderName, PaymentRequestPurpose, Prisma } from '../generated/prisma/client.ts';
import { checkStep } from '../orders/actions.ts';
import type { Order } from '../orders/order.ts';
import { takeStepAsSystem } from '../orders/take-step.ts';
import type { Tx } from '../platform/db.ts';
import { truncateReason } from '../platform/retries.ts';
import type { Money } from '../process/fields.ts';
import { type OrderEffect, type OrderStep, orderSteps } from '../process/order.ts';
import type { OrderServices } from '../services/order-services.ts';
import { holdForReview, type IncomingPayment, recordReceived, refund } from './ledger.ts';
import { appendPaymentEntry, lockOrderForPayment } from './payment-entries.ts';
import { closePages, endRequest, openRequest, openRequestOf } from './requests.ts';

/** The work that takes money for a request, by what the request is for. */
const settling = { ORDER: 'settlePayment', RENEWAL: 'setUpSuccessor' } as const satisfies Record<
  PaymentRequestPurpose,
  OrderEffect
>;

/** The step that takes money for a request: the one whose work it is. */
const settlingStep = (purpose: PaymentRequestPurpose): OrderStep | undefined =>
  orderSteps.find(([, row]) => row.effects?.includes(settling[purpose]))?.[0];

/** The step that takes money which came for this request; if nobody can say for which, that of the order itself. */
export async function settlingStepFor(tx: Tx, paymentId: string | null): Promise<OrderStep | undefined> {
  const payment = paymentId ? await tx.payment.findUnique({ where: { id: paymentId } }) : null;
  return settlingStep(payment ? purposeOf(payment) : 'ORDER');
}

const purposeOf = ({ purpose }: Pick<Payment, 'purpose'>) => purpose;

/**
 * Takes money that has come through a provider, whenever it comes and however often that is told: it is counted once.
 * What is asked for moves the order on; what is no longer asked for is given back; what does not fit, or belongs to no
 * order, is kept aside for an operator. Gives back the order, to be announced after the commit, if anything happened.
 */
export async function applyIncomingPayment(
  app: OrderServices,
  tx: Tx,
  arrival: IncomingPayment,
): Promise<Order | undefined> {
  const at = app.clock.now();
  const request = arrival.paymentId && (await tx.payment.findUnique({ where: { id: arrival.paymentId } }));
  if (!request) {
    await keepAside(app, tx, { ...arrival, paymentId: undefined }, at);
    return undefined;
  }
  const order = await lockOrderForPayment(tx, request.orderId);
  if (await isKnown(tx, arrival)) return undefined;
  const mismatch = mismatchOf(arrival.amount, request);
  if (mismatch) return setAside(app, tx, order, { arrival, expected: request, mismatch, at });
  const purpose = purposeOf(request);
  const step = settlingStep(purpose);
  const open = await openRequestOf(tx, order, purpose);
  // The page of an earlier attempt may be the one that was paid: what counts is that this sum is asked for.
  const isAskedFor = open !== null && !mismatchOf(arrival.amount, open);
  if (!isAskedFor || !step || checkStep(app, order, step, 'system')) return returnLate(app, tx, order, arrival, at);
  // Whoever has paid on an earlier page must not pay on the newest too.
  if (arrival.page !== open.providerReference) await closePages(app, tx, [open]);
  const { amount, reference } = arrival;
  return takeStepAsSystem(app, tx, order, { step, input: { amount, reference } });
}

async function isKnown(tx: Tx, { provider, reference }: IncomingPayment): Promise<boolean> {
  return (await tx.paymentMovement.count({ where: { provider, reference } })) > 0;
}

async function keepAside(app: OrderServices, tx: Tx, arrival: IncomingPayment, at: Date): Promise<void> {
  const kept = await holdForReview(tx, arrival, { orderId: null, reason: 'UNKNOWN_ORDER', at });
  if (kept) app.log.warn({ movementId: kept.id, reference: arrival.reference }, 'money came for no order of ours');
}

const sumOf = ({ amountMinorUnits: minorUnits, currency }: Payment): Money => ({ minorUnits, currency });

function mismatchOf(amount: Money, expected: Payment): string | undefined {
  if (amount.currency !== expected.currency) return 'OTHER_CURRENCY';
  if (amount.minorUnits === expected.amountMinorUnits) return undefined;
  return amount.minorUnits < expected.amountMinorUnits ? 'TOO_LITTLE' : 'TOO_MUCH';
}

async function setAside(
  app: OrderServices,
  tx: Tx,
  order: Order,
  { arrival, expected, mismatch, at }: { arrival: IncomingPayment; expected: Payment; mismatch: string; at: Date },
): Promise<Order> {
  await holdForReview(tx, arrival, { orderId: order.id, reason: mismatch, at });
  const { amount, reference } = arrival;
  app.log.warn({ orderId: order.id, reference, mismatch }, 'money came that is not what was asked for');
  const input = { sum: amount, reference, expected: sumOf(expected), mismatch };
  return appendPaymentEntry(app, tx, order, { type: 'paymentMismatched', at, input });
}

async function returnLate(
  app: OrderServices,
  tx: Tx,
  order: Order,
  arrival: IncomingPayment,
  at: Date,
): Promise<Order> {
  const received = await recordReceived(tx, order, arrival, at);
  if (received) await refund(app, tx, received, { minorUnits: received.amountMinorUnits, at });
  const { amount, reference } = arrival;
  return appendPaymentEntry(app, tx, order, { type: 'paymentArrivedLate', at, input: { sum: amount, reference } });
}

/** What a provider calls a page, and whose it is. */
export interface Page {
  readonly provider: PaymentProviderName;
  readonly reference: string;
}

/** Notes that a payment has failed on its page: its request is over, and a new one for the same sum takes its place. */
export async function takeFailure(
  app: OrderServices,
  tx: Tx,
  page: Page,
  reason: string | undefined,
): Promise<Order | undefined> {
  const found = await lockOpen(tx, onPage(page));
  return found && noteFailure(app, tx, found, reason);
}

/**
 * The same for a request, whatever its page; nothing if it is not open. `isOverdue`: the payment was due already, so a
 * renewal that waits for it is overdue as well.
 */
export async function takeFailureOf(
  app: OrderServices,
  tx: Tx,
  { paymentId, reason, isOverdue }: { paymentId: string | undefined; reason: string | undefined; isOverdue: boolean },
): Promise<Order | undefined> {
  const found = paymentId ? await lockOpen(tx, { id: paymentId }) : undefined;
  if (!found) return undefined;
  const order = await noteFailure(app, tx, found, reason);
  const step = isOverdue && purposeOf(found.request) === 'RENEWAL' ? overdueStep : undefined;
  return step && !checkStep(app, order, step, 'system') ? takeStepAsSystem(app, tx, order, { step }) : order;
}

const overdue: OrderEffect = 'noteRenewalOverdue';
const overdueStep = orderSteps.find(([, row]) => row.effects?.includes(overdue))?.[0];

async function noteFailure(
  app: OrderServices,
  tx: Tx,
  { order, request }: Found,
  reason: string | undefined,
): Promise<Order> {
  const at = app.clock.now();
  const failure = truncateReason(reason ?? '');
  const purpose = purposeOf(request);
  await closePages(app, tx, await endRequest(tx, order, purpose, { status: 'FAILED', at, failure }));
  await openRequest(app, tx, order, { purpose, amount: sumOf(request), dueAt: request.dueAt, at });
  const input = { sum: sumOf(request), failure };
  return appendPaymentEntry(app, tx, order, { type: 'paymentFailed', at, input });
}

/** Notes that a page is over and nobody has paid there; the request stays, and gets a new link when somebody asks. */
export async function takeExpiry(app: OrderServices, tx: Tx, page: Page): Promise<Order | undefined> {
  const found = await lockOpen(tx, onPage(page));
  if (!found?.request.checkoutUrl) return undefined;
  await tx.payment.update({ where: { id: found.request.id }, data: { checkoutUrl: null, checkoutExpiresAt: null } });
  return appendPaymentEntry(app, tx, found.order, { type: 'checkoutExpired', at: app.clock.now(), input: {} });
}

const onPage = ({ provider, reference: providerReference }: Page) => ({ provider, providerReference });

interface Found {
  readonly order: Order;
  readonly request: Payment;
}

/** The request that this says, if it is open, with its order locked. Undefined for pages of the past. */
async function lockOpen(tx: Tx, wanted: Prisma.PaymentWhereInput): Promise<Found | undefined> {
  const where = { ...wanted, status: 'OPEN' } as const;
  const found = await tx.payment.findFirst({ where });
  if (!found) return undefined;
  const order = await lockOrderForPayment(tx, found.orderId);
  const request = await tx.payment.findFirst({ where });
  return request ? { order, request } : undefined;
}
