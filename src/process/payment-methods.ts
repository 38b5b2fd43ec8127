/** The payment methods of orders and their properties. The configuration decides which of them are offered. */
import type { PaymentMethod, PaymentProviderName } from '../generated/prisma/enums.ts';
import { mapValues } from '../platform/objects.ts';

interface PaymentMethodDefinition {
  readonly description: string;
  readonly provider: PaymentProviderName;
}

export const paymentMethods = {
  BANK_TRANSFER: { description: 'Bank transfer to the account of the seller.', provider: 'OFFLINE' },
  CASH: { description: 'Cash, paid at a place that the seller names.', provider: 'OFFLINE' },
  CARD: { description: 'Card payment on a page of the payment provider.', provider: 'STRIPE' },
  TEST: { description: 'Test payment on a page of this server; never in production.', provider: 'TEST' },
} as const satisfies Record<PaymentMethod, PaymentMethodDefinition>;

/** The description of each payment method. */
export const paymentMethodDescriptions = mapValues(paymentMethods, ({ description }) => description);

export const providerOf = (method: PaymentMethod): PaymentProviderName => paymentMethods[method].provider;

/** True if the payment is made on a page behind a link; otherwise it is made outside, and people confirm it. */
export const isPaidByLink = (method: PaymentMethod): boolean => providerOf(method) !== 'OFFLINE';

/** The e-mails that are sent when the payment link exists, by the reason for the payment. */
export const mailsWithLink = {
  asked: 'payment-requested',
  renewal: 'renewal-payment-due',
  overdueRenewal: 'renewal-payment-reminder',
} as const;
