import {
  BACK,
  type ConditionOf,
  defineProcess,
  type EffectOf,
  type EmailRule,
  type MailOf,
  type OneOrMore,
  type OutcomeOf,
  type Recipient,
  STAYS,
  type State,
  type StateOf,
  type Step,
  type StepOf,
  type Target,
} from './define.ts';
import { chatText, choice, date, id, images, link, money, number, optional, sealed, text } from './fields.ts';
import { paymentMethodMeanings } from './payment-methods.ts';
import { periods } from './periods.ts';
import { renewalSteps } from './renewal-steps.ts';

/** Done wherever an order ends. */
const atTheEnd = ['withdrawAds', 'closeRenewal', 'releaseRatings', 'endSurvey'] as const;

// biome-ignore format: a table is read in columns
const states = {
  PENDING:           { title: 'Waiting for the seller',      progress: 10, waitingOn: 'seller' },
  FEEDBACK_REQUIRED: { title: 'The seller asked a question', progress: 20, waitingOn: 'advertiser' },
  FEEDBACK_PROVIDED: { title: 'The advertiser answered',     progress: 30, waitingOn: 'seller' },
  PAYMENT_REQUIRED:  { title: 'Waiting for the payment',     progress: 45, waitingOn: 'advertiser', advice: 'Pay as the request says', entering: ['openPayment'], leaving: ['closePayment'] },
  PAYMENT_RECEIVED:  { title: 'Paid',                        progress: 60, waitingOn: 'seller' },
  PROCESSING:        { title: 'The seller is at work',       progress: 75, waitingOn: 'seller' },
  HOLD:              { title: 'On hold', suspends: true, advice: 'Do what the hold asks for; the seller resumes the order' },
  COMPLETED:         { title: 'Completed', progress: 100, entering: ['askForProof', 'openReviews', 'countCompleted'], leaving: ['uncountCompleted'] },
  CANCELLED:         { title: 'Cancelled', final: true, entering: [...atTheEnd, 'refundAll'] },
  REJECTED:          { title: 'Rejected',  final: true, entering: atTheEnd },
  EXPIRED:           { title: 'Expired',   final: true, entering: atTheEnd },
  DISPUTED:          { title: 'In dispute', suspends: true, waitingOn: 'operator' },
  REFUNDED:          { title: 'Refunded',  final: true, entering: [...atTheEnd, 'refundAll'] },
} as const satisfies Record<string, State>;

/** The largest number that a metric may have: far beyond any campaign, and sums of them stay exact. */
const maxMetric = 1_000_000_000;

type Status = keyof typeof states;
type Leads = Record<Status, Status>;
// Object.keys forgets the type of what it was given.
const every = Object.keys(states) as Status[];
// Object.fromEntries forgets the type of the keys.
const placesToPut = Object.fromEntries(
  every.filter((status) => !('suspends' in states[status])).map((status) => [status, `${states[status].title}.`]),
) as Record<Status, string>;
// The same words, each leading to itself.
const whereTheyLead = Object.fromEntries(Object.keys(placesToPut).map((status) => [status, status])) as Leads;

