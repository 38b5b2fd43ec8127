/** Amounts that a payment provider cannot charge or refund are refused when they are set, and not when they are paid. */
import type { PaymentMethod, PaymentProviderName } from '../generated/prisma/client.ts';
import { defineRefusal } from '../platform/errors.ts';
import type { Money } from '../process/fields.ts';
import { formatMoney } from '../process/format-money.ts';
import { providerOf } from '../process/payment-methods.ts';
import type { Effects, RunEffect } from '../services/order-services.ts';
import type { PayableAmounts } from './provider.ts';
import { payableAtStripe } from './stripe/stripe-amounts.ts';

interface ProviderRule {
  /** The payments and refunds of the provider, as the subjects of messages. */
  readonly subject: { readonly payment: string; readonly refund: string };
  /** The amounts that the provider charges in a currency; undefined if it charges none. */
  readonly amountsIn: (currency: string) => PayableAmounts | undefined;
}

/** The rules of the providers that do not take every amount. */
const rules: Partial<Record<PaymentProviderName, ProviderRule>> = {
  STRIPE: { subject: { payment: 'A card payment', refund: 'A refund to a card' }, amountsIn: payableAtStripe },
};

interface AmountRefusal {
  readonly subject: string;
  readonly currency: string;
  /** The allowed amounts; undefined if no amount of the currency is allowed. */
  readonly allowed: PayableAmounts | undefined;
}

const example: AmountRefusal = {
  ...{ subject: 'A card payment', currency: 'EUR' },
  allowed: { min: 50n, max: 99_999_999n, step: 1n },
};

export const AmountNotPayable = defineRefusal('AmountNotPayable', {
  code: 'AMOUNT_NOT_PAYABLE',
  recovery: 'CORRECTABLE',
  message: ({ subject, currency, allowed }: AmountRefusal) => {
    if (!allowed) return `${subject} cannot be made in ${currency}. Choose another currency.`;
    const show = (minorUnits: bigint) => formatMoney({ minorUnits, currency });
    const multiple = allowed.step > 1n ? ` and a multiple of ${show(allowed.step)}` : '';
    return `${subject} must be from ${show(allowed.min)} to ${show(allowed.max)}${multiple}.`;
  },
  example,
  description: 'The payment provider does not take this amount, or no amount in this currency.',
  remedy:
    'Choose an amount from `min` to `max` that is a multiple of `step`. If these are null, choose another currency. An order can also be placed with another payment method.',
});

const isAllowed = (minorUnits: bigint, { min, max, step }: PayableAmounts): boolean =>
  minorUnits >= min && minorUnits <= max && minorUnits % step === 0n;

/**
 * Nothing is charged for an amount of 0.
 * @throws AmountNotPayable if the provider of the payment method does not charge the amount
 */
export function requirePayable(method: PaymentMethod, { minorUnits, currency }: Money): void {
  const rule = rules[providerOf(method)];
  const allowed = rule?.amountsIn(currency);
  if (minorUnits === 0n) return;
  if (rule && !(allowed && isAllowed(minorUnits, allowed)))
    throw new AmountNotPayable({ subject: rule.subject.payment, currency, allowed });
}

/**
 * Checks a part of a payment that is to be refunded; the rest of a payment can always be refunded.
 * @throws AmountNotPayable if the provider does not refund the part so precisely
 */
export function requireRefundable(
  provider: PaymentProviderName,
  { minorUnits, currency }: Money,
  remaining: bigint,
): void {
  const rule = rules[provider];
  const step = rule?.amountsIn(currency)?.step ?? 1n;
  if (rule && minorUnits !== remaining && minorUnits % step !== 0n)
    throw new AmountNotPayable({
      ...{ subject: rule.subject.refund, currency, allowed: { step, min: step, max: remaining } },
    });
}

/** Checks the total of a new order. The order of a next month has the items of the month before. */
const checkTotal: RunEffect = async (_app, _tx, { order }) => {
  const { predecessorId, paymentMethod, totalMinorUnits: minorUnits, currency } = order;
  if (!predecessorId) requirePayable(paymentMethod, { minorUnits, currency });
  return undefined;
};

export const payableAmountEffects = {
  checkTotal: { run: checkTotal, refusals: [AmountNotPayable] },
} satisfies Partial<Effects>;
