/** A space that is paid by the month: the next month is asked for, paid, and an order of its own; then it is stopped. */
import { randomUUID } from 'node:crypto';
import {
  ReceivePaymentDocument,
  RenewOrderDocument,
  RequestPaymentDocument,
  StopRenewalDocument,
  TheNextMonthDocument,
} from '../operations/generated/graphql.ts';
import { DemoStopped, done } from './client.ts';
import { passDays } from './clock.ts';
import { deed, deedOfClock, type Room } from './order-room.ts';
import { bold, dim, inMoney, say, standing } from './report.ts';

/** The first month is asked for and paid. */
export async function payFirstMonth(room: Room): Promise<void> {
  const { seller, orderId } = room;
  const once = () => ({ orderId, idempotencyKey: randomUUID() });
  await deed(room, seller, 'asks for the first month', 'requestPayment', async () => {
    done((await seller.client.ask(RequestPaymentDocument, { input: once() })).requestPayment);
  });
  await deed(room, seller, 'finds the money on the bank statement', 'receivePayment', async () => {
    const input = { ...once(), reference: 'Statement 47, line 4' };
    done((await seller.client.ask(ReceivePaymentDocument, { input })).receivePayment);
  });
}

/** The next month is asked for in time; its payment sets up the order for it. `enter`: joins the parties in that order. */
export async function renewAndStop(
  url: string,
  room: Room,
  { days, enter }: { days: number; enter: (room: Room, orderId: string, cursor: string) => Room },
): Promise<void> {
  const { seller, orderId } = room;
  await passDays(url, days);
  await deedOfClock(room, 'asks for the payment of the next month', 'requestRenewalPayment');
  await deed(room, seller, 'finds that money as well', 'renewOrder', async () => {
    const input = { orderId, idempotencyKey: randomUUID(), reference: 'Statement 53, line 2' };
    done((await seller.client.ask(RenewOrderDocument, { input })).renewOrder);
  });
  const { order } = await seller.client.ask(TheNextMonthDocument, { orderId });
  const next = order?.successor;
  if (!next) throw new DemoStopped('The next month is paid, but no order was set up for it.');
  const price = next.payments[0]?.amount;
  say(
    `  ${bold(`Order ${next.number}`)} was set up for it, with the same details${price ? `, paid with ${inMoney(price)}` : ''}`,
    `  ${standing(next)}`,
  );
  await stop(enter(room, next.id, next.cursor));
}

async function stop(room: Room): Promise<void> {
  const { advertiser, orderId } = room;
  await deed(room, advertiser, 'lets it end with that month', 'stopRenewal', async () => {
    const input = { orderId, idempotencyKey: randomUUID(), note: 'The season is over. Thank you!' };
    done((await advertiser.client.ask(StopRenewalDocument, { input })).stopRenewal);
  });
  const { order } = await advertiser.client.ask(TheNextMonthDocument, { orderId });
  say(dim(`  renewal: ${order?.renewal.status}, until ${order?.renewal.periodEndsAt?.slice(0, 10)}`));
}
