import type { Order } from '../generated/prisma/client.ts';
import { everyOrderTopic, inboxTopic, orderActivityTopic, orderTopic } from '../live/topics.ts';
import { adState, taskOfAds, type WaitingAds } from '../process/ad.ts';
import type { PersonRole, Role } from '../process/define.ts';
import { type OrderStatus, type OrderStep, orderState, orderWait } from '../process/order.ts';
import { rowsOf } from '../process/versions.ts';
import type { OrderRules, Recommendation, TopicUpdates, WithTopicUpdates } from '../services/order-services.ts';

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

/** The roles that the state of an order waits for, or that a hold names; none while a payment is reported or in progress. */
export function awaitedByState(order: Order): ReadonlySet<PersonRole> {
  const state = orderState(order.status);
  if (order.paymentReportedAt || order.paymentInProgressSince) return new Set();
  if (state.waitingOn) return new Set([state.waitingOn]);
  return new Set(state.suspends && order.heldFor ? [order.heldFor] : []);
}

/** Work on ads that a role is expected to do. */
export interface AdWork extends Omit<WaitingAds, 'step' | 'since'> {
  readonly role: PersonRole;
  /** An instruction. */
  readonly title: string;
  readonly since: Date;
}

/** The work on the ads of an order: none before it is under way, while it is suspended, or when it has ended. */
export function adWorkOf({ status, waitingAds }: Order): readonly AdWork[] {
  if ((orderState(status).progress ?? 100) >= 100) return [];
  // Written as such a list by the steps of ads alone.
  return (waitingAds as unknown as readonly WaitingAds[]).flatMap(({ step, since, ...ads }) => {
    const role = adState(ads.status).waitingOn;
    return role ? [{ ...ads, role, title: taskOfAds({ ...ads, step }), since: new Date(since) }] : [];
  });
}

/** A wait for a role: of the state or a hold, or else of a recommendation, of the process, of a step that it recommends, or of ads. */
interface Wait {
  readonly role: PersonRole;
  readonly recommendation?: Recommendation;
  readonly named?: NonNullable<ReturnType<typeof orderWait>>;
  readonly step?: OrderStep;
  readonly ads?: AdWork;
}

/** The waits of an order: those of its state first, then those of recommendations, of the process, of steps and of ads. */
export function waitsOf(rules: OrderRules, order: Order): readonly Wait[] {
  const ofTable = tableWaitsOf(rules, order);
  const ofState = ofTable.some(({ named }) => named?.replacesStateWait) ? [] : [...awaitedByState(order)];
  return [
    ...ofState.map((role) => ({ role })),
    ...rules.recommendations
      .filter(({ appliesTo }) => appliesTo(order))
      .map((recommendation) => ({ role: recommendation.role, recommendation })),
    ...ofTable,
    ...adWorkOf(order).map((ads) => ({ role: ads.role, ads })),
  ];
}

/** The waits of recommended steps. Steps that end the same wait of the process are one wait. */
function tableWaitsOf({ conditions, clock, tables }: OrderRules, order: Order): readonly Wait[] {
  const now = clock.now();
  const waits = new Map<string, Wait>();
  for (const [step, { recommendedWhile: need, from, by }] of rowsOf(tables.of(order.processVersion))) {
    if (!need || !from.includes(order.status)) continue;
    const named = orderWait(need);
    for (const role of by)
      if (role !== 'system' && !conditions[need](order, role, now))
        waits.set(`${named?.name ?? step} ${role}`, { role, ...(named ? { named } : { step }) });
  }
  return [...waits.values()];
}

/** The roles that are expected to act. */
export const awaitedRoles = (rules: OrderRules, order: Order): ReadonlySet<PersonRole> =>
  new Set(waitsOf(rules, order).map(({ role }) => role));

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
