import type { Order } from '../generated/prisma/client.ts';
import { everyOrderTopic, inboxTopic, orderActivityTopic, orderTopic } from '../live/topics.ts';
import type { PersonRole, Role } from '../process/define.ts';
import { type OrderStatus, orderState, orderSteps } from '../process/order.ts';
import type { OrderRules, TopicUpdates, WithTopicUpdates } from '../services/order-services.ts';

export type { Order };

/** A status that an order was set aside from, and its stay in it. */
export interface SuspendedState {
  readonly status: OrderStatus;
  readonly stateVisit: number;
}

/** The states from which the order was suspended, the newest last; empty unless it is suspended. */
export const suspendedStatesOf = ({ suspendedStates }: Pick<Order, 'suspendedStates'>): readonly SuspendedState[] =>
  // Written from such a list by the engine alone.
  suspendedStates as unknown as readonly SuspendedState[];

/** The progress of the order in percent: unchanged while it is suspended, undefined once it ended early. */
export function progressOf(order: Pick<Order, 'status' | 'suspendedStates'>): number | undefined {
  const [first] = suspendedStatesOf(order);
  return orderState(first?.status ?? order.status).progress;
}

/** The roles that the state of an order waits for, or that a hold names. */
export function awaitedByState(order: Order): ReadonlySet<PersonRole> {
  const state = orderState(order.status);
  if (state.waitingOn) return new Set([state.waitingOn]);
  return new Set(state.suspends && order.heldFor ? [order.heldFor] : []);
}

/**
 * The roles that are expected to act: the role that the state or a hold waits for, every role with a recommendation, and
 * every role that can take a step that the table recommends at present.
 */
export function awaitedRoles({ conditions, recommendations }: OrderRules, order: Order): ReadonlySet<PersonRole> {
  const status = order.status;
  const awaited = new Set(awaitedByState(order));
  for (const { role, appliesTo } of recommendations) if (appliesTo(order)) awaited.add(role);
  for (const [, row] of orderSteps) {
    const { recommendedWhile: need } = row;
    if (!need || !row.from.includes(status)) continue;
    for (const role of row.by) if (role !== 'system' && !conditions[need](order, role)) awaited.add(role);
  }
  return awaited;
}

/** The time of the seller's first step or message in an order, after `role` has acted at the time `at`. */
export const firstAnswerAt = ({ firstRespondedAt }: Order, role: Role, at: Date): Date | null =>
  firstRespondedAt ?? (role === 'seller' ? at : null);

/** The topic updates to publish when an order has reached an entry. */
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
