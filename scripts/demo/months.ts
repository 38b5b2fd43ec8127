/** A space that is paid monthly: the next month is requested, paid, and gets its own order; then the renewal is stopped. */
import { randomUUID } from 'node:crypto';
import { OrderRenewalDocument, RenewOrderDocument, StopRenewalDocument } from '../operations/generated/graphql.ts';
import { DemoError, unwrap } from './client.ts';
import { advanceClock } from './clock.ts';
import { type DemoOrder, playClockStep, playStep } from './demo-order.ts';
import { bold, dim, formatMoney, formatProgress, print } from './report.ts';

/** Plays the renewal: the payment of the next month creates an order for it. `subscribe` subscribes both parties to that order. */
export async function renewAndStop(
  url: string,
  demoOrder: DemoOrder,
  {
    days,
    subscribe,
  }: { days: number; subscribe: (demoOrder: DemoOrder, orderId: string, cursor: string) => DemoOrder },
): Promise<void> {
  const { seller, orderId } = demoOrder;
  await advanceClock(url, days);
  await playClockStep(demoOrder, 'requests the payment of the next month', 'RENEWAL_PAYMENT_REQUESTED');
  await playStep(demoOrder, seller, 'finds that payment too, and confirms it', 'ORDER_RENEWED', async () => {
    const input = { orderId, idempotencyKey: randomUUID(), reference: 'Statement 53, line 2' };
    unwrap((await seller.client.ask(RenewOrderDocument, { input })).renewOrder);
  });
  const { order } = await seller.client.ask(OrderRenewalDocument, { orderId });
  const next = order?.successor;
  if (!next) throw new DemoError('The next month is paid, but it has no order.');
  const price = next.payments[0]?.amount;
  print(
    `  ${bold(`Order ${next.number}`)} was created for it, with the same details${price ? `, paid with ${formatMoney(price)}` : ''}`,
    `  ${formatProgress(next)}`,
  );
  await stop(subscribe(demoOrder, next.id, next.cursor));
}

async function stop(demoOrder: DemoOrder): Promise<void> {
  const { advertiser, orderId } = demoOrder;
  await playStep(demoOrder, advertiser, 'stops the renewal at the end of that month', 'RENEWAL_STOPPED', async () => {
    const input = { orderId, idempotencyKey: randomUUID(), note: 'The season has ended. Thank you!' };
    unwrap((await advertiser.client.ask(StopRenewalDocument, { input })).stopRenewal);
  });
  const { order } = await advertiser.client.ask(OrderRenewalDocument, { orderId });
  const { status, periodEndsAt } = order?.renewal ?? {};
  print(dim(`  renewal: ${status}, until ${periodEndsAt?.slice(0, 10)} (UTC)`));
}
