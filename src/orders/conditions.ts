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

/** Those of the renewal of monthly items; what the clock does is never asked by people. */
const renewalConditions = {
  orderIsNoRenewal: ({ predecessorId }) => (predecessorId ? 'The order is itself a renewal.' : undefined),
  moneyMovesOutside: ({ paymentMethod }) =>
    isPaidByLink(paymentMethod)
      ? 'The order is paid with a payment link, so payments are confirmed automatically.'
      : undefined,
  renewalIsActive: ({ renewalStatus }) => (renewalStatus === 'ACTIVE' ? undefined : 'The renewal is not active.'),
  renewalIsAsked: ({ isRenewalPaymentRequested }) =>
    isRenewalPaymentRequested ? undefined : 'No payment for the next month is requested in this order.',
  renewalIsNotAsked: ({ isRenewalPaymentRequested }) =>
    isRenewalPaymentRequested ? 'The payment for the next month is already requested.' : undefined,
  renewalIsToConfirm: ({ isRenewalPaymentRequested, paymentMethod }, role) =>
    isRenewalPaymentRequested && role === 'seller' && !isPaidByLink(paymentMethod)
      ? undefined
      : 'The renewal is not awaiting a confirmation of its payment by the seller.',
  renewalGoesOn: ({ renewalStatus }) =>
    renewalStatus === 'ACTIVE' || renewalStatus === 'PAST_DUE'
      ? undefined
      : 'The order is not renewed, so its renewal cannot be stopped.',
  renewalIsOverdue: ({ renewalStatus }) =>
    renewalStatus === 'PAST_DUE' ? undefined : 'The payment of the renewal is not overdue.',
  renewalRemindersAreLeft: ({ renewalReminderCount }) =>
    renewalReminderCount < periods.renewalReminders ? undefined : 'All payment reminders of the renewal were sent.',
  renewalIsOver: ({ renewalStatus, renewalReminderCount }) =>
    renewalStatus === 'ENDS_AT_PERIOD' ||
    (renewalStatus === 'PAST_DUE' && renewalReminderCount >= periods.renewalReminders)
      ? undefined
      : 'The renewal has not ended.',
} satisfies Partial<Record<OrderCondition, Condition>>;

/** The conditions that the table names. */
export const conditions: Record<OrderCondition, Condition> = {
  notYetPaid: (order) =>
    paidAndKept(order) > 0n ? 'The order is paid, so it cannot end without a refund.' : undefined,
  somethingIsPaid: (order) => (paidAndKept(order) > 0n ? undefined : 'There is nothing to refund.'),
  // While it holds, proof is asked for in a completed order; before completion it may be given, but nobody waits for it.
  proofIsAsked: ({ proofStatus, status }) =>
    proofStatus === 'ASKED' && status === 'COMPLETED' ? undefined : 'No proof is requested.',
  ...renewalConditions,
  yourRatingIsOpen: ({ reviewStatus, hasAdvertiserRated, hasSellerRated }, role) => {
    if (reviewStatus !== 'OPEN')
      return reviewStatus === 'CLOSED' ? 'Ratings open on completion.' : 'The period for ratings has ended.';
    const hasRated = role === 'advertiser' ? hasAdvertiserRated : role === 'seller' ? hasSellerRated : true;
    return hasRated ? 'You have already rated this order.' : undefined;
  },
  reviewsAreOpen: ({ reviewStatus }) => (reviewStatus === 'OPEN' ? undefined : 'Ratings are not open.'),
  ratingsAreShown: ({ reviewStatus, hasAdvertiserRated, hasSellerRated }) =>
    reviewStatus === 'PUBLISHED' && (hasAdvertiserRated || hasSellerRated)
      ? undefined
      : 'There are no published ratings.',
  surveyIsStillToCome: ({ surveyStatus }) =>
    surveyStatus === 'NOT_DUE' ? undefined : 'The advertiser was already asked about the results.',
  surveyIsDue: ({ surveyStatus }) =>
    surveyStatus === 'DUE'
      ? undefined
      : surveyStatus === 'NOT_DUE'
        ? 'The survey opens a few days after completion.'
        : 'The survey was answered or has expired.',
  disputeIsPossible: ({ canBeDisputed }) => (canBeDisputed ? undefined : 'The period for disputes has ended.'),
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
