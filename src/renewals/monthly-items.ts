import type { OrderItem } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';

/** The items of an order that are paid every month, in their order. Whatever else was bought with them is not renewed. */
export const monthlyItemsOf = (tx: Tx, orderId: string): Promise<OrderItem[]> =>
  tx.orderItem.findMany({ where: { orderId, priceOption: { isMonthly: true } }, orderBy: { position: 'asc' } });
