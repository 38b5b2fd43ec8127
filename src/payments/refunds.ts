/** Refunds through providers: requested by a job, completed by reports of the provider in any order. */
import type { PaymentProviderName } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import { publishOrderChange } from '../orders/take-step.ts';
import type { Tx } from '../platform/db.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import { truncateReason } from '../platform/retries.ts';
import type { Money } from '../process/fields.ts';
import { issueCreditNote, voidCreditNote } from './credit-notes.ts';
import { isRefundable, type Movement, makeRefund } from './ledger.ts';
import { appendPaymentEntry, lockOrderForPayment } from './payment-entries.ts';
import type { RefundOutcome, Refused } from './provider.ts';
import { providerJob, resolveAnswer } from './provider-jobs.ts';
import type { PaymentServices } from './providers.ts';

/**
 * Requests a refund from the provider. An interrupted job is repeated: the provider refunds once per attempt, and its
 * answer is written together with its entry.
 */
export const makeRefundJob = (app: PaymentServices): JobDefinition<{ movementId: string; attempt: number }> =>
  providerJob(app, makeRefund, async ({ movementId, attempt }, isLastTry) => {
    const refund = await app.db.paymentMovement.findUnique({ where: { id: movementId }, include: { source: true } });
    if (!refund?.source?.reference || !isPending(refund) || refund.attempt !== attempt) return;
    const ask = app.providers[refund.provider as PaymentProviderName].refund;
    const { amountMinorUnits: minorUnits, currency } = refund;
    const params = { movementId, attempt, source: refund.source.reference, amount: { minorUnits, currency } };
    const answer: RefundOutcome | Refused = ask
      ? resolveAnswer(await ask(params), isLastTry)
      : { outcome: 'refused', reason: 'This payment method is no longer configured.' };
    const order = await app.db.$transaction((tx) => recordRefundAnswer(app, tx, { movementId, attempt, answer }));
    if (order) publishOrderChange(app, order);
  });

const isPending = ({ status }: Movement): boolean => status === 'PENDING';

interface RefundAnswer {
  readonly movementId: string;
  /** The attempt that the answer belongs to. */
  readonly attempt: number;
  readonly answer: RefundOutcome | Refused;
}

/**
 * Records the state of one of our refunds. A repeated report, or one of an earlier failed attempt, changes nothing. Returns
 * the order to publish after the commit, if it changed.
 */
export async function recordRefundAnswer(
  app: PaymentServices,
  tx: Tx,
  { movementId, attempt, answer }: RefundAnswer,
): Promise<Order | undefined> {
  const movement = await tx.paymentMovement.findUniqueOrThrow({ where: { id: movementId } });
  const order = movement.orderId ? await lockOrderForPayment(tx, movement.orderId) : undefined;
  await tx.$queryRaw`select 1 from money_movement where id = ${movementId}::uuid for update`;
  const refund = await tx.paymentMovement.findUniqueOrThrow({ where: { id: movementId }, include: { source: true } });
  const at = app.clock.now();
  if (answer.outcome === 'done' && answer.status === 'pending') {
    if (isPending(refund))
      await tx.paymentMovement.update({ where: { id: movementId }, data: { reference: answer.reference } });
    return undefined;
  }
  const isDone = answer.outcome === 'done' && answer.status === 'succeeded';
  if (isDone ? !mayComplete(refund, answer.reference) : !mayFail(refund, attempt)) return undefined;
  const recorded = await tx.paymentMovement.update({
    where: { id: movementId },
    data: isDone ? completedRefund({ refund, order, reference: answer.reference, at }) : failedRefund(answer, at),
  });
  if (order && isDone && recorded.isCounted) await issueCreditNote(tx, order, { refund: recorded, at });
  if (!isDone) await voidCreditNote(tx, recorded, at);
  const sum: Money = { minorUnits: refund.amountMinorUnits, currency: refund.currency };
  const failure = truncateReason(answer.reason ?? '');
  if (!isDone) app.log.warn({ movementId, failure }, 'refund failed');
  if (!order) return undefined;
  return isDone
    ? appendPaymentEntry(app, tx, order, { type: 'paymentRefunded', at, input: { sum, reference: answer.reference } })
    : appendPaymentEntry(app, tx, order, { type: 'refundFailed', at, input: { sum, failureMessage: failure } });
}

