/** The conditions and outcomes of steps that depend on what was paid. */
import type { Order } from '../generated/prisma/client.ts';
import type { Money } from '../process/fields.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import type { OrderExtensions } from '../services/order-services.ts';

/** The amount that was paid and not refunded, in minor units. */
export const netPaid = ({ paidMinorUnits, refundedMinorUnits }: Order): bigint => paidMinorUnits - refundedMinorUnits;

export const paymentConditions = {
  notYetPaid: (order) => (netPaid(order) > 0n ? 'The order is paid, so it cannot end without a refund.' : undefined),
  somethingIsPaid: (order) => (netPaid(order) > 0n ? undefined : 'There is nothing to refund.'),
  paymentIsNotByLink: ({ paymentMethod }) =>
    isPaidByLink(paymentMethod)
      ? 'The order is paid with a payment link, so payments are confirmed automatically.'
      : undefined,
} satisfies Partial<OrderExtensions['conditions']>;

export const paymentOutcomes = {
  isRefundedInFull: (order, input) => {
    const amount = input['amount'] as Money | undefined;
    return amount === undefined || amount.minorUnits >= netPaid(order);
  },
} satisfies Partial<OrderExtensions['outcomes']>;

/** The operator is expected to decide about a payment exception. */
export const paymentRecommendation = {
  role: 'operator',
  title: 'Resolve the payment exception',
  appliesTo: ({ hasPaymentException }) => hasPaymentException,
} satisfies OrderExtensions['recommendations'][number];
