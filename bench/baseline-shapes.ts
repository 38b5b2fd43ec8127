/** The answers of the baseline, in the shapes of the API for the operations of the bench. */
import { toGlobalId } from '../src/graphql/ids.ts';
import { orderExtensions } from '../src/order-extensions.ts';
import { actionsFor, nextStepsFor } from '../src/orders/actions.ts';
import { awaitedRoles, type Order, progressOf } from '../src/orders/order.ts';
import { shownPaymentStatus } from '../src/orders/payment-status.ts';
import type { TimelinePosition } from '../src/orders/timeline/timeline.ts';
import { systemClock } from '../src/platform/clock.ts';
import { eventOf } from '../src/process/entries.ts';
import { enumName } from '../src/process/names.ts';
import { orderState } from '../src/process/order.ts';
import type { Row } from './baseline-sql.ts';

/** The caller. */
export interface Viewer {
  readonly accountId: string;
  readonly name: string;
}

/** As the API writes a role. */
export const upper = (role: unknown) => String(role).toUpperCase();
/** The role of a participant. */
export const roleOf = ({ advertiserId }: Order, { accountId }: Viewer) =>
  advertiserId === accountId ? ('advertiser' as const) : ('seller' as const);
/** The row as the rules take it: the statements give all columns that they look at; only the sum is pg's string. */
export const orderOf = (row: Row) => row as unknown as Order;
/** The rules of the product, with the time of the machine. */
export const rules = { ...orderExtensions, clock: systemClock };
const sumOf = (row: Row) => ({ minorUnits: Number(row['totalMinorUnits']), currency: row['currency'] });
const nextStepsOf = (order: Order, role: 'advertiser' | 'seller') =>
  nextStepsFor(rules, order, role).map(({ step, title }) => ({ step: step ? enumName(step) : null, title }));

/** An order in the list. */
export function listedOrder(row: Row, viewer: Viewer) {
  const order = orderOf(row);
  const role = roleOf(order, viewer);
  return {
    id: toGlobalId('Order', order.id),
    number: order.number,
    status: order.status,
    statusTitle: orderState(order.status).title,
    progress: progressOf(order) ?? null,
    total: sumOf(row),
    needsAttention: awaitedRoles(rules, order).has(role),
    lastActivityAt: order.lastActivityAt,
    advertiser: { name: row['advertiserName'] },
    seller: { name: row['sellerName'] },
    items: row['items'],
    nextSteps: nextStepsOf(order, role),
  };
}

/** Makes the cursor of a place, for the database at hand. */
export type CursorAt = (place: TimelinePosition) => string;

/** An order with the newest of its messages and of its timeline, both newest first. */
export function shownOrder(
  row: Row,
  viewer: Viewer,
  { messages, timeline, cursorAt }: { messages: readonly Row[]; timeline: readonly Row[]; cursorAt: CursorAt },
) {
  const order = orderOf(row);
  const role = roleOf(order, viewer);
  const { needsAttention: _, ...listed } = listedOrder(row, viewer);
  const cursor = (number: unknown) => cursorAt({ orderId: order.id, number: Number(number) });
  return {
    ...listed,
    brief: order.brief,
    paymentStatus: shownPaymentStatus(order),
    proofStatus: order.proofStatus,
    revision: order.revision,
    cursor: cursor(order.logNumber),
    viewerRole: upper(role),
    waitingOn: [...awaitedRoles(rules, order)].map(upper),
    createdAt: order.createdAt,
    advertiser: { id: toGlobalId('Account', order.advertiserId), name: row['advertiserName'] },
    seller: { id: toGlobalId('Account', order.sellerId), name: row['sellerName'] },
    actions: actionsFor(rules, order, role).map(({ step, title, guardFailure }) => ({
      step: enumName(step),
      title,
      isAllowed: !guardFailure,
      blockedReasonCode: guardFailure?.code ?? null,
      blockedReason: guardFailure?.reason ?? null,
    })),
    messages: messagePage(messages, cursor),
    timeline: {
      edges: timeline
        .slice(0, 20)
        .reverse()
        .map((entry) => ({ node: shownEntry(entry) })),
    },
  };
}

function messagePage(newest: readonly Row[], cursor: (number: unknown) => string) {
  const shown = newest.slice(0, 20).reverse();
  return {
    edges: shown.map(({ number, text, role, name, createdAt }) => ({
      node: { number, text, authorRole: upper(role), author: { name }, createdAt },
    })),
    pageInfo: { hasPreviousPage: newest.length > 20, startCursor: shown[0] ? cursor(shown[0]['number']) : null },
  };
}

/** An entry of the timeline. */
export const shownEntry = ({ number, type, at, role, name, fromStatus, toStatus }: Row) => ({
  number,
  type: enumName(eventOf(String(type))),
  occurredAt: at,
  actorRole: upper(role),
  actor: name ? { name } : null,
  fromStatus,
  toStatus,
});

/** An order after a step. */
export function steppedOrder(order: Order, viewer: Viewer, cursorAt: CursorAt) {
  return {
    __typename: 'Order',
    id: toGlobalId('Order', order.id),
    status: order.status,
    progress: progressOf(order) ?? null,
    revision: order.revision,
    cursor: cursorAt({ orderId: order.id, number: order.logNumber }),
    lastActivityAt: order.lastActivityAt,
    nextSteps: nextStepsOf(order, roleOf(order, viewer)),
  };
}
