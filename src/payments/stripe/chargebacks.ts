/** Chargebacks: the payer's bank disputes a payment, and an operator has to respond. */
import type { PaymentProviderName } from '../../generated/prisma/client.ts';
import type { Order } from '../../orders/order.ts';
import type { Tx } from '../../platform/db.ts';
import { truncateReason } from '../../platform/retries.ts';
import type { Money } from '../../process/fields.ts';
import { appendPaymentEntry, lockOrderForPayment } from '../payment-entries.ts';
import type { PaymentServices } from '../providers.ts';
import { SourceUnknown } from '../refunds.ts';

export interface Chargeback {
  readonly provider: PaymentProviderName;
  /** Reference of the payment at the provider. */
  readonly source: string;
  readonly amount: Money;
  /** Reason given by the bank. */
  readonly reason: string;
}

/**
 * Records a chargeback for an operator, with an entry on the timeline. The amounts of the order do not change, because the
 * provider decides about the money.
 * @throws SourceUnknown, unless `isLastTry`: then it is only logged
 */
export async function applyChargeback(
  app: PaymentServices,
  tx: Tx,
  { provider, source, amount, reason }: Chargeback,
  isLastTry: boolean,
): Promise<Order | undefined> {
  const movement = await tx.paymentMovement.findFirst({ where: { provider, reference: source, kind: 'RECEIVED' } });
  if (!movement && !isLastTry) throw new SourceUnknown(`No money is known as ${source}`);
  app.log.error({ provider, reference: source, reason }, 'payment disputed at its provider');
  if (!movement) return undefined;
  const order = movement.orderId ? await lockOrderForPayment(tx, movement.orderId) : undefined;
  const failure = truncateReason(reason);
  await tx.paymentMovement.update({ where: { id: movement.id }, data: { needsOperator: true, reason: failure } });
  const input = { sum: amount, reference: source, failureMessage: failure };
  return order && appendPaymentEntry(app, tx, order, { type: 'paymentDisputed', at: app.clock.now(), input });
}
