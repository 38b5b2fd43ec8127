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
  readonly effects: readonly OrderEffect[];
}

/** Where a step leads. @throws InputInvalid if the input names the status in which the order already is */
export function computeTransition(
  app: Pick<OrderExtensions, 'outcomes'>,
  order: Order,
  row: OrderRow,
  input: Readonly<Record<string, unknown>>,
): Transition {
  const current = order.status;
  const suspendedStates = suspendedStatesOf(order);
  const [suspendedState, remaining] = [suspendedStates.at(-1), suspendedStates.slice(0, -1)];
  const status = targetOf(app, order, row, input, suspendedState);
  if (row.to === STAYS || status === current)
    return { status: current, stateVisit: order.stateVisit, suspendedStates, effects: [] };
  // Whoever decides that the order goes where it was brings it back there, in whatever words.
  if (suspendedState?.status === status)
    return { status, stateVisit: suspendedState.stateVisit, suspendedStates: remaining, effects: [] };
  if (orderState(status).suspends)
    return {
      status,
      stateVisit: undefined,
      suspendedStates: [...suspendedStates, { status: current, stateVisit: order.stateVisit }],
      effects: [],
    };
  const leftStatuses = [current, ...suspendedStates.map((suspended) => suspended.status)];
  const effects = [
    ...leftStatuses.flatMap((one) => orderState(one).leaving ?? []),
    ...(orderState(status).entering ?? []),
  ];
  return { status, stateVisit: undefined, suspendedStates: [], effects };
}

function targetOf(
  { outcomes }: Pick<OrderExtensions, 'outcomes'>,
  order: Order,
  { to }: OrderRow,
  input: Readonly<Record<string, unknown>>,
  suspendedState: SuspendedState | undefined,
): OrderStatus {
  const current = order.status;
  if (typeof to === 'object' && 'outcome' in to) return outcomes[to.outcome](order, input) ? to.to : current;
  const chosen = typeof to === 'object' ? to.targets[String(input[to.field])] : to;
  if (chosen === STAYS) return current;
  const target = chosen === BACK ? suspendedState?.status : chosen;
  if (target === undefined) throw new Error(`An order in ${current} was to go where it has not been`);
  if (target === current && typeof to === 'object')
    throw new InputInvalid([{ field: to.field, message: `must differ from the current status, ${current}` }]);
  return target;
}
