/** The tax of orders: the part of a total that the seller owes to the tax authority. Pure. */
import type { Order } from '../generated/prisma/client.ts';
import { basisPointsPerWhole, roundedShare } from '../platform/rounded-share.ts';

/** The rate of the tax, and whether prices include it. An order keeps those that its seller had when it was placed. */
export type TaxTerms = Pick<Order, 'taxBasisPoints' | 'pricesIncludeTax'>;

/** The columns of an order with its total and the tax in it. */
export type TaxedTotal = TaxTerms & Pick<Order, 'totalMinorUnits' | 'taxMinorUnits'>;

/**
 * The total of a price, and the tax in it. The tax is computed once for the whole price, and rounded half up to the smallest
 * unit of the currency; the net amount is the total minus the tax.
 */
export function taxedTotalOf(priceMinorUnits: bigint, { taxBasisPoints, pricesIncludeTax }: TaxTerms): TaxedTotal {
  const rate = BigInt(taxBasisPoints);
  const whole = pricesIncludeTax ? basisPointsPerWhole + rate : basisPointsPerWhole;
  const taxMinorUnits = roundedShare(priceMinorUnits, rate, whole);
  const totalMinorUnits = pricesIncludeTax ? priceMinorUnits : priceMinorUnits + taxMinorUnits;
  return { totalMinorUnits, taxMinorUnits, taxBasisPoints, pricesIncludeTax };
}
