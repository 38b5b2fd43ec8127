/** Where a step brings an order. Pure. */
import type { Order } from '../generated/prisma/client.ts';
import { InputInvalid } from '../platform/errors.ts';
import { BACK, STAYS } from '../process/define.ts';
import { type OrderEffect, type OrderRow, type OrderStatus, orderState } from '../process/order.ts';
import type { OrderExtensions } from '../services/order-services.ts';
import { type SuspendedState, suspendedStatesOf } from './order.ts';

/** What a step does to the status of an order, and to its stay in it. */
export interface Transition {
  readonly status: OrderStatus;
  /** The stay that the order is in afterwards; nothing if it is a new one. */
  readonly stateVisit: number | undefined;
  /** What the order is set aside from afterwards, the newest last. */
  readonly suspendedStates: readonly SuspendedState[];
  /** The work that belongs to leaving and entering states. */
  readonly work: readonly OrderEffect[];
}

/** Where a step leads. @throws InputInvalid if the input names the status in which the order already is */
export function computeTransition(
  app: Pick<OrderExtensions, 'outcomes'>,
  order: Order,
  row: OrderRow,
  input: Readonly<Record<string, unknown>>,
): Transition {
  const here = order.status;
  const suspendedStates = suspendedStatesOf(order);
  const [before, kept] = [suspendedStates.at(-1), suspendedStates.slice(0, -1)];
  const status = targetOf(app, order, row, input, before);
  if (row.to === STAYS || status === here)
    return { status: here, stateVisit: order.stateVisit, suspendedStates, work: [] };
  // Whoever decides that the order goes where it was brings it back there, in whatever words.
  if (before?.status === status) return { status, stateVisit: before.stateVisit, suspendedStates: kept, work: [] };
  if (orderState(status).suspends)
    return {
      status,
      stateVisit: undefined,
      suspendedStates: [...suspendedStates, { status: here, stateVisit: order.stateVisit }],
      work: [],
    };
  const left = [here, ...suspendedStates.map((aside) => aside.status)];
  const work = [...left.flatMap((one) => orderState(one).leaving ?? []), ...(orderState(status).entering ?? [])];
  return { status, stateVisit: undefined, suspendedStates: [], work };
}

function targetOf(
  { outcomes }: Pick<OrderExtensions, 'outcomes'>,
  order: Order,
  { to }: OrderRow,
  input: Readonly<Record<string, unknown>>,
  before: SuspendedState | undefined,
): OrderStatus {
  const here = order.status;
  if (typeof to === 'object' && 'outcome' in to) return outcomes[to.outcome](order, input) ? to.to : here;
  const chosen = typeof to === 'object' ? to.targets[String(input[to.field])] : to;
  if (chosen === STAYS) return here;
  const target = chosen === BACK ? before?.status : chosen;
  if (target === undefined) throw new Error(`An order in ${here} was to go where it has not been`);
  if (target === here && typeof to === 'object')
    throw new InputInvalid([{ field: to.field, message: `must differ from the current status, ${here}` }]);
  return target;
}
