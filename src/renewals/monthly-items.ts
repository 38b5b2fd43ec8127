import type { OrderItem } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';

/** The monthly items of an order, in their order. Other items are not renewed. */
export const monthlyItemsOf = (tx: Tx, orderId: string): Promise<OrderItem[]> =>
  tx.orderItem.findMany({ where: { orderId, isMonthly: true }, orderBy: { position: 'asc' } });
