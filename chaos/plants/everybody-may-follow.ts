/** Whoever knows the id of an order may follow it. */
import { plant } from '../plant.ts';

plant('src/orders/follow-timeline.ts', [
  ['{ AND: [{ id: orderId }, access.orders(viewer)] }', '{ id: orderId }'],
  ["(access.holds(order, now) ? undefined : 'ACCESS_LOST')", '(now.kind === undefined ? undefined : undefined)'],
]);
