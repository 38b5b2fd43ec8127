import type { Order } from '../generated/prisma/client.ts';
import type { Role } from '../process/define.ts';
import type { Money } from '../process/fields.ts';
import type { OrderCondition, OrderOutcome } from '../process/order.ts';

/**
 * Says what is in the way of `role`; nothing if the condition holds. Decided by the order's row alone, so that asking
 * costs nothing.
 */
export type Condition = (order: Order, role: Role | undefined) => string | undefined;

/** What was paid and has not been given back, in minor units. */
export const paidAndKept = ({ paidMinorUnits, refundedMinorUnits }: Order): bigint =>
  paidMinorUnits - refundedMinorUnits;

/** The conditions that the table names. */
export const conditions: Record<OrderCondition, Condition> = {
  notYetPaid: (order) =>
    paidAndKept(order) > 0n ? 'The order is paid; it can no longer end without a refund.' : undefined,
  somethingIsPaid: (order) => (paidAndKept(order) > 0n ? undefined : 'There is nothing to give back.'),
  // While it holds, proof is asked for in a completed order; before completion it may be given, but nobody waits for it.
  proofIsAsked: ({ proof, status }) =>
    proof === 'ASKED' && status === 'COMPLETED' ? undefined : 'No proof is asked for.',
  yourRatingIsOpen: ({ reviews, advertiserRated, sellerRated }, role) => {
    if (reviews !== 'OPEN')
      return reviews === 'CLOSED' ? 'Ratings open on completion.' : 'The time for ratings is over.';
    const hasRated = role === 'advertiser' ? advertiserRated : role === 'seller' ? sellerRated : true;
    return hasRated ? 'Each party rates an order once.' : undefined;
  },
  reviewsAreOpen: ({ reviews }) => (reviews === 'OPEN' ? undefined : 'Ratings are not open.'),
  ratingsAreShown: ({ reviews, advertiserRated, sellerRated }) =>
    reviews === 'PUBLISHED' && (advertiserRated || sellerRated) ? undefined : 'There are no ratings to show.',
  surveyIsStillToCome: ({ survey }) => (survey === 'NOT_DUE' ? undefined : 'The advertiser was asked before.'),
  surveyIsDue: ({ survey }) =>
    survey === 'DUE'
      ? undefined
      : survey === 'NOT_DUE'
        ? 'It is asked some days after completion.'
        : 'It was answered, or the time for it is over.',
  disputeIsPossible: ({ mayBeDisputed }) => (mayBeDisputed ? undefined : 'The time for a dispute is over.'),
};

/** Whether what the table calls so will have come about when the step is taken. */
export type Outcome = (order: Order, input: Readonly<Record<string, unknown>>) => boolean;

/** The outcomes that the table names. */
export const outcomes: Record<OrderOutcome, Outcome> = {
  isRefundedInFull: (order, input) => {
    const amount = input['amount'] as Money | undefined;
    return amount === undefined || amount.minorUnits >= paidAndKept(order);
  },
};
