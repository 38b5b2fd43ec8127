/** A rate in basis points is a share of this. */
export const basisPointsPerWhole = 10_000n;

/** Amount × part ÷ whole, rounded half up to whole units. None of them is negative, and `whole` is greater than 0. */
export const roundedShare = (amount: bigint, part: bigint, whole: bigint): bigint =>
  (2n * amount * part + whole) / (2n * whole);
