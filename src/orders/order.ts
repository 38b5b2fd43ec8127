import type { Order } from '../generated/prisma/client.ts';
import { everyOrderTopic, inboxTopic, orderActivityTopic, orderTopic } from '../live/topics.ts';
import type { PersonRole, Role } from '../process/define.ts';
import { isOrderStatus, type OrderStatus, orderState, orderSteps } from '../process/order.ts';
import type { SubStatus } from '../process/sub-statuses.ts';
import type { TopicUpdates, WithTopicUpdates } from '../services/order-services.ts';
import { conditions } from './conditions.ts';

export type { Order };

export type PaymentStatus = SubStatus<'PaymentStatus'>;
export type ProofStatus = SubStatus<'ProofStatus'>;
export type ReviewStatus = SubStatus<'ReviewStatus'>;
export type SurveyStatus = SubStatus<'SurveyStatus'>;
export type RenewalStatus = SubStatus<'RenewalStatus'>;

/** A status that an order was set aside from, and its stay in it. */
export interface SuspendedState {
  readonly status: OrderStatus;
  readonly stateVisit: number;
}

/** What the order is set aside from, the newest last; empty unless it is set aside. */
export const suspendedStatesOf = ({ suspendedStates }: Pick<Order, 'suspendedStates'>): readonly SuspendedState[] =>
  // Written from such a list by the engine alone.
  suspendedStates as unknown as readonly SuspendedState[];

/** The status of an order. Throws if the database holds a word that the table does not know. */
export function statusOf({ status }: Pick<Order, 'status'>): OrderStatus {
  if (!isOrderStatus(status)) throw new Error(`The order has the unknown status "${status}"`);
  return status;
}

/** How far along the order is, in percent: as before while it is set aside, nothing once it ended early. */
export function progressOf(order: Pick<Order, 'status' | 'suspendedStates'>): number | undefined {
  const [first] = suspendedStatesOf(order);
  return orderState(first?.status ?? statusOf(order)).progress;
}

/** Whom the state of an order waits for, or whom a hold names. */
export function awaitedByState(order: Order): ReadonlySet<PersonRole> {
  const state = orderState(statusOf(order));
  if (state.waitingOn) return new Set([state.waitingOn]);
  return new Set(state.suspends && order.heldFor ? [order.heldFor as PersonRole] : []);
}

/**
 * Who is expected to act: whom the state or a hold waits for, the operator whom money waits for, the advertiser who is to
 * pay for a next month, and everyone who has a step to take that the order needs on the side (proof).
 */
export function awaitedRoles(order: Order): ReadonlySet<PersonRole> {
  const status = statusOf(order);
  const awaited = new Set(awaitedByState(order));
  if (order.hasPaymentException) awaited.add('operator');
  if (order.isRenewalPaymentRequested) awaited.add('advertiser');
  for (const [, row] of orderSteps) {
    const { recommendedWhile: need } = row;
    if (!need || !row.from.includes(status)) continue;
    for (const role of row.by) if (role !== 'system' && !conditions[need](order, role)) awaited.add(role);
  }
  return awaited;
}

/** When the seller first did or said something in an order, once `role` has done something `at` that moment. */
export const firstAnswerAt = ({ firstRespondedAt }: Order, role: Role, at: Date): Date | null =>
  firstRespondedAt ?? (role === 'seller' ? at : null);

/** What is to be told once an order has reached an entry, and whom it is told. */
export const topicUpdatesFor = ({
  id,
  logNumber,
  advertiserId,
  sellerId,
  topicUpdates = [],
}: Pick<Order, 'id' | 'logNumber' | 'advertiserId' | 'sellerId'> & WithTopicUpdates): TopicUpdates => [
  { topic: orderTopic(id), position: logNumber },
  { topic: inboxTopic(advertiserId) },
  { topic: inboxTopic(sellerId) },
  { topic: everyOrderTopic },
  { topic: orderActivityTopic },
  ...topicUpdates,
];
