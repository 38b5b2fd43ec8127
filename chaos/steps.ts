/** The steps that writers take: those after which the order can return to its status, so that there is always a next one. */
import { BACK, STAYS } from '../src/process/define.ts';
import {
  type OrderRow,
  type OrderStatus,
  type OrderStep,
  orderRow,
  orderState,
  orderSteps,
} from '../src/process/order.ts';

/** The target of a step; undefined where the input or the payments decide. */
function targetOf({ to, override }: OrderRow): OrderStatus | typeof BACK | typeof STAYS | undefined {
  return override || typeof to !== 'string' ? undefined : to;
}

/** The statuses that people can reach from `status` by any number of steps. */
function reachableFrom(status: OrderStatus): ReadonlySet<OrderStatus> {
  const reached = new Set([status]);
  for (const here of reached)
    for (const [, row] of orderSteps) {
      const to = targetOf(row);
      if (row.from.includes(here) && !row.by.includes('system') && to && to !== BACK && to !== STAYS) reached.add(to);
    }
  return reached;
}

/** True if a step leads back from a suspended status. */
const hasWayBack = (status: OrderStatus) =>
  orderSteps.some(([, row]) => row.from.includes(status) && targetOf(row) === BACK);

/** True if an order in `status` can return to it after the step. */
export function canBeRepeated(step: OrderStep, status: OrderStatus): boolean {
  const to = targetOf(orderRow(step));
  if (to === undefined || to === STAYS) return false;
  if (to === BACK) return true;
  return orderState(to).suspends ? hasWayBack(to) : reachableFrom(to).has(status);
}
