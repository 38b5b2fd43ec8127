/** The amounts of payment requests. */
import type { Payment } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import type { Money } from '../process/fields.ts';

/** The amount that was requested. */
export const amountOf = ({ amountMinorUnits: minorUnits, currency }: Payment): Money => ({ minorUnits, currency });

/** The amount that is due for a request: the rest of the open request of the order, or else the whole amount. */
export function dueOf({ dueMinorUnits }: Pick<Order, 'dueMinorUnits'>, request: Payment): Money {
  const isOfOrder = request.status === 'OPEN' && request.purpose === 'ORDER';
  return { ...amountOf(request), ...(isOfOrder && dueMinorUnits !== null ? { minorUnits: dueMinorUnits } : {}) };
}
