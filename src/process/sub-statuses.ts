/** The sub-statuses of an order: sets of values beside its status, with a description of each value. */

import type {
  PaymentStatus,
  ProofStatus,
  RenewalStatus,
  ReviewStatus,
  SurveyStatus,
} from '../generated/prisma/enums.ts';

/** The payment status of an order as clients see it: the stored one, or one that follows from other columns. */
export type ShownPaymentStatus = PaymentStatus | 'PARTIALLY_PAID' | 'IN_PROGRESS' | 'UNPAID';

interface SubStatusDefinition<Value extends string = string> {
  readonly description: string;
  readonly values: Readonly<Record<Value, string>>;
}

export const orderSubStatuses = {
  PaymentStatus: {
    description: 'Payment status of an order, independent of its status.',
    values: {
      NONE: 'No payment is due yet.',
      AWAITING_MANUAL_PAYMENT: 'To be paid outside the marketplace (bank transfer, cash) and confirmed manually.',
      REQUESTED: 'The payment has been requested from the advertiser.',
      IN_PROGRESS: 'The advertiser has paid, and the payment provider has not received the money yet.',
      PARTIALLY_PAID: 'A part of the payment has been received.',
      PAID: 'The payment has been received in full.',
      FAILED: 'The payment is requested, and the last attempt failed.',
      PARTIALLY_REFUNDED: 'The payment was received and partially refunded.',
      REFUNDED: 'The payment was received and fully refunded.',
      UNPAID: 'The order ended without a payment.',
    },
  },
  ProofStatus: {
    description: 'Status of the proof that the ad ran.',
    values: {
      NONE: 'Proof has not been requested yet.',
      REQUESTED: 'The seller is asked for proof that the ad ran.',
      SUBMITTED: 'The seller has submitted proof that the ad ran.',
      MISSING: 'The seller has not submitted the requested proof in time. It can still be submitted.',
    },
  },
  ReviewStatus: {
    description: 'Status of the ratings of an order.',
    values: {
      NOT_OPEN: 'The order has not been completed yet.',
      OPEN: 'Each party can rate the other once; ratings are sealed.',
      PUBLISHED: 'Both parties have rated, or the rating period has ended: the ratings are visible.',
    },
  },
  SurveyStatus: {
    description: 'Status of the metrics survey of an order.',
    values: {
      NOT_DUE: 'The survey has not been sent yet.',
      DUE: 'The survey is waiting for the advertiser to answer.',
      ANSWERED: 'The advertiser has answered the survey.',
      LAPSED: 'The advertiser did not answer in time.',
    },
  },
  RenewalStatus: {
    description: 'Renewal status of an order, independent of its status.',
    values: {
      NONE: 'The order has no monthly item, or is not paid yet.',
      ACTIVE: 'The order is renewed at the end of the month if the next one is paid.',
      ENDS_AT_PERIOD: 'The renewal was stopped and ends with the paid month.',
      PAST_DUE: 'The payment of the next month is overdue and still expected.',
      ENDED: 'The renewal has ended: it was stopped, was not paid, or continues in the successor.',
    },
  },
} as const satisfies {
  readonly PaymentStatus: SubStatusDefinition<ShownPaymentStatus>;
  readonly ProofStatus: SubStatusDefinition<ProofStatus>;
  readonly ReviewStatus: SubStatusDefinition<ReviewStatus>;
  readonly SurveyStatus: SubStatusDefinition<SurveyStatus>;
  readonly RenewalStatus: SubStatusDefinition<RenewalStatus>;
};

export type SubStatusDefinitions = Readonly<Record<string, SubStatusDefinition>>;
