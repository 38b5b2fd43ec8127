/** A payment request above the value of the order is refused: more is asked for with an offer. */
import { defineRefusal } from '../platform/errors.ts';
import type { Money } from '../process/fields.ts';
import { formatMoney } from '../process/format-money.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';

export const AmountNotAgreed = defineRefusal('AmountNotAgreed', {
  code: 'AMOUNT_NOT_AGREED',
  recovery: 'CORRECTABLE',
  message: ({ max }: { readonly max: Money }) =>
    `The amount must be at most ${formatMoney(max)}, the value of the order. To ask for more, make an offer that the advertiser accepts.`,
  example: { max: { minorUnits: 10_000n, currency: 'EUR' } },
  description: 'The amount is more than the value of the order, which the parties have agreed.',
  remedy: 'Request at most `max`, or make an offer with a higher price.',
});

/** Requires an amount that is not above the value of the order. @throws AmountNotAgreed */
const checkAgreedAmount: RunEffect = async (_app, _tx, { order, input }) => {
  const amount = input['amount'] as Money | undefined;
  const max = { minorUnits: order.totalMinorUnits, currency: order.currency };
  if (amount?.currency === max.currency && amount.minorUnits > max.minorUnits) throw new AmountNotAgreed({ max });
  return undefined;
};

export const agreedAmountEffects = {
  checkAgreedAmount: { run: checkAgreedAmount, refusals: [AmountNotAgreed] },
} satisfies Partial<Effects>;
