import type { Order } from '../generated/prisma/client.ts';
import type { Role } from '../process/define.ts';
import type { Money } from '../process/fields.ts';
import type { OrderCondition, OrderOutcome } from '../process/order.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import { periods } from '../process/periods.ts';

/**
 * Says what is in the way of `role`; nothing if the condition holds. Decided by the order's row alone, so that asking
 * costs nothing.
 */
export type Condition = (order: Order, role: Role | undefined) => string | undefined;

/** What was paid and has not been given back, in minor units. */
export const paidAndKept = ({ paidMinorUnits, refundedMinorUnits }: Order): bigint =>
  paidMinorUnits - refundedMinorUnits;

const notNow = 'The renewal does not stand so.';

/** Those of the renewal of monthly items; what the clock does is never asked by people. */
const renewalConditions = {
  orderIsNoRenewal: ({ predecessorId }) => (predecessorId ? 'The order renews another.' : undefined),
  moneyMovesOutside: ({ paymentMethod }) => (isPaidByLink(paymentMethod) ? 'It is paid by a link.' : undefined),
  renewalIsActive: ({ renewal }) => (renewal === 'ACTIVE' ? undefined : notNow),
  renewalIsAsked: ({ isRenewalAsked }) =>
    isRenewalAsked ? undefined : 'No payment of a next month is asked for in this order.',
  renewalIsNotAsked: ({ isRenewalAsked }) => (isRenewalAsked ? notNow : undefined),
  renewalIsToConfirm: ({ isRenewalAsked, paymentMethod }, role) =>
    isRenewalAsked && role === 'seller' && !isPaidByLink(paymentMethod) ? undefined : notNow,
  renewalGoesOn: ({ renewal }) =>
    renewal === 'ACTIVE' || renewal === 'PAST_DUE' ? undefined : 'The order is not renewed, so nothing can be stopped.',
  renewalIsOverdue: ({ renewal }) => (renewal === 'PAST_DUE' ? undefined : notNow),
  renewalRemindersAreLeft: ({ renewalReminders }) => (renewalReminders < periods.renewalReminders ? undefined : notNow),
  renewalIsOver: ({ renewal, renewalReminders }) =>
    renewal === 'ENDS_AT_PERIOD' || (renewal === 'PAST_DUE' && renewalReminders >= periods.renewalReminders)
      ? undefined
      : notNow,
} satisfies Partial<Record<OrderCondition, Condition>>;

/** The conditions that the table names. */
export const conditions: Record<OrderCondition, Condition> = {
  notYetPaid: (order) =>
    paidAndKept(order) > 0n ? 'The order is paid; it can no longer end without a refund.' : undefined,
  somethingIsPaid: (order) => (paidAndKept(order) > 0n ? undefined : 'There is nothing to give back.'),
  // While it holds, proof is asked for in a completed order; before completion it may be given, but nobody waits for it.
  proofIsAsked: ({ proof, status }) =>
    proof === 'ASKED' && status === 'COMPLETED' ? undefined : 'No proof is asked for.',
  ...renewalConditions,
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
