/** What goes on in an order beside its status, each never mixed into it: the words of each track, and what they mean. */

interface Track {
  readonly about: string;
  readonly words: Readonly<Record<string, string>>;
}

export const orderSubStatuses = {
  PaymentStatus: {
    about: 'How the money of an order stands, whatever its status.',
    words: {
      NONE: 'No payment is due yet.',
      ON_HOLD: 'To be paid outside the marketplace (bank transfer, cash) and confirmed by hand.',
      REQUESTED: 'Asked for.',
      PAID: 'Received.',
      FAILED: 'Asked for; the last attempt to pay failed.',
      PARTIALLY_REFUNDED: 'Received, and given back in part.',
      REFUNDED: 'Received, and given back.',
    },
  },
  ProofStatus: {
    about: 'How the proof stands that the ad ran.',
    words: {
      NONE: 'Not asked for yet.',
      ASKED: 'The seller is asked to show that the ad ran.',
      GIVEN: 'Shown.',
    },
  },
  ReviewStatus: {
    about: 'How the ratings of an order stand.',
    words: {
      CLOSED: 'The order has not been completed yet.',
      OPEN: 'Each party can rate the other once; nobody can read what the other gave.',
      PUBLISHED: 'Both have rated, or the time for it is over: what was given can be read.',
    },
  },
  SurveyStatus: {
    about: 'How the question stands what the ads of an order have brought.',
    words: {
      NOT_DUE: 'The advertiser has not been asked yet.',
      DUE: 'The advertiser is asked.',
      ANSWERED: 'The advertiser has answered.',
      LAPSED: 'The advertiser did not answer in time.',
    },
  },
  RenewalStatus: {
    about: 'How the renewal of an order stands, whatever its status.',
    words: {
      NONE: 'Nothing of it is paid every month, or it is not paid yet.',
      ACTIVE: 'It goes on when the month is over, if the next one is paid.',
      ENDS_AT_PERIOD: 'It was stopped, and ends with the month that was paid for.',
      PAST_DUE: 'The next month is not paid although it is due; it is still waited for.',
      ENDED: 'It is over: it was stopped, not paid, or it goes on in the successor.',
    },
  },
} as const satisfies Record<string, Track>;

export type Tracks = Readonly<Record<string, Track>>;

/** The words of a track. */
export type SubStatus<Name extends keyof typeof orderSubStatuses> = keyof (typeof orderSubStatuses)[Name]['words'] &
  string;
