/** The steps of the order process with which a paid order is cancelled by agreement. Part of order.ts. */
import type { OrderStatus } from '../generated/prisma/enums.ts';
import { type NamedWait, STAYS, type Step } from './define.ts';
import { optional, text } from './fields.ts';
import { periods } from './periods.ts';

/** The wait for the answer to a requested cancellation. */
export const cancellationWaits = {
  cancellationIsToDecide: { task: 'Accept or decline the cancellation', since: 'cancellationRequestedAt' },
} as const satisfies Record<string, NamedWait>;

const from = ['PAYMENT_RECEIVED', 'PROCESSING', 'ON_HOLD'] as const satisfies readonly OrderStatus[];

// biome-ignore format: a row is read from left to right: from, to, by
export const cancellationSteps = {
  requestCancellation: {
    title: 'Request the cancellation', event: 'cancellationRequested',
    from, to: STAYS, by: ['advertiser'],
    input: { reason: text('The reason why the advertiser wants to cancel the paid order.') },
    guards: ['noCancellationIsRequested'],
    effects: ['beginCancellationRequest'],
    mails: { seller: 'cancellation-requested' },
  },
  acceptCancellation: {
    title: 'Accept the cancellation', event: 'cancellationAccepted',
    from, to: 'CANCELLED', by: ['seller'],
    input: { note: optional(text('A note that the advertiser can read. The payment is refunded in full.')) },
    guards: ['cancellationIsToDecide'],
    recommendedWhile: 'cancellationIsToDecide',
    mails: { advertiser: 'cancellation-accepted' },
  },
  declineCancellation: {
    title: 'Decline the cancellation', event: 'cancellationDeclined',
    from, to: STAYS, by: ['seller'],
    input: { reason: text('The reason why the order is not cancelled, for the advertiser to read.') },
    guards: ['cancellationIsToDecide'],
    effects: ['endCancellationRequest'],
    recommendedWhile: 'cancellationIsToDecide',
    mails: { advertiser: 'cancellation-declined' },
  },
  withdrawCancellationRequest: {
    title: 'Withdraw the cancellation request', event: 'cancellationRequestWithdrawn',
    from, to: STAYS, by: ['advertiser'],
    guards: ['cancellationIsRequested'],
    effects: ['endCancellationRequest'],
    mails: { seller: 'cancellation-withdrawn' },
  },
  reportUnansweredCancellation: {
    title: 'Report the unanswered cancellation request to an operator', event: 'unansweredCancellationReported',
    from, to: STAYS, by: ['system'],
    guards: ['cancellationIsRequested'],
    afterDays: periods.cancellation, countsFrom: 'cancellationRequestedAt',
    deadlineOf: 'cancellationIsToDecide', outcome: 'The unanswered request is reported to an operator.',
    reminder: { daysBefore: periods.cancellationReminder, mails: { awaited: 'cancellation-reminder' } },
    effects: ['recordDelay'],
    mails: { advertiser: 'cancellation-unanswered', seller: 'cancellation-unanswered', operator: 'cancellation-unanswered' },
  },
} as const satisfies Record<string, Step<OrderStatus>>;
