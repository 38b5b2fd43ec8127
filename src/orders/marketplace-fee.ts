/** The fee of the marketplace on an order, at the rate that applied when the order was placed. */
import type { Order } from '../generated/prisma/client.ts';
import { roundedShare } from '../platform/rounded-share.ts';
import type { Money } from '../process/fields.ts';

const basisPointsPerWhole = 10_000n;

/** The fee on the total, rounded half up to the smallest unit of the currency. */
export const marketplaceFeeOf = ({
  totalMinorUnits,
  feeBasisPoints,
  currency,
}: Pick<Order, 'totalMinorUnits' | 'feeBasisPoints' | 'currency'>): Money => ({
  minorUnits: roundedShare(totalMinorUnits, BigInt(feeBasisPoints), basisPointsPerWhole),
  currency,
});