/** A refund that failed at the provider stays failed, in any order of reports; one without an answer may have been made. */
const mayComplete = ({ status, reference }: Movement, reportedReference: string): boolean =>
  status !== 'DONE' && !(status === 'FAILED' && reference === reportedReference);

const mayFail = ({ status, attempt }: Movement, reportedAttempt: number): boolean =>
  status !== 'FAILED' && attempt === reportedAttempt;

/** A refund that was given up may have been made after all, after another payment was refunded instead. */
function completedRefund({
  refund,
  order,
  reference,
  at,
}: {
  refund: Movement & { source: Movement | null };
  order: Order | undefined;
  reference: string;
  at: Date;
}) {
  const belongs = refund.source?.isCounted ?? false;
  const isWithinPaid =
    !belongs || refund.isCounted || (order !== undefined && isRefundable(order, refund.amountMinorUnits));
  return {
    status: 'DONE' as const,
    reference,
    settledAt: at,
    isCounted: belongs && isWithinPaid,
    needsOperator: !isWithinPaid,
    reason: isWithinPaid ? null : moreThanIsLeft,
  };
}

const failedRefund = (answer: RefundOutcome | Refused, at: Date) => ({
  status: 'FAILED' as const,
  ...(answer.outcome === 'done' ? { reference: answer.reference } : {}),
  settledAt: at,
  isCounted: false,
  needsOperator: true,
  reason: truncateReason(answer.reason ?? ''),
});

const moreThanIsLeft = 'MORE_THAN_IS_LEFT';

/** A refund that was made directly at the provider. */
export interface ExternalRefund {
  readonly provider: PaymentProviderName;
  readonly reference: string;
  /** Reference of the payment at the provider. */
  readonly source: string;
  readonly amount: Money;
}

/** The refunded payment is unknown, or not known yet, because its report may arrive later. */
export class SourceUnknown extends Error {}

/**
 * Records a refund that was made directly at the provider, once. A refund above the remaining amount is held for review.
 * @throws SourceUnknown, unless `isLastTry`: then it is held for review
 */
export async function applyExternalRefund(
  app: PaymentServices,
  tx: Tx,
  { provider, reference, source: sourceReference, amount }: ExternalRefund,
  isLastTry: boolean,
): Promise<Order | undefined> {
  const source = await tx.paymentMovement.findFirst({
    where: { provider, reference: sourceReference, kind: 'RECEIVED' },
  });
  if (!source && !isLastTry) throw new SourceUnknown(`No money is known as ${sourceReference}`);
  const order = source?.orderId ? await lockOrderForPayment(tx, source.orderId) : undefined;
  const at = app.clock.now();
  const isOfOrder = order !== undefined && source?.isCounted === true && amount.currency === source.currency;
  const isCounted = isOfOrder && isRefundable(order, amount.minorUnits);
  const reason = isCounted ? null : source ? moreThanIsLeft : 'UNKNOWN_ORDER';
  const row = {
    ...{
      kind: 'REFUNDED' as const,
      status: 'DONE' as const,
      provider,
      reference,
      isCounted,
      reason,
      needsOperator: !isCounted,
      createdAt: at,
      settledAt: at,
    },
    ...{ orderId: order?.id ?? null, sourceId: source?.id ?? null, paymentId: source?.paymentId ?? null },
    ...{ amountMinorUnits: amount.minorUnits, currency: amount.currency },
  };
  const [recorded] = await tx.paymentMovement.createManyAndReturn({ data: [row], skipDuplicates: true });
  if (!recorded) return undefined;
  if (order && isCounted) await issueCreditNote(tx, order, { refund: recorded, at });
  if (!isCounted) app.log.warn({ reference, reason }, 'refund without a matching payment');
  return (
    order && appendPaymentEntry(app, tx, order, { type: 'paymentRefunded', at, input: { sum: amount, reference } })
  );
}
