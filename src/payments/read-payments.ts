import type { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Db } from '../platform/db.ts';
import { paymentWithReceipt } from './read-receipts.ts';

const whole = {
  order: { select: { number: true, advertiserId: true, sellerId: true } },
  movements: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: paymentWithReceipt },
} satisfies Prisma.PaymentInclude;

/** A payment with the parties of its order and its movements. */
export type WholePayment = Prisma.PaymentGetPayload<{ include: typeof whole }>;

/** The newest payments of each order, newest first, in a fixed number of statements. */
export async function readPayments(
  db: Db,
  orderIds: readonly string[],
  condition: Prisma.PaymentWhereInput,
): Promise<(readonly WholePayment[])[]> {
  const newest = await db.$queryRaw<{ id: string }[]>`
    select found.id from unnest(${[...orderIds]}::uuid[]) as wanted (id)
    cross join lateral (
      select id from payment where order_id = wanted.id order by created_at desc, id desc limit ${limits.paymentsPerOrder}
    ) as found`;
  const payments = await db.payment.findMany({
    where: { AND: [{ id: { in: newest.map(({ id }) => id) } }, condition] },
    include: whole,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const byOrder = Map.groupBy(payments, ({ orderId }) => orderId);
  return orderIds.map((id) => byOrder.get(id) ?? []);
}
