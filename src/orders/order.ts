import type { Order } from '../generated/prisma/client.ts';
import type { Hint } from '../live/relay.ts';
import type { PersonRole } from '../process/define.ts';
import { isOrderStatus, type OrderStatus, orderState, orderSteps } from '../process/order.ts';
import { conditions } from './conditions.ts';

export type { Order };

/** How money stands; never mixed into the status. */
export const paymentStatuses = [
  'NONE',
  'ON_HOLD',
  'REQUESTED',
  'PAID',
  'FAILED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];
/** How proof of the ad stands; never mixed into the status. */
export const proofStatuses = ['NONE', 'ASKED', 'GIVEN'] as const;
export type ProofStatus = (typeof proofStatuses)[number];

/** The columns beside the status that a step's work may change. */
export interface OrderPatch {
  readonly paymentStatus?: PaymentStatus;
  readonly proof?: ProofStatus;
  readonly holdFor?: PersonRole;
  readonly paidMinorUnits?: bigint;
  readonly refundedMinorUnits?: bigint;
  readonly hasMoneyTrouble?: boolean;
  readonly mayBeDisputed?: boolean;
}

/** A status that an order was set aside from, and its stay in it. */
export interface Aside {
  readonly status: OrderStatus;
  readonly stay: number;
}

/** What the order is set aside from, the newest last; empty unless it is set aside. */
export const asidesOf = ({ asides }: Pick<Order, 'asides'>): readonly Aside[] =>
  // Written from such a list by the engine alone.
  asides as unknown as readonly Aside[];

/** The status of an order. Throws if the database holds a word that the table does not know. */
export function statusOf({ status }: Pick<Order, 'status'>): OrderStatus {
  if (!isOrderStatus(status)) throw new Error(`The order has the unknown status "${status}"`);
  return status;
}

/** How far along the order is, in percent: as before while it is set aside, nothing once it ended early. */
export function progressOf(order: Pick<Order, 'status' | 'asides'>): number | undefined {
  const [first] = asidesOf(order);
  return orderState(first?.status ?? statusOf(order)).progress;
}

/**
 * Who is expected to act: whom the state waits for, whom a hold names, and everyone who has a
 * step to take that the order needs on the side (proof).
 */
export function awaitedRoles(order: Order): ReadonlySet<PersonRole> {
  const status = statusOf(order);
  const state = orderState(status);
  const awaited = new Set<PersonRole>();
  if (state.waitsFor) awaited.add(state.waitsFor);
  else if (state.aside && order.holdFor) awaited.add(order.holdFor as PersonRole);
  if (order.hasMoneyTrouble) awaited.add('operator');
  for (const [, row] of orderSteps) {
    const { duringNeed: need } = row;
    if (!need || !row.from.includes(status)) continue;
    for (const role of row.by) if (role !== 'system' && !conditions[need](order, role)) awaited.add(role);
  }
  return awaited;
}

/** The live topic of an order. */
export const orderTopic = (orderId: string): string => `${orderTopicPrefix}${orderId}`;
export const orderTopicPrefix = 'order:';

/** The live topic of what happens in the orders of an account. */
export const inboxTopic = (accountId: string): string => `${inboxTopicPrefix}${accountId}`;
export const inboxTopicPrefix = 'inbox:';
/** The live topic of what happens in any order: for operators. */
export const everyOrderTopic = 'every-order';

/** What is to be told once an order has reached an entry, and whom it is told. */
export const hintsOf = ({
  id,
  logNumber,
  advertiserId,
  sellerId,
}: Pick<Order, 'id' | 'logNumber' | 'advertiserId' | 'sellerId'>): readonly Hint[] => [
  { topic: orderTopic(id), place: logNumber },
  { topic: inboxTopic(advertiserId) },
  { topic: inboxTopic(sellerId) },
  { topic: everyOrderTopic },
];
