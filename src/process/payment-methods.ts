/** How an order can be paid, and what follows from it. Which of them are offered is a matter of configuration. */

/** Who carries the money. */
export type ProviderName = 'OFFLINE' | 'TEST' | 'STRIPE';

interface Method {
  readonly about: string;
  readonly provider: ProviderName;
}

export const paymentMethods = {
  BANK_TRANSFER: { about: 'By transfer to the account that the seller names.', provider: 'OFFLINE' },
  CASH: { about: 'In cash, where the seller says.', provider: 'OFFLINE' },
  CARD: { about: 'By card, on a page of the payment provider.', provider: 'STRIPE' },
  TEST: { about: 'With play money, on a page of this server. Never in production.', provider: 'TEST' },
} as const satisfies Record<string, Method>;

export type PaymentMethod = keyof typeof paymentMethods;

/** The words, each with its meaning. */
// Object.fromEntries forgets the type of the keys.
export const paymentMethodMeanings = Object.fromEntries(
  Object.entries(paymentMethods).map(([method, { about }]) => [method, about]),
) as Record<PaymentMethod, string>;

/** Who carries the money of a method. Throws for a word that is none. */
export function providerOf(method: string): ProviderName {
  if (!Object.hasOwn(paymentMethods, method)) throw new Error(`There is no payment method "${method}"`);
  return paymentMethods[method as PaymentMethod].provider;
}

/** Whether money is paid on a page that a link leads to; else it moves outside, and people confirm it. */
export const isPaidByLink = (method: string): boolean => providerOf(method) !== 'OFFLINE';

/** The mails that wait for the link, where there will be one. */
export const mailsWithLink = {
  asked: 'payment-requested',
  renewal: 'renewal-payment-due',
  overdueRenewal: 'renewal-payment-reminder',
} as const;
