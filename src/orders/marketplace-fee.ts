/** The fee of the marketplace on an order, at the rate that applied when the order was placed. */
import { type Order, Prisma } from '../generated/prisma/client.ts';
import { basisPointsPerWhole, roundedShare } from '../platform/rounded-share.ts';
import type { Money } from '../process/fields.ts';

/** The fee on an amount, rounded half up to the smallest unit of the currency. */
export const feeOn = (minorUnits: bigint, basisPoints: number): bigint =>
  roundedShare(minorUnits, BigInt(basisPoints), basisPointsPerWhole);

/** `feeOn` for hand-written SQL. */
export const feeSql = (minorUnits: Prisma.Sql, basisPoints: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(2 * ${minorUnits} * ${basisPoints} + 10000) / 20000`;

/** The fee on the total. */
export const marketplaceFeeOf = ({
  totalMinorUnits,
  feeBasisPoints,
  currency,
}: Pick<Order, 'totalMinorUnits' | 'feeBasisPoints' | 'currency'>): Money => ({
  minorUnits: feeOn(totalMinorUnits, feeBasisPoints),
  currency,
});