// biome-ignore format: a row is read from left to right: from, to, by
/** What can happen to an order. Everything else in this repository that knows about steps reads this table. */
export const orderProcess = defineProcess({
  name: 'Order',
  initial: 'PENDING',
  states,
  steps: {
    placeOrder: {
      title: 'Place the order',
      from: [], to: 'PENDING', by: ['advertiser'],
      input: {
        brief: text('What the ad is for, what it should say, when it should run.'),
        paymentMethod: choice('PaymentMethod', 'How the advertiser will pay: one of `paymentMethods`.', paymentMethodMeanings),
      },
      logs: { predecessorId: optional(id('Order', 'The order of the month before, which this one renews.')) },
      effects: ['createAds', 'openSetupLink'],
      mails: { advertiser: ['ad-setup', { mail: 'order-confirmation', when: 'orderIsNoRenewal' }], seller: { mail: 'order-received', when: 'orderIsNoRenewal' } },
    },
    requestFeedback: {
      title: 'Ask the advertiser',
      from: ['PENDING', 'FEEDBACK_PROVIDED'], to: 'FEEDBACK_REQUIRED', by: ['seller'],
      input: {
        question: chatText('What the advertiser is asked.'),
        draft: optional(chatText('A draft for the advertiser to look at.')),
        draftImages: optional(images('The same, as it will look.')),
      },
      effects: ['postToChat', 'attachFiles'],
      mails: { advertiser: 'feedback-requested' },
    },
    provideFeedback: {
      title: 'Answer the seller',
      from: ['FEEDBACK_REQUIRED'], to: 'FEEDBACK_PROVIDED', by: ['advertiser'],
      input: {
        kind: choice('FeedbackKind', 'What the answer is.', {
          EDITS: 'What has to change in the draft.',
          APPROVAL: 'The draft is fine as it is.',
          INFORMATION: 'What the seller wanted to know.',
        }),
        answer: chatText('The answer to the question, or the edits to the draft.'),
        images: optional(images('What the answer is about: a picture, a logo, the draft with the edits in it.')),
      },
      effects: ['postToChat', 'attachFiles'],
      mails: { seller: 'feedback-provided' },
    },
    withdrawFeedbackRequest: {
      title: 'Withdraw the question',
      from: ['FEEDBACK_REQUIRED'], to: 'PENDING', by: ['seller'],
    },
    requestPayment: {
      title: 'Ask for the payment',
      from: ['PENDING', 'FEEDBACK_PROVIDED'], to: 'PAYMENT_REQUIRED', by: ['seller'],
      input: {
        amount: optional(money("The sum to pay; the order's value if left out.")),
        dueAt: optional(date('When it should be paid by.')),
      },
      mails: { advertiser: 'payment-requested' },
    },
    withdrawPaymentRequest: {
      title: 'Withdraw the payment request',
      from: ['PAYMENT_REQUIRED'], to: 'PENDING', by: ['seller'],
    },
    receivePayment: {
      title: 'Confirm the payment',
      from: ['PAYMENT_REQUIRED'], to: 'PAYMENT_RECEIVED', by: ['seller', 'operator', 'system'],
      input: {
        amount: optional(money('The sum that arrived; the sum asked for if left out.')),
        reference: text('What tells this payment from others, e.g. the number on the bank statement. The same reference counts once.', 200),
      },
      effects: ['settlePayment', 'startRenewal'],
      mails: { advertiser: 'payment-received', seller: 'payment-received' },
    },
    startProcessing: {
      title: 'Start the work',
      from: ['PAYMENT_RECEIVED'], to: 'PROCESSING', by: ['seller'],
      input: { promisedFor: optional(date('When the advertiser can expect the ad to run.')) },
      mails: { advertiser: 'work-started' },
    },
    putOnHold: {
      title: 'Put the order on hold',
      from: ['PAYMENT_RECEIVED', 'PROCESSING'], to: 'HOLD', by: ['seller', 'operator'],
      input: {
        reason: text('Why the order has to wait.'),
        mustAct: choice('HoldParty', 'Who has to act before it can go on.', {
          ADVERTISER: 'The party that ordered.',
          SELLER: 'The party that owns the space.',
          OPERATOR: 'Who runs the marketplace.',
        }),
      },
      effects: ['holdForWhoMustAct'],
      mails: { others: 'order-on-hold' },
    },
    resumeOrder: {
      title: 'Resume the order',
      from: ['HOLD'], to: BACK, by: ['seller', 'operator'],
      mails: { others: 'order-resumed' },
    },
    completeOrder: {
      title: 'Complete the order',
      from: ['PROCESSING'], to: 'COMPLETED', by: ['seller'],
      input: {
        note: optional(chatText('A message to the advertiser.')),
        proofLink: optional(link('Where the ad can be seen, if it can be shown already.')),
        proofScreenshots: optional(images('How it looked, likewise.')),
      },
      effects: ['postToChat', 'attachFiles'],
      mails: { advertiser: 'order-completed', seller: { mail: 'proof-asked', when: 'proofIsAsked' } },
    },
    submitProof: {
      title: 'Show that the ad ran',
      from: ['PROCESSING', 'COMPLETED'], to: STAYS, by: ['seller'],
      input: {
        link: optional(link('Where the ad can be seen.')),
        screenshots: optional(images('How it looked.')),
        note: optional(text('What to look at.')),
      },
      oneOf: ['link', 'screenshots'],
      effects: ['recordProof', 'attachFiles'],
      recommendedWhile: 'proofIsAsked',
      mails: { advertiser: 'proof-submitted' },
    },
    remindOfProof: {
      title: 'The seller is reminded of the proof',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['proofIsAsked'],
      afterDays: periods.proofReminder,
      mails: { seller: 'proof-reminder' },
    },
    rateCollaboration: {
      title: 'Rate the collaboration',
      from: ['COMPLETED'], to: STAYS, by: ['advertiser', 'seller'],
      input: {
        stars: sealed(number('How it was to work with the other party.', { min: 1, max: 5 })),
        text: optional(sealed(text('What others should know of it.', 2_000))),
      },
      guards: ['yourRatingIsOpen'],
      effects: ['recordRating'],
      recommendedWhile: 'yourRatingIsOpen',
      mails: {
        others: { mail: 'rating-given', when: 'reviewsAreOpen' },
        advertiser: { mail: 'ratings-published', when: 'ratingsAreShown' },
        seller: { mail: 'ratings-published', when: 'ratingsAreShown' },
      },
    },
    publishRatings: {
      title: 'The time for ratings is over',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['reviewsAreOpen'],
      afterDays: periods.review,
      effects: ['releaseRatings'],
      mails: {
        advertiser: { mail: 'ratings-published', when: 'ratingsAreShown' },
        seller: { mail: 'ratings-published', when: 'ratingsAreShown' },
      },
    },
    sendMetricsSurvey: {
      title: 'The advertiser is asked what the ad has brought',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['surveyIsStillToCome'],
      afterDays: periods.survey,
      effects: ['openSurvey'],
      mails: { advertiser: 'metrics-survey' },
    },
    answerMetricsSurvey: {
      title: 'Tell what the ad has brought',
      from: ['COMPLETED'], to: STAYS, by: ['advertiser'],
      input: {
        traffic: number('How many visits it brought.', { min: 0, max: maxMetric }),
        leads: number('How many people asked for more.', { min: 0, max: maxMetric }),
        conversions: number('How many bought, or did what the ad was for.', { min: 0, max: maxMetric }),
      },
      guards: ['surveyIsDue'],
      effects: ['recordMetrics'],
      recommendedWhile: 'surveyIsDue',
      mails: { seller: 'metrics-answered' },
    },
    lapseMetricsSurvey: {
      title: 'The time to tell what the ad has brought is over',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['surveyIsDue'],
      afterDays: periods.survey + periods.surveyAnswer,
      effects: ['endSurvey'],
    },
    openDispute: {
      title: 'Open a dispute',
      from: ['PAYMENT_RECEIVED', 'PROCESSING', 'HOLD', 'COMPLETED'], to: 'DISPUTED', by: ['advertiser', 'seller'],
      input: {
        reason: text('What went wrong, and what would put it right.'),
        evidence: optional(link('Where it can be seen.')),
        evidenceImages: optional(images('How it looks.')),
      },
      effects: ['attachFiles'],
      guards: ['disputeIsPossible'],
      mails: { others: 'dispute-opened', operator: 'dispute-opened' },
    },
    resolveDispute: {
      title: 'Resolve the dispute',
      from: ['DISPUTED'], by: ['operator'],
      to: { field: 'outcome', targets: { RESUMED: BACK, COMPLETED: 'COMPLETED', CANCELLED: 'CANCELLED', REFUNDED: 'REFUNDED' } },
      input: {
        outcome: choice('DisputeOutcome', 'What is decided.', {
          RESUMED: 'The order goes on where it was.',
          COMPLETED: 'The work counts as done.',
          CANCELLED: 'The order ends; what was paid is refunded.',
          REFUNDED: 'What was paid is refunded, although the work was done.',
        }),
        reasoning: text('Why it is decided so. Both parties read it.'),
      },
      mails: { advertiser: 'dispute-resolved', seller: 'dispute-resolved' },
    },
    closeDisputeWindow: {
      title: 'The time for a dispute is over',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      afterDays: periods.dispute,
      effects: ['endDisputes'],
    },
    refundOrder: {
      title: 'Refund the advertiser',
      from: ['COMPLETED', 'DISPUTED'], to: { outcome: 'isRefundedInFull', to: 'REFUNDED' }, by: ['seller', 'operator'],
      input: {
        amount: optional(money('The sum to give back; all that is left of the payment if left out.')),
        reason: text('Why it is given back.'),
      },
      guards: ['somethingIsPaid'],
      effects: ['refundPart'],
      mails: { others: 'order-refunded' },
    },
    cancelOrder: {
      title: 'Cancel the order',
      from: ['PENDING', 'FEEDBACK_REQUIRED', 'FEEDBACK_PROVIDED', 'PAYMENT_REQUIRED'], to: 'CANCELLED', by: ['advertiser', 'seller', 'operator'],
      input: { reason: text('Why the order is cancelled.') },
      guards: ['notYetPaid'],
      mails: { others: 'order-cancelled' },
    },
    cancelPaidOrder: {
      title: 'Cancel the paid order',
      from: ['PAYMENT_RECEIVED', 'PROCESSING', 'HOLD'], to: 'CANCELLED', by: ['seller', 'operator'],
      input: { reason: text('Why the order is cancelled. What was paid is refunded in full.') },
      mails: { others: 'order-cancelled' },
    },
    rejectOrder: {
      title: 'Reject the order',
      from: ['PENDING', 'FEEDBACK_REQUIRED', 'FEEDBACK_PROVIDED'], to: 'REJECTED', by: ['seller'],
      input: {
        reasonCode: choice('RejectionReason', 'Why the order is rejected.', {
          TIMING: 'The space is not free at that time.',
          NO_FIT: 'The advertiser or the product does not fit the space.',
          CONTENT: 'What the ad says or shows cannot run there.',
          OTHER: 'Something else; the note says what.',
        }),
        note: optional(text('A word to the advertiser.')),
      },
      guards: ['notYetPaid'],
      mails: { advertiser: 'order-rejected' },
    },
    expireOrder: {
      title: 'The order expires',
      from: ['PENDING', 'FEEDBACK_REQUIRED', 'PAYMENT_REQUIRED'], to: 'EXPIRED', by: ['system'],
      guards: ['notYetPaid'],
      afterDays: periods.expiry,
      reminder: { daysBefore: periods.expiryReminder, mails: { advertiser: 'order-expires-soon', seller: 'order-expires-soon' } },
      mails: { advertiser: 'order-expired', seller: 'order-expired' },
    },
    ...renewalSteps(every),
    operatorOverride: {
      title: 'Put the order into another status',
      from: every, to: { field: 'status', targets: whereTheyLead }, by: ['operator'],
      input: {
        status: choice('OverrideStatus', 'The status that the order is put into.', placesToPut),
        reason: text('Why the operator steps in. Both parties read it.'),
      },
      override: true,
      mails: { advertiser: 'order-overridden', seller: 'order-overridden' },
    },
  },
});

