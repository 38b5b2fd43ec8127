/** Whoever knows the id of an order may follow it. */
import { plant } from '../injected-bug.ts';

plant('src/orders/timeline/order-subscription.ts', [
  ['{ AND: [{ id: orderId }, access.orders(viewer)] }', '{ id: orderId }'],
  [
    "(access.includes(order, current) ? undefined : 'ACCESS_LOST')",
    '(current.kind === undefined ? undefined : undefined)',
  ],
]);
