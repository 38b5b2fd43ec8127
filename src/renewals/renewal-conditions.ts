/** The conditions of the steps that renew an order. */
import { isPaidByLink } from '../process/payment-methods.ts';
import { periods } from '../process/periods.ts';
import type { OrderExtensions } from '../services/order-services.ts';

export const renewalConditions = {
  orderIsNotARenewal: ({ predecessorId }) => (predecessorId ? 'The order is itself a renewal.' : undefined),
  renewalIsActive: ({ renewalStatus }) => (renewalStatus === 'ACTIVE' ? undefined : 'The renewal is not active.'),
  renewalIsAsked: ({ isRenewalPaymentRequested }) =>
    isRenewalPaymentRequested ? undefined : 'No payment for the next month is requested in this order.',
  renewalIsNotAsked: ({ isRenewalPaymentRequested }) =>
    isRenewalPaymentRequested ? 'The payment for the next month is already requested.' : undefined,
  renewalIsToConfirm: ({ isRenewalPaymentRequested, paymentMethod }, role) =>
    isRenewalPaymentRequested && role === 'seller' && !isPaidByLink(paymentMethod)
      ? undefined
      : 'The renewal is not awaiting a confirmation of its payment by the seller.',
  renewalCanBeStopped: ({ renewalStatus }) =>
    renewalStatus === 'ACTIVE' || renewalStatus === 'PAST_DUE'
      ? undefined
      : 'The order is not renewed, so its renewal cannot be stopped.',
  renewalIsOverdue: ({ renewalStatus }) =>
    renewalStatus === 'PAST_DUE' ? undefined : 'The payment of the renewal is not overdue.',
  renewalRemindersAreLeft: ({ renewalReminderCount }) =>
    renewalReminderCount < periods.renewalReminders ? undefined : 'All payment reminders of the renewal were sent.',
  renewalCanEnd: ({ renewalStatus, renewalReminderCount }) =>
    renewalStatus === 'ENDS_AT_PERIOD' ||
    (renewalStatus === 'PAST_DUE' && renewalReminderCount >= periods.renewalReminders)
      ? undefined
      : 'The renewal has not ended.',
} satisfies Partial<OrderExtensions['conditions']>;

/** The advertiser is expected to pay for the next month. */
export const renewalRecommendation = {
  role: 'advertiser',
  title: 'Pay for the next month',
  appliesTo: ({ isRenewalPaymentRequested }) => isRenewalPaymentRequested,
  isRenewal: true,
} satisfies OrderExtensions['recommendations'][number];
