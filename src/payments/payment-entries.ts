/** Payment events besides the steps of the table: an entry, and the amounts on the order. */
import { Prisma } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import { lockOrder, waitingForColumns } from '../orders/take-step.ts';
import { appendToTimeline } from '../orders/timeline/timeline.ts';
import type { Tx } from '../platform/db.ts';
import type { Role } from '../process/define.ts';
import type { EntryType } from '../process/entries.ts';
import { toJson } from '../process/fields.ts';
import type { OrderPatch, OrderRules } from '../services/order-services.ts';
import { readPaymentColumns } from './ledger.ts';

/** The order, locked for a report of a provider. */
export const lockOrderForPayment = (tx: Tx, orderId: string): Promise<Order> =>
  lockOrder(tx, orderId, Prisma.sql`true`);

export interface PaymentEntry {
  readonly type: EntryType;
  readonly at: Date;
  readonly input: Readonly<Record<string, unknown>>;
  /** Columns of the order that change with it. */
  readonly patch?: Pick<OrderPatch, 'paymentInProgressSince'>;
  /** The actor; undefined for the system. */
  readonly by?: { readonly actorId: string; readonly role: Role };
}

/** Appends an entry to a locked order and updates its amounts from the ledger. */
export async function appendPaymentEntry(
  app: OrderRules,
  tx: Tx,
  order: Order,
  { type, at, input, by, patch = {} }: PaymentEntry,
): Promise<Order> {
  const money = { ...patch, ...(await readPaymentColumns(tx, order)) };
  const entry = { type, at, input: toJson(input), actorId: by?.actorId ?? null, role: by?.role ?? 'system' } as const;
  const change = { ...money, ...waitingForColumns(app, { ...order, ...money }) };
  return (await appendToTimeline(tx, order, entry, change)).order;
}
