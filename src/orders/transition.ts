/** The transition that a step makes. Pure. */
import type { Order } from '../generated/prisma/client.ts';
import { InputInvalid } from '../platform/errors.ts';
import { BACK, type Role, STAYS } from '../process/define.ts';
import { type OrderEffect, type OrderRow, type OrderStatus, orderState } from '../process/order.ts';
import type { OrderExtensions } from '../services/order-services.ts';
import { type SuspendedState, suspendedStatesOf } from './order.ts';

/** The status of an order after a step, and the visit to it. */
export interface Transition {
  readonly status: OrderStatus;
  /** The visit that continues; undefined if a new one begins. */
  readonly stateVisit: number | undefined;
  /** The states that the order is suspended from, the newest last. */
  readonly suspendedStates: readonly SuspendedState[];
  /** The effects of the states that are left and entered. */
  readonly effects: readonly OrderEffect[];
}

/** The parsed input of a step, and the role that takes it. */
interface StepInput {
  readonly input: Readonly<Record<string, unknown>>;
  readonly role: Role;
}

/** Computes the transition of a step. @throws InputInvalid if the input names the current status */
export function computeTransition(
  app: Pick<OrderExtensions, 'outcomes'>,
  order: Order,
  row: OrderRow,
  { input, role }: StepInput,
): Transition {
  const current = order.status;
  const suspendedStates = suspendedStatesOf(order);
  const [suspendedState, remaining] = [suspendedStates.at(-1), suspendedStates.slice(0, -1)];
  const status = targetOf(app, order, row, { input, role }, suspendedState);
  if (row.to === STAYS || status === current)
    return { status: current, stateVisit: order.stateVisit, suspendedStates, effects: [] };
  // A step into the suspended status resumes it, whichever step that is.
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
  { input, role }: StepInput,
  suspendedState: SuspendedState | undefined,
): OrderStatus {
  const current = order.status;
  if (typeof to === 'object' && 'outcome' in to) return outcomes[to.outcome](order, input, role) ? to.to : current;
  const chosen = typeof to === 'object' ? to.targets[String(input[to.field])] : to;
  if (chosen === STAYS) return current;
  const target = chosen === BACK ? suspendedState?.status : chosen;
  if (target === undefined) throw new Error(`An order in ${current} was to go where it has not been`);
  if (target === current && typeof to === 'object')
    throw new InputInvalid([{ field: to.field, message: `must differ from the current status, ${current}` }]);
  return target;
}