export type OrderProcess = typeof orderProcess;
export type OrderStatus = StateOf<OrderProcess>;
export type OrderStep = StepOf<OrderProcess>;
export type OrderCondition = ConditionOf<OrderProcess>;
export type OrderOutcome = OutcomeOf<OrderProcess>;
export type OrderEffect = EffectOf<OrderProcess>;
export type OrderMail = MailOf<OrderProcess>;

/** A row of the table, without the exact types that only the compiler needs. */
export type OrderRow = Omit<Step<OrderStatus>, 'mails' | 'to'> & {
  readonly to: Target<OrderStatus, OrderOutcome>;
  readonly guards?: readonly OrderCondition[];
  readonly effects?: readonly OrderEffect[];
  readonly recommendedWhile?: OrderCondition;
  readonly mails?: Readonly<Partial<Record<Recipient, OneOrMore<EmailRule<OrderMail, OrderCondition>>>>>;
};

/** The rows with their names, in the order of the table. */
// Object.entries forgets the type of the keys.
export const orderSteps = Object.entries(orderProcess.steps) as [OrderStep, OrderRow][];
export const orderStatuses = every;

/** A state of the table, likewise. */
export type OrderState = State & {
  readonly entering?: readonly OrderEffect[];
  readonly leaving?: readonly OrderEffect[];
};

/** The row of a step. */
export const orderRow = (step: OrderStep): OrderRow => orderProcess.steps[step];
/** The state of a status. */
export const orderState = (status: OrderStatus): OrderState => orderProcess.states[status];
/** Whether a word is a status of the table. */
export const isOrderStatus = (word: string): word is OrderStatus => Object.hasOwn(orderProcess.states, word);
