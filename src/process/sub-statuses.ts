/** The sub-statuses of an order: sets of values beside its status, with a description of each value. */

interface Track {
  readonly about: string;
  readonly words: Readonly<Record<string, string>>;
}

export const orderSubStatuses = {
  PaymentStatus: {
    about: 'Payment status of an order, independent of its status.',
    words: {
      NONE: 'No payment is due yet.',
      ON_HOLD: 'To be paid outside the marketplace (bank transfer, cash) and confirmed manually.',
      REQUESTED: 'The payment has been requested from the advertiser.',
      PAID: 'The payment has been received in full.',
      FAILED: 'The payment is requested, and the last attempt failed.',
      PARTIALLY_REFUNDED: 'The payment was received and partially refunded.',
      REFUNDED: 'The payment was received and fully refunded.',
    },
  },
  ProofStatus: {
    about: 'Status of the proof that the ad ran.',
    words: {
      NONE: 'Proof has not been requested yet.',
      ASKED: 'The seller is asked for proof that the ad ran.',
      GIVEN: 'The seller has submitted proof that the ad ran.',
    },
  },
  ReviewStatus: {
    about: 'Status of the ratings of an order.',
    words: {
      CLOSED: 'The order has not been completed yet.',
      OPEN: 'Each party can rate the other once; ratings are sealed.',
      PUBLISHED: 'Both parties have rated, or the rating period has ended: the ratings are visible.',
    },
  },
  SurveyStatus: {
    about: 'Status of the metrics survey of an order.',
    words: {
      NOT_DUE: 'The survey has not been sent yet.',
      DUE: 'The survey is waiting for the advertiser to answer.',
      ANSWERED: 'The advertiser has answered the survey.',
      LAPSED: 'The advertiser did not answer in time.',
    },
  },
  RenewalStatus: {
    about: 'Renewal status of an order, independent of its status.',
    words: {
      NONE: 'The order has no monthly item, or is not paid yet.',
      ACTIVE: 'The order is renewed at the end of the month if the next one is paid.',
      ENDS_AT_PERIOD: 'The renewal was stopped and ends with the paid month.',
      PAST_DUE: 'The payment of the next month is overdue and still expected.',
      ENDED: 'The renewal has ended: it was stopped, was not paid, or continues in the successor.',
    },
  },
} as const satisfies Record<string, Track>;

export type Tracks = Readonly<Record<string, Track>>;

/** The values of a sub-status. */
export type SubStatus<Name extends keyof typeof orderSubStatuses> = keyof (typeof orderSubStatuses)[Name]['words'] &
  string;
