/**
 * The shares of movements in the tax of their order and in the fee of the marketplace. They are rounded so that the shares of
 * all parts add up to the share of the whole: each is the rounded share of what has been moved so far, minus the earlier ones.
 */
import { Prisma } from '../generated/prisma/client.ts';
import { feeOn, feeSql } from '../orders/marketplace-fee.ts';
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import { roundedShare } from '../platform/rounded-share.ts';
import type { Movement } from './ledger.ts';

interface Sums {
  readonly amount: bigint;
  readonly tax: bigint;
  readonly fee: bigint;
}

/** Stores the shares of a payment in the tax and the fee of its locked order. */
export async function storeSharesOfPayment(tx: Tx, order: Order, payment: Movement): Promise<Movement> {
  const { totalMinorUnits: total, taxMinorUnits, feeBasisPoints } = order;
  const before = await sumBefore(tx, payment, {
    condition: Prisma.sql`order_id = ${order.id}::uuid and kind = 'RECEIVED'`,
    feeBasisPoints,
  });
  const paid = before.amount + payment.amountMinorUnits;
  return store(tx, payment, {
    tax: total > 0n ? roundedShare(taxMinorUnits, paid, total) - before.tax : 0n,
    fee: feeOn(paid, feeBasisPoints) - before.fee,
  });
}

/** Stores the shares of a completed refund in those of the payment that it returns. */
export async function storeSharesOfRefund(
  tx: Tx,
  { order, source, refund }: { readonly order: Order; readonly source: Movement; readonly refund: Movement },
): Promise<Movement> {
  const { amountMinorUnits: amount, taxMinorUnits: tax } = source;
  const { feeBasisPoints } = order;
  const fee = source.feeMinorUnits ?? feeOn(amount, feeBasisPoints);
  const before = await sumBefore(tx, refund, {
    condition: Prisma.sql`source_id = ${source.id}::uuid and kind = 'REFUNDED' and status = 'DONE'`,
    feeBasisPoints,
  });
  const returned = before.amount + refund.amountMinorUnits;
  return store(tx, refund, {
    tax: roundedShare(tax ?? 0n, returned, amount) - before.tax,
    fee: roundedShare(fee, returned, amount) - before.fee,
  });
}

async function sumBefore(
  tx: Tx,
  { id }: Movement,
  { condition, feeBasisPoints }: { readonly condition: Prisma.Sql; readonly feeBasisPoints: number },
): Promise<Sums> {
  // Earlier versions stored no fee.
  const defaultFee = feeSql(Prisma.sql`amount_minor_units`, Prisma.sql`${feeBasisPoints}::int`);
  const [sums] = await tx.$queryRaw<[Sums]>`
    select coalesce(sum(amount_minor_units), 0)::bigint as amount, coalesce(sum(tax_minor_units), 0)::bigint as tax,
      coalesce(sum(coalesce(fee_minor_units, ${defaultFee})), 0)::bigint as fee
    from money_movement where ${condition} and is_counted and id <> ${id}::uuid`;
  return sums;
}

/** A share is never negative and never above the amount, also if the total of the order has changed between two payments. */
function store(tx: Tx, { id, amountMinorUnits }: Movement, { tax, fee }: Pick<Sums, 'tax' | 'fee'>): Promise<Movement> {
  const bounded = (share: bigint) => (share < 0n ? 0n : share > amountMinorUnits ? amountMinorUnits : share);
  return tx.paymentMovement.update({
    where: { id },
    data: { taxMinorUnits: bounded(tax), feeMinorUnits: bounded(fee) },
  });
}
