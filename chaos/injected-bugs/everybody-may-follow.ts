/** Whoever knows the id of an order may follow it. */
import { plant } from '../injected-bug.ts';

plant('src/orders/timeline/order-subscription.ts', [
  ['{ AND: [{ id: orderId }, access.orders(viewer)] }', '{ id: orderId }'],
  ["(access.holds(order, now) ? undefined : 'ACCESS_LOST')", '(now.kind === undefined ? undefined : undefined)'],
]);
