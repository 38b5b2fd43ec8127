/** The payment methods of orders and their properties. The configuration decides which of them are offered. */

/** The system that moves the money. */
export type ProviderName = 'OFFLINE' | 'TEST' | 'STRIPE';

interface Method {
  readonly about: string;
  readonly provider: ProviderName;
}

export const paymentMethods = {
  BANK_TRANSFER: { about: 'Bank transfer to the account of the seller.', provider: 'OFFLINE' },
  CASH: { about: 'Cash, paid at a place that the seller names.', provider: 'OFFLINE' },
  CARD: { about: 'Card payment on a page of the payment provider.', provider: 'STRIPE' },
  TEST: { about: 'Test payment on a page of this server; never in production.', provider: 'TEST' },
} as const satisfies Record<string, Method>;

export type PaymentMethod = keyof typeof paymentMethods;

/** The description of each payment method. */
// Object.fromEntries forgets the type of the keys.
export const paymentMethodMeanings = Object.fromEntries(
  Object.entries(paymentMethods).map(([method, { about }]) => [method, about]),
) as Record<PaymentMethod, string>;

/** The provider of a payment method. @throws Error for an unknown method */
export function providerOf(method: string): ProviderName {
  if (!Object.hasOwn(paymentMethods, method)) throw new Error(`There is no payment method "${method}"`);
  return paymentMethods[method as PaymentMethod].provider;
}

/** True if the payment is made on a page behind a link; otherwise it is made outside, and people confirm it. */
export const isPaidByLink = (method: string): boolean => providerOf(method) !== 'OFFLINE';

/** The e-mails that are sent when the payment link exists, by the reason for the payment. */
export const mailsWithLink = {
  asked: 'payment-requested',
  renewal: 'renewal-payment-due',
  overdueRenewal: 'renewal-payment-reminder',
} as const;
