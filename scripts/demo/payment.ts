/** The payment of an order outside the marketplace, as the seller requests and confirms it. */
import { randomUUID } from 'node:crypto';
import { ConfirmPaymentDocument, RequestPaymentDocument } from '../operations/generated/graphql.ts';
import { unwrap } from './client.ts';
import { type DemoOrder, playStep } from './demo-order.ts';

/** Requests a payment and confirms it with the reference of the bank statement. `payment` names it in the report. */
export async function requestAndConfirmPayment(
  demoOrder: DemoOrder,
  { payment, reference }: { readonly payment: string; readonly reference: string },
): Promise<void> {
  const { seller, orderId } = demoOrder;
  const once = () => ({ orderId, idempotencyKey: randomUUID() });
  await playStep(demoOrder, seller, `requests ${payment}`, 'PAYMENT_REQUESTED', async () => {
    unwrap((await seller.client.ask(RequestPaymentDocument, { input: once() })).requestPayment);
  });
  await playStep(
    demoOrder,
    seller,
    'finds the payment on the bank statement, and confirms it',
    'PAYMENT_RECEIVED',
    async () => {
      unwrap((await seller.client.ask(ConfirmPaymentDocument, { input: { ...once(), reference } })).confirmPayment);
    },
  );
}
