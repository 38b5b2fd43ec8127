/** Reads the receipts and the credit notes of orders, newest first, in a fixed number of statements. */
import { Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Db } from '../platform/db.ts';
import type { Money } from '../process/fields.ts';
import type { Movement } from './ledger.ts';

/** A payment with what its receipt shows. */
export const paymentWithReceipt = {
  receipt: true,
  order: { include: { items: { orderBy: { position: 'asc' } } } },
} satisfies Prisma.PaymentMovementInclude;

type PaymentWithReceipt = Prisma.PaymentMovementGetPayload<{ include: typeof paymentWithReceipt }>;

/** A payment that has a receipt. */
export type IssuedReceipt = PaymentWithReceipt & { readonly receipt: NonNullable<PaymentWithReceipt['receipt']> };

/** The payments that have receipts. */
export const issuedReceipts = (payments: readonly PaymentWithReceipt[]): IssuedReceipt[] =>
  payments.flatMap(({ receipt, ...payment }) => (receipt ? [{ ...payment, receipt }] : []));

const creditNoteWithRefund = { movement: true, receipt: true } satisfies Prisma.CreditNoteInclude;

/** A credit note with its refund, and the receipt that it corrects. */
export type IssuedCreditNote = Prisma.CreditNoteGetPayload<{ include: typeof creditNoteWithRefund }>;

/** The newest receipts of each order. */
export async function readReceipts(
  db: Db,
  orderIds: readonly string[],
  order: Prisma.OrderWhereInput,
): Promise<(readonly IssuedReceipt[])[]> {
  const ids = await newestOf(db, orderIds, {
    rows: Prisma.sql`select receipt.movement_id as id, receipt.issued_at, receipt.id as document_id
      from money_movement join receipt on receipt.movement_id = money_movement.id`,
    limit: limits.paymentsPerOrder,
  });
  const payments = await db.paymentMovement.findMany({
    where: { id: { in: ids }, order },
    include: paymentWithReceipt,
    orderBy: [{ receipt: { issuedAt: 'desc' } }, { receipt: { id: 'desc' } }],
  });
  const byOrder = Map.groupBy(issuedReceipts(payments), ({ orderId }) => orderId);
  return orderIds.map((id) => byOrder.get(id) ?? []);
}

/** The newest credit notes of each order. */
export async function readCreditNotes(
  db: Db,
  orderIds: readonly string[],
  order: Prisma.OrderWhereInput,
): Promise<(readonly IssuedCreditNote[])[]> {
  const ids = await newestOf(db, orderIds, {
    rows: Prisma.sql`select credit_note.id, credit_note.issued_at, credit_note.id as document_id
      from money_movement join credit_note on credit_note.movement_id = money_movement.id`,
    limit: limits.refundsPerOrder,
  });
  const notes = await db.creditNote.findMany({
    where: { id: { in: ids }, movement: { order } },
    include: creditNoteWithRefund,
    orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
  });
  const byOrder = Map.groupBy(notes, ({ movement }) => movement.orderId);
  return orderIds.map((id) => byOrder.get(id) ?? []);
}

async function newestOf(
  db: Db,
  orderIds: readonly string[],
  { rows, limit }: { readonly rows: Prisma.Sql; readonly limit: number },
): Promise<string[]> {
  const newest = await db.$queryRaw<{ id: string }[]>`
    select found.id from unnest(${[...orderIds]}::uuid[]) as wanted (id)
    cross join lateral (
      ${rows} where money_movement.order_id = wanted.id order by issued_at desc, document_id desc limit ${limit}
    ) as found`;
  return newest.map(({ id }) => id);
}

/** The amount of a movement, its tax, and the rest. */
export function shownAmounts({
  amountMinorUnits,
  taxMinorUnits,
  currency,
}: Pick<Movement, 'amountMinorUnits' | 'taxMinorUnits' | 'currency'>): Readonly<
  Record<'amount' | 'tax' | 'net', Money>
> {
  const tax = taxMinorUnits ?? 0n;
  const money = (minorUnits: bigint): Money => ({ minorUnits, currency });
  return { amount: money(amountMinorUnits), tax: money(tax), net: money(amountMinorUnits - tax) };
}
