/** Money that the payer's bank takes back: nothing that the process decides, but somebody has to answer for it. */
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
  /** What the provider called the money when it came. */
  readonly source: string;
  readonly amount: Money;
  /** What the bank says. */
  readonly reason: string;
}

/**
 * Keeps money that is disputed at its provider for an operator, and says so on the timeline. The sums of the order stay
 * as they are: whether the money is lost, the provider decides.
 * @throws SourceUnknown, unless `isLastTry`: then it is only logged.
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
  const input = { sum: amount, reference: source, failure };
  return order && appendPaymentEntry(app, tx, order, { type: 'paymentDisputed', at: app.clock.now(), input });
}
