/** Resolution of payment exceptions by an operator. */

import { actorIn, entryActor, requireOperatorRole, requirePersonEditor } from '../access/actor.ts';
import { ordersWithPaymentException } from '../access/payment-access.ts';
import type { Person, Viewer } from '../access/viewer.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { checkStep } from '../orders/actions.ts';
import type { Order } from '../orders/order.ts';
import { publishOrderChange, takeStepAsSystem } from '../orders/take-step.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, notFound } from '../platform/errors.ts';
import type { PaymentExceptionOutcome } from '../process/entries.ts';
import { textProblem } from '../process/fields.ts';
import type { OrderStep } from '../process/order.ts';
import type { OrderServices } from '../services/order-services.ts';
import { issueCreditNote } from './credit-notes.ts';
import { findPaymentStep } from './incoming-payments.ts';
import { isRefundable, type Movement, makeRefund, refund } from './ledger.ts';
import { appendPaymentEntry, lockOrderForPayment } from './payment-entries.ts';

export const PaymentExceptionNotFound = notFound('PaymentException', { remedy: 'It may have been resolved already.' });

export interface ExceptionResolution {
  readonly movementId: string;
  readonly outcome: PaymentExceptionOutcome;
  /** Note for both parties. */
  readonly note: string;
}

const maxNoteCharacters = 1_000;

/**
 * Resolves a payment exception as an operator decided, with an entry on the timeline of its order, if there is one.
 * @throws NotSignedIn, ScopeMissing, PaymentExceptionNotFound, InputInvalid
 */
export async function resolvePaymentException(
  app: OrderServices,
  viewer: Viewer,
  decision: ExceptionResolution,
): Promise<void> {
  const operator = requirePersonEditor(viewer);
  requireOperatorRole(operator);
  const problem = textProblem(decision.note, maxNoteCharacters);
  if (problem) throw new InputInvalid([{ field: 'note', message: problem }]);
  const order = await app.db.$transaction(async (tx) => {
    const { exception, order: before } = await lockException(tx, operator, decision.movementId);
    const step = await findPaymentStep(tx, exception.paymentId);
    const exceptionContext = { exception, order: before, decision, step };
    if (exception.kind === 'RECEIVED') await resolveReceived(app, tx, exceptionContext);
    else await resolveRefund(app, tx, exceptionContext);
    await appendAuditEntry(app, tx, {
      personId: operator.personId,
      action: 'PAYMENT_EXCEPTION_RESOLVED',
      subject: { type: 'PaymentException', id: exception.id },
      reason: decision.note,
      details: { outcome: decision.outcome, orderNumber: before?.number ?? null },
    });
    const recorded = before && (await recordDecision(app, tx, exceptionContext, { before, operator }));
    return recorded && decision.outcome === 'ACCEPT' ? acceptPayment(app, tx, recorded, exceptionContext) : recorded;
  });
  if (order) publishOrderChange(app, order);
}

interface ExceptionContext {
  readonly exception: Movement;
  readonly order: Order | undefined;
  readonly decision: ExceptionResolution;
  /** The step that receives the payment, if it is accepted. */
  readonly step: OrderStep | undefined;
}

/** The payment exception, locked with its order. @throws PaymentExceptionNotFound */
async function lockException(
  tx: Tx,
  operator: Person,
  id: string,
): Promise<Pick<ExceptionContext, 'exception' | 'order'>> {
  const where = { AND: [{ id }, ordersWithPaymentException(operator)] };
  const unlocked = await tx.paymentMovement.findFirst({ where });
  if (!unlocked) throw new PaymentExceptionNotFound();
  const order = unlocked.orderId ? await lockOrderForPayment(tx, unlocked.orderId) : undefined;
  await tx.$queryRaw`select 1 from money_movement where id = ${id}::uuid for update`;
  const exception = await tx.paymentMovement.findFirst({ where });
  if (!exception) throw new PaymentExceptionNotFound();
  return { exception, order };
}

function refuse(message: string): never {
  throw new InputInvalid([{ field: 'outcome', message }]);
}

async function resolveReceived(
  app: OrderServices,
  tx: Tx,
  { exception, order, decision, step }: ExceptionContext,
): Promise<void> {
  const { outcome, note } = decision;
  if (exception.isCounted && outcome !== 'MANUAL')
    refuse('must be MANUAL for money that was counted; to return it, refund or cancel the order');
  if (outcome === 'ACCEPT') {
    if (!order || exception.currency !== order.currency || !step || checkStep(app, order, step, 'system'))
      refuse('must not be ACCEPT unless the money has the currency of an order that awaits its payment');
    // The step that receives the payment applies it.
    await tx.paymentMovement.update({ where: { id: exception.id }, data: { note } });
    return;
  }
  await tx.paymentMovement.update({ where: { id: exception.id }, data: { note, needsOperator: false } });
  if (outcome === 'REFUND')
    await refund(app, tx, exception, { order, minorUnits: exception.amountMinorUnits, at: app.clock.now() });
}

async function resolveRefund(
  app: OrderServices,
  tx: Tx,
  { exception, order, decision }: ExceptionContext,
): Promise<void> {
  const { outcome, note } = decision;
  const hasFailed = exception.status === 'FAILED';
  if (outcome === 'ACCEPT') refuse('must not be ACCEPT for a refund');
  if (outcome === 'REFUND' && !hasFailed) refuse('must not be REFUND unless a refund has failed');
  const source = exception.sourceId ? await tx.paymentMovement.findUnique({ where: { id: exception.sourceId } }) : null;
  // An unmatched refund was made but is not counted; a failed refund is counted again.
  const isCounted = hasFailed && source?.isCounted === true;
  if (isCounted && order && !isRefundable(order, exception.amountMinorUnits))
    refuse('cannot be applied: other money of the order was refunded instead');
  const isAgain = outcome === 'REFUND';
  const resolved = await tx.paymentMovement.update({
    where: { id: exception.id },
    data: {
      ...{ note, isCounted, needsOperator: false },
      status: isAgain ? 'PENDING' : 'DONE',
      ...(isAgain ? { attempt: { increment: 1 }, reference: null, reason: null, settledAt: null } : {}),
    },
  });
  if (isAgain) await app.jobs.enqueue(tx, makeRefund, [{ movementId: exception.id, attempt: resolved.attempt }]);
  else if (order && isCounted) await issueCreditNote(tx, order, { refund: resolved, at: app.clock.now() });
}

function recordDecision(
  app: OrderServices,
  tx: Tx,
  { exception, decision: { outcome, note } }: ExceptionContext,
  { before, operator }: { before: Order; operator: Person },
): Promise<Order> {
  const sum = { minorUnits: exception.amountMinorUnits, currency: exception.currency };
  return appendPaymentEntry(app, tx, before, {
    type: 'paymentExceptionResolved',
    at: app.clock.now(),
    input: { sum, decision: outcome, decisionNote: note },
    by: { ...entryActor(actorIn(before, operator)), role: 'operator' },
  });
}

function acceptPayment(
  app: OrderServices,
  tx: Tx,
  order: Order,
  { exception: { amountMinorUnits, currency, reference }, step }: ExceptionContext,
): Promise<Order> {
  if (!step) throw new Error('A step was exception that settles the payment');
  const input = { amount: { minorUnits: amountMinorUnits, currency }, reference: reference ?? '' };
  return takeStepAsSystem(app, tx, order, { step, input });
}
