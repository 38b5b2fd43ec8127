/** The copy of a client that never queries again: its initial state, changed by the events of its stream. */
import type { OrderState, StreamEvent } from './api.ts';
import type { Findings, Violation } from './findings.ts';

export interface Copy {
  /** The cursor to continue from. */
  readonly cursor: string | undefined;
  readonly received: number;
  /** Applies an event, and reports a violation. */
  apply(event: StreamEvent): void;
  /** The number of the newest entry that is known of an order. */
  reached(orderId: string): number;
  /** The order as it was last received; undefined if it was not. */
  order(orderId: string): OrderState | undefined;
  /** The received entries of an order: a description for each number. */
  entries(orderId: string): ReadonlyMap<number, string>;
  /** Unread messages in all orders; only for an inbox. */
  readonly unread: number | undefined;
}

/** The state from which a copy starts. */
export interface InitialState {
  readonly cursor: string | undefined;
  readonly unread?: number;
  readonly orders: readonly { readonly order: OrderState; readonly reached: number }[];
  /** True if the state was read while entries were appended: the stream may repeat them. */
  readonly mayRepeat: boolean;
}

export const describeEntry = (type: string, revision: number, text: string | undefined) =>
  `${type} ${revision} ${text ?? ''}`;

/** `mine`: the orders that its reader may see. */
export function createCopy(
  name: string,
  { mine, initial, findings }: { mine: ReadonlySet<string>; initial: InitialState; findings: Findings },
): Copy {
  const orders = new Map(initial.orders.map(({ order }) => [order.id, order]));
  const reachedByOrder = new Map(initial.orders.map(({ order, reached }) => [order.id, reached]));
  const last = new Map(initial.mayRepeat ? [] : reachedByOrder);
  const entries = new Map<string, Map<number, string>>();
  let { cursor, unread } = initial;
  let received = 0;
  const report = (violation: Violation, what: string) => findings.add(violation, `${name}: ${what}`);

  const checkPlace = (orderId: string, number: number) => {
    const before = last.get(orderId);
    const seen = entries.get(orderId);
    // The first entry may be older than the initial state, but must not leave a gap.
    if (before === undefined) {
      if (number > (reachedByOrder.get(orderId) ?? number - 1) + 1)
        report('holes', `${orderId} begins with ${number} after ${reachedByOrder.get(orderId)}`);
    } else if (seen?.has(number)) report('duplicates', `${orderId} ${number}`);
    else if (number <= before) report('out of order', `${orderId} ${number} after ${before}`);
    else if (number > before + 1) report('holes', `${orderId} ${number} after ${before}`);
    last.set(orderId, Math.max(number, before ?? 0));
  };
  const takeOrder = (order: OrderState, atLeast: number) => {
    if (order.revision < Math.max(atLeast, orders.get(order.id)?.revision ?? 0))
      report('copies that differ', `${order.id} went back to revision ${order.revision}`);
    orders.set(order.id, order);
  };

  return {
    get cursor() {
      return cursor;
    },
    get received() {
      return received;
    },
    get unread() {
      return unread;
    },
    apply: (event) => {
      const { entry, order } = event;
      if (event.reason !== undefined) report('resets', event.reason);
      if (event.cursor === undefined) return;
      if (order && !mine.has(order.id)) report('foreign entries', `${order.id} ${entry?.number}`);
      else if (order) {
        if (entry) {
          received += 1;
          checkPlace(order.id, entry.number);
          const ofOrder = entries.get(order.id) ?? new Map<number, string>();
          entries.set(
            order.id,
            ofOrder.set(entry.number, describeEntry(entry.type, entry.revision, entry.message?.text)),
          );
        }
        takeOrder(order, entry?.revision ?? 0);
      }
      cursor = event.cursor;
      unread = event.unreadCount ?? unread;
    },
    reached: (orderId) => Math.max(last.get(orderId) ?? 0, reachedByOrder.get(orderId) ?? 0),
    order: (orderId) => orders.get(orderId),
    entries: (orderId) => entries.get(orderId) ?? new Map(),
  };
}
