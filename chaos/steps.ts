/** Which steps writers take: those that the table lets somebody come back from, so that there is always a next one. */
import { BACK, STAYS } from '../src/process/define.ts';
import {
  type OrderRow,
  type OrderStatus,
  type OrderStep,
  orderRow,
  orderState,
  orderSteps,
} from '../src/process/order.ts';

/** Where a step leads; undefined where the input or what is paid decides. */
function targetOf({ to, override }: OrderRow): OrderStatus | typeof BACK | typeof STAYS | undefined {
  return override || typeof to !== 'string' ? undefined : to;
}

/** The states that steps of people lead to from `status`, one after the other. */
function reachableFrom(status: OrderStatus): ReadonlySet<OrderStatus> {
  const reached = new Set([status]);
  for (const here of reached)
    for (const [, row] of orderSteps) {
      const to = targetOf(row);
      if (row.from.includes(here) && !row.by.includes('system') && to && to !== BACK && to !== STAYS) reached.add(to);
    }
  return reached;
}

/** Whether the table has a way back from a status that sets orders aside. */
const hasWayBack = (status: OrderStatus) =>
  orderSteps.some(([, row]) => row.from.includes(status) && targetOf(row) === BACK);

/** Whether an order in `status` may come back there after the step. */
export function leadsRound(step: OrderStep, status: OrderStatus): boolean {
  const to = targetOf(orderRow(step));
  if (to === undefined || to === STAYS) return false;
  if (to === BACK) return true;
  return orderState(to).suspends ? hasWayBack(to) : reachableFrom(to).has(status);
}
