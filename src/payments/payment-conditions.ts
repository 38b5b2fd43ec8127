/** The conditions and outcomes of steps that depend on what was paid. */
import type { Order } from '../generated/prisma/client.ts';
import type { Money } from '../process/fields.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import type { OrderExtensions } from '../services/order-services.ts';

/** The amount that was paid and not refunded, in minor units. */
export const netPaid = ({ paidMinorUnits, refundedMinorUnits }: Order): bigint => paidMinorUnits - refundedMinorUnits;

/** The part of the total that is not paid, in minor units; negative if more was paid. */
const unpaidOf = (order: Order): bigint => order.totalMinorUnits - netPaid(order);

/** The amount, if it is more than 0. */
const positive = ({ currency }: Order, minorUnits: bigint): Money | undefined =>
  minorUnits > 0n ? { minorUnits, currency } : undefined;

/** The part of the total that was never received; undefined if there is none. */
const amountUnpaid = (order: Order): Money | undefined => positive(order, order.totalMinorUnits - order.paidMinorUnits);

/** The rest of the requested payment; undefined if no payment is requested. */
const amountDue = (order: Order): Money | undefined => positive(order, order.dueMinorUnits ?? 0n);

/** The values of an order that replace missing amounts. */
export const paymentFallbacks = {
  amountDue,
  amountUnpaid,
  amountToRequest: (order) =>
    positive(order, unpaidOf(order)) ?? { minorUnits: order.totalMinorUnits, currency: order.currency },
  amountLeft: (order, { amount }) => {
    const due = amountDue(order);
    return due && positive(order, due.minorUnits - (amount as Money).minorUnits);
  },
} satisfies OrderExtensions['fallbacks'];

export const paymentConditions = {
  // An order that is paid in part ends with a refund.
  notYetPaid: (order) =>
    netPaid(order) > 0n && unpaidOf(order) <= 0n ? 'The order is paid, so it cannot end without a refund.' : undefined,
  isNotPaidInFull: (order) => (amountUnpaid(order) ? undefined : 'The order is paid in full.'),
  somethingIsToPay: (order) =>
    order.totalMinorUnits > 0n
      ? undefined
      : 'The total of the order is 0, so no payment is requested. Accept the order.',
  nothingIsToPay: (order) =>
    order.totalMinorUnits > 0n ? 'The total of the order is more than 0, so its payment is requested.' : undefined,
  paymentIsReported: ({ paymentReportedAt }) => (paymentReportedAt ? undefined : 'No payment is reported.'),
  paymentIsNotReported: ({ paymentReportedAt }) =>
    paymentReportedAt ? 'The payment is already reported, and the seller has not answered yet.' : undefined,
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
  // What came through a provider, or what an operator accepted, settles the request as it is.
  isPaidInFull: (order, input, role) => {
    const amount = input['amount'] as Money | undefined;
    return role === 'system' || amount === undefined || amount.minorUnits >= (order.dueMinorUnits ?? 0n);
  },
} satisfies Partial<OrderExtensions['outcomes']>;

/** The seller is expected to confirm a payment that the advertiser has reported. */
export const reportRecommendation = {
  role: 'seller',
  title: 'Confirm the reported payment, or answer that it was not received',
  appliesTo: ({ paymentReportedAt }) => paymentReportedAt !== null,
  since: ({ paymentReportedAt }) => paymentReportedAt,
  replacesTask: true,
} satisfies OrderExtensions['recommendations'][number];

/** The operator is expected to decide about a payment exception. */
export const paymentRecommendation = {
  role: 'operator',
  title: 'Resolve the payment exception',
  appliesTo: ({ hasPaymentException }) => hasPaymentException,
} satisfies OrderExtensions['recommendations'][number];
