import type { OrderStatus as OrderStatusEnum } from '../generated/prisma/enums.ts';
import { entriesOf, keysOf, recordOf } from '../platform/objects.ts';
import { cancellationSteps, cancellationWaits } from './cancellation-steps.ts';
import {
  BACK,
  type ConditionOf,
  defineProcess,
  type EffectOf,
  type EmailRule,
  type MailOf,
  type NamedWait,
  type OneOrMore,
  type OutcomeOf,
  type PersonRole,
  type Recipient,
  type RecipientCondition,
  STAYS,
  type State,
  type StateOf,
  type Step,
  type StepOf,
  stateWait,
  type Target,
  targetsOf,
} from './define.ts';
import {
  chatText,
  choice,
  date,
  id,
  images,
  link,
  money,
  number,
  optional,
  optionalWith,
  sealed,
  text,
  withFallback,
} from './fields.ts';
import { offerSteps, offerWaits } from './offer-steps.ts';
import { paymentMethodDescriptions } from './payment-methods.ts';
import { periods } from './periods.ts';
import { renewalSteps } from './renewal-steps.ts';

/** Effects of every state in which an order ends. The locks of the spaces come first: see ARCHITECTURE.md, "Availability". */
const effectsOfEnding = [
  'voidOffer',
  'endCancellationRequest',
  'releaseSpaceDays',
  'withdrawAds',
  'closeRenewal',
  'releaseRatings',
  'endSurvey',
  'refundAll',
] as const;

// biome-ignore format: a table is read in columns
const states = {
  PENDING:           { title: 'Waiting for the seller',      progress: 10, waitingOn: 'seller',     task: 'Request the payment, ask a question, or reject the order' },
  FEEDBACK_REQUIRED: { title: 'The seller asked a question', progress: 20, waitingOn: 'advertiser', task: 'Answer the question' },
  FEEDBACK_PROVIDED: { title: 'The advertiser answered',     progress: 30, waitingOn: 'seller',     task: 'Request the payment, ask another question, or reject the order' },
  PAYMENT_REQUIRED:  { title: 'Waiting for the payment',     progress: 45, waitingOn: 'advertiser', task: 'Pay', advice: 'Pay as described in the payment request', entering: ['openPayment'], leaving: ['closePayment'] },
  PAYMENT_RECEIVED:  { title: 'Paid',                        progress: 60, waitingOn: 'seller',     task: 'Start processing', entering: ['voidOffer', 'endCancellationRequest'] },
  PROCESSING:        { title: 'The seller is working',       progress: 75, waitingOn: 'seller',     task: 'Run the ad and complete the order', entering: ['voidOffer'] },
  ON_HOLD:           { title: 'On hold', suspends: true, task: 'Resolve the reason for the hold', advice: 'Resolve the reason for the hold; the seller then resumes the order' },
  COMPLETED:         { title: 'Completed', progress: 100, entering: ['voidOffer', 'endCancellationRequest', 'askForProof', 'openReviews', 'countCompleted'], leaving: ['lockReservedSpaces', 'uncountCompleted'] },
  CANCELLED:         { title: 'Cancelled', final: true, entering: effectsOfEnding, leaving: ['reserveDaysAgain'] },
  REJECTED:          { title: 'Rejected',  final: true, entering: effectsOfEnding, leaving: ['reserveDaysAgain'] },
  EXPIRED:           { title: 'Expired',   final: true, entering: effectsOfEnding, leaving: ['reserveDaysAgain'] },
  DISPUTED:          { title: 'In dispute', suspends: true, waitingOn: 'operator', task: 'Decide the dispute' },
  REFUNDED:          { title: 'Refunded',  final: true, entering: effectsOfEnding, leaving: ['reserveDaysAgain'] },
} as const satisfies Record<OrderStatusEnum, State>;

/** Maximum of a reported metric: far above any campaign, and small enough that sums stay exact. */
const maxMetric = 1_000_000_000;

/** The waits that belong to no state. */
const waits = { ...offerWaits, ...cancellationWaits };

const every = keysOf(states);
/** The states in which an order has not ended. */
const unended = every.filter((status) => !('final' in states[status]));
const overridable = every.filter((status) => !('suspends' in states[status]));
const overrideStatuses = recordOf(overridable, (status) => `Status with the title “${states[status].title}”.`);
// Each status is its own target.
const overrideTargets = recordOf(overridable, (status) => status);

// biome-ignore format: a row is read from left to right: from, to, by
/** The process of an order. All other code derives its knowledge of steps from this table. */
export const orderProcess = defineProcess({
  name: 'Order',
  initial: 'PENDING',
  states,
  waits,
  steps: {
    placeOrder: {
      title: 'Place the order', event: 'orderPlaced',
      from: [], to: 'PENDING', by: ['advertiser'],
      input: {
        brief: text('The purpose and message of the ad, and when it should run.'),
        paymentMethod: choice('PaymentMethod', 'Payment method of the advertiser, one of `paymentMethods`.', paymentMethodDescriptions),
      },
      logs: { predecessorId: optional(id('Order', 'The order of the previous month, which this order renews.')) },
      effects: ['checkTotal', 'reserveSpaceDays', 'createAds', 'openSetupLink'],
      mails: { advertiser: [{ mail: 'ad-setup', when: 'sellerSendsSetupEmails' }, { mail: 'order-confirmation', when: 'orderIsNotARenewal' }], seller: { mail: 'order-received', when: 'orderIsNotARenewal' } },
    },
    requestFeedback: {
      title: 'Request feedback', event: 'feedbackRequested',
      from: ['PENDING', 'FEEDBACK_PROVIDED'], to: 'FEEDBACK_REQUIRED', by: ['seller'],
      input: {
        question: chatText('The question to the advertiser.'),
        draft: optional(chatText('A draft for the advertiser to review.')),
        draftImages: optional(images('Images of the draft for the advertiser to review.')),
      },
      effects: ['postToChat', 'attachFiles'],
      mails: { advertiser: 'feedback-requested' },
    },
    provideFeedback: {
      title: 'Provide feedback', event: 'feedbackProvided',
      from: ['FEEDBACK_REQUIRED'], to: 'FEEDBACK_PROVIDED', by: ['advertiser'],
      input: {
        kind: choice('FeedbackKind', 'The kind of answer that the advertiser gives.', {
          EDITS: 'The draft needs the changes in the answer.',
          APPROVAL: 'The draft is approved without changes.',
          INFORMATION: 'The answer contains the requested information.',
        }),
        answer: optionalWith(chatText('The answer to the question, or the edits to the draft. An approval needs none.'), { field: 'kind', value: 'APPROVAL' }),
        images: optional(images('Images for the answer, such as a logo or an edited draft.')),
      },
      effects: ['postToChat', 'attachFiles'],
      mails: { seller: 'feedback-provided' },
    },
    withdrawFeedbackRequest: {
      title: 'Withdraw the feedback request', event: 'feedbackRequestWithdrawn',
      from: ['FEEDBACK_REQUIRED'], to: 'PENDING', by: ['seller'],
    },
    requestPayment: {
      title: 'Request the payment', event: 'paymentRequested',
      from: ['PENDING', 'FEEDBACK_PROVIDED'], to: 'PAYMENT_REQUIRED', by: ['seller'],
      guards: ['somethingIsToPay'],
      input: {
        amount: withFallback('amountToRequest', money('The amount to pay: at most the total of the order; defaults to its unpaid part.')),
        dueAt: optional(date('The date by which the payment is due.')),
      },
      effects: ['checkAgreedAmount'],
      // Its other effect, `openPayment`, belongs to the state that it enters. A payment link has to be made first, and its e-mail
      // is caused by the entry `checkoutOpened`.
      mails: { advertiser: { mail: 'payment-requested', when: 'paymentIsNotByLink' } },
    },
    withdrawPaymentRequest: {
      title: 'Withdraw the payment request', event: 'paymentRequestWithdrawn',
      from: ['PAYMENT_REQUIRED'], to: 'PENDING', by: ['seller'],
    },
    acceptOrder: {
      title: 'Accept the order without a payment', event: 'orderAccepted',
      from: ['PENDING', 'FEEDBACK_PROVIDED'], to: 'PROCESSING', by: ['seller'], isShortcut: true,
      input: { promisedFor: optional(date('The date on which the ad is expected to run.')) },
      guards: ['nothingIsToPay'],
      effects: ['recordPromise'],
      mails: { advertiser: 'work-started' },
    },
    reportPayment: {
      title: 'Report that it was paid', event: 'paymentReported',
      from: ['PAYMENT_REQUIRED'], to: STAYS, by: ['advertiser'],
      input: {
        reference: text('Identifies the payment, for example the reference of the transfer.', 200),
        receipt: optional(images('The receipt of the bank as images.')),
      },
      guards: ['paymentIsNotByLink', 'paymentIsNotReported'],
      effects: ['notePaymentReport', 'attachFiles'],
      mails: { seller: 'payment-reported' },
    },
    declinePaymentReport: {
      title: 'Answer that no payment was received', event: 'paymentReportDeclined',
      from: ['PAYMENT_REQUIRED'], to: STAYS, by: ['seller'],
      input: { reason: text('The reason, for example the account and the days that were checked.') },
      guards: ['paymentIsReported'],
      effects: ['endPaymentReport'],
      mails: { advertiser: 'payment-not-received' },
    },
    confirmPayment: {
      title: 'Confirm the payment', event: 'paymentReceived',
      from: ['PAYMENT_REQUIRED'], to: { outcome: 'isPaidInFull', to: 'PAYMENT_RECEIVED' }, by: ['seller', 'operator', 'system'],
      input: {
        amount: withFallback('amountDue', money('The amount that was received; defaults to the amount that is due. After a smaller amount, the rest stays due.')),
        reference: text('Identifies the payment, for example the number on the bank statement. A reference is counted once.', 200),
      },
      logs: { amountDue: withFallback('amountLeft', money('The rest that is still due; null if nothing is.')) },
      // The renewal locks the spaces, and the payment then locks the counter of the receipts.
      effects: ['startRenewal', 'settlePayment'],
      mails: { advertiser: 'payment-received', seller: 'payment-received' },
    },
    recordPayment: {
      title: 'Record a payment', event: 'paymentRecorded',
      from: ['PAYMENT_RECEIVED', 'PROCESSING', 'ON_HOLD', 'COMPLETED'], to: STAYS, by: ['seller', 'operator'],
      input: {
        amount: withFallback('amountUnpaid', money('The amount that was received; defaults to the unpaid part of the total of the order.')),
        reference: text('Identifies the payment, for example the number on the bank statement. A reference is counted once.', 200),
      },
      guards: ['isNotPaidInFull'],
      effects: ['countPayment'],
      mails: { advertiser: 'payment-received', seller: 'payment-received' },
    },
    startProcessing: {
      title: 'Start processing', event: 'processingStarted',
      from: ['PAYMENT_RECEIVED'], to: 'PROCESSING', by: ['seller'],
      input: { promisedFor: optional(date('The date on which the ad is expected to run.')) },
      effects: ['recordPromise'],
      mails: { advertiser: 'work-started' },
    },
    putOnHold: {
      title: 'Put the order on hold', event: 'orderPutOnHold',
      from: ['PAYMENT_RECEIVED', 'PROCESSING'], to: 'ON_HOLD', by: ['seller', 'operator'],
      input: {
        reason: text('The reason why the order is on hold.'),
        mustAct: choice('HoldParty', 'The participant who has to act before the order can be resumed.', {
          ADVERTISER: 'The party that placed the order.',
          SELLER: 'The party that owns the ad space.',
          OPERATOR: 'The operator of the marketplace, who mediates.',
        }),
      },
      effects: ['holdForWhoMustAct'],
      mails: { others: 'order-on-hold' },
    },
    resumeOrder: {
      title: 'Resume the order', event: 'orderResumed',
      from: ['ON_HOLD'], to: BACK, by: ['seller', 'operator'],
      mails: { others: 'order-resumed' },
    },
    completeOrder: {
      title: 'Complete the order', event: 'orderCompleted',
      from: ['PROCESSING'], to: 'COMPLETED', by: ['seller'],
      input: {
        note: optional(chatText('A message to the advertiser about the completed work.')),
        proofLink: optional(link('A link to the ad, if proof is available already.')),
        proofScreenshots: optional(images('Screenshots of the ad, if proof is available already.')),
      },
      effects: ['postToChat', 'attachFiles'],
      mails: { advertiser: 'order-completed', seller: { mail: 'proof-asked', when: 'proofIsAsked' } },
    },
    submitProof: {
      title: 'Submit proof that the ad ran', event: 'proofSubmitted',
      from: ['PROCESSING', 'COMPLETED'], to: STAYS, by: ['seller'],
      input: {
        link: optional(link('A link to the page with the ad.')),
        screenshots: optional(images('Screenshots of the ad as it ran.')),
        note: optional(text('A note on what the proof shows.')),
      },
      oneOf: ['link', 'screenshots'],
      effects: ['recordProof', 'attachFiles'],
      recommendedWhile: 'proofIsAsked',
      mails: { advertiser: 'proof-submitted' },
    },
    remindOfProof: {
      title: 'Remind the seller of the proof', event: 'proofReminderSent',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['proofIsAsked'],
      afterDays: periods.proofReminder,
      mails: { seller: 'proof-reminder' },
    },
    lapseProof: {
      title: 'Stop waiting for the proof', event: 'proofLapsed',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['proofIsAsked'],
      afterDays: periods.proof, deadlineOf: 'submitProof', outcome: 'The order stays completed without proof.',
      effects: ['endProof'],
      mails: { advertiser: 'proof-missing', seller: 'proof-missing' },
    },
    rateCollaboration: {
      title: 'Rate the collaboration', event: 'collaborationRated',
      from: ['COMPLETED'], to: STAYS, by: ['advertiser', 'seller'],
      input: {
        stars: sealed(number('Rating of the collaboration with the other party, in stars.', { min: 1, max: 5 })),
        text: optional(sealed(text('Public comment on the collaboration with the other party.', 2_000))),
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
      title: 'Publish the ratings after the rating period', event: 'ratingsPublished',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['reviewsAreOpen'],
      afterDays: periods.review, deadlineOf: 'rateCollaboration', outcome: 'The ratings that were given are published.',
      effects: ['releaseRatings'],
      mails: {
        advertiser: { mail: 'ratings-published', when: 'ratingsAreShown' },
        seller: { mail: 'ratings-published', when: 'ratingsAreShown' },
      },
    },
    sendMetricsSurvey: {
      title: 'Send the metrics survey', event: 'metricsSurveySent',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['surveyIsStillToCome'],
      afterDays: periods.survey,
      effects: ['openSurvey'],
      mails: { advertiser: 'metrics-survey' },
    },
    answerMetricsSurvey: {
      title: 'Answer the metrics survey', event: 'metricsSurveyAnswered',
      from: ['COMPLETED'], to: STAYS, by: ['advertiser'],
      input: {
        traffic: number('Number of visits that the ad brought.', { min: 0, max: maxMetric }),
        leads: number('Number of leads that the ad brought.', { min: 0, max: maxMetric }),
        conversions: number('Number of conversions that the ad brought.', { min: 0, max: maxMetric }),
      },
      guards: ['surveyIsDue'],
      effects: ['recordMetrics'],
      recommendedWhile: 'surveyIsDue',
      mails: { seller: 'metrics-answered' },
    },
    lapseMetricsSurvey: {
      title: 'Let the metrics survey lapse', event: 'metricsSurveyLapsed',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      guards: ['surveyIsDue'],
      afterDays: periods.survey + periods.surveyAnswer, deadlineOf: 'answerMetricsSurvey', outcome: 'The survey ends without an answer.',
      effects: ['endSurvey'],
    },
    openDispute: {
      title: 'Open a dispute', event: 'disputeOpened',
      from: ['PAYMENT_RECEIVED', 'PROCESSING', 'ON_HOLD', 'COMPLETED'], to: 'DISPUTED', by: ['advertiser', 'seller'],
      input: {
        reason: text('The problem, and the outcome that the party asks for.'),
        evidence: optional(link('A link to evidence of the problem.')),
        evidenceImages: optional(images('Images that show evidence of the problem.')),
      },
      effects: ['attachFiles', 'recordDisputer', 'endCancellationRequest'],
      guards: ['disputeIsPossible'],
      mails: { others: 'dispute-opened', operator: 'dispute-opened' },
    },
    resolveDispute: {
      title: 'Resolve the dispute', event: 'disputeResolved',
      from: ['DISPUTED'], by: ['operator'],
      to: { field: 'outcome', targets: { RESUMED: BACK, COMPLETED: 'COMPLETED', CANCELLED: 'CANCELLED', REFUNDED: 'REFUNDED' } },
      input: {
        outcome: choice('DisputeOutcome', 'The outcome that the operator decides.', {
          RESUMED: 'The order continues in its previous state.',
          COMPLETED: 'The work counts as completed.',
          CANCELLED: 'The order ends, and the payment is refunded.',
          REFUNDED: 'The payment is refunded although the work was completed.',
        }),
        reasoning: text('The reasoning of the decision, visible to both parties.'),
      },
      mails: { advertiser: 'dispute-resolved', seller: 'dispute-resolved' },
    },
    withdrawDispute: {
      title: 'Withdraw the dispute', event: 'disputeWithdrawn',
      from: ['DISPUTED'], to: BACK, by: ['advertiser', 'seller'], undoes: true,
      input: { note: optional(text('A note that the other party and the operator can read.')) },
      guards: ['disputeIsYours'],
      mails: { others: 'dispute-withdrawn', operator: 'dispute-withdrawn' },
    },
    closeDisputeWindow: {
      title: 'Close the dispute window', event: 'disputeWindowClosed',
      from: ['COMPLETED'], to: STAYS, by: ['system'],
      afterDays: periods.dispute,
      effects: ['endDisputes'],
    },
    refundOrder: {
      title: 'Refund the order', event: 'orderRefunded',
      from: ['COMPLETED', 'DISPUTED'], to: { outcome: 'isRefundedInFull', to: 'REFUNDED' }, by: ['seller', 'operator'],
      input: {
        amount: optional(money('The amount to refund; defaults to the whole remaining payment.')),
        reason: text('The reason for the refund, visible to both parties.'),
      },
      guards: ['somethingIsPaid'],
      effects: ['refundPart'],
      mails: { others: 'order-refunded' },
    },
    cancelOrder: {
      title: 'Cancel the order', event: 'orderCancelled',
      from: ['PENDING', 'FEEDBACK_REQUIRED', 'FEEDBACK_PROVIDED', 'PAYMENT_REQUIRED'], to: 'CANCELLED', by: ['advertiser', 'seller', 'operator'],
      input: { reason: text('The reason for the cancellation, visible to both parties.') },
      guards: ['notYetPaid'],
      mails: { others: 'order-cancelled' },
    },
    cancelPaidOrder: {
      title: 'Cancel the paid order', event: 'paidOrderCancelled',
      from: ['PAYMENT_RECEIVED', 'PROCESSING', 'ON_HOLD'], to: 'CANCELLED', by: ['seller', 'operator'],
      input: { reason: text('The reason for the cancellation. The payment is refunded in full.') },
      mails: { others: 'order-cancelled' },
    },
    rejectOrder: {
      title: 'Reject the order', event: 'orderRejected',
      from: ['PENDING', 'FEEDBACK_REQUIRED', 'FEEDBACK_PROVIDED'], to: 'REJECTED', by: ['seller'],
      input: {
        reasonCode: choice('RejectionReason', 'The reason why the seller rejects the order.', {
          TIMING: 'The space is not available at that time.',
          NO_FIT: 'The advertiser or the product does not fit the space.',
          CONTENT: 'The content of the ad cannot run in the space.',
          OTHER: 'Another reason, which the note explains.',
        }),
        note: optional(text('A note that the advertiser can read.')),
      },
      guards: ['notYetPaid'],
      mails: { advertiser: 'order-rejected' },
    },
    expireOrder: {
      title: 'Let the order expire', event: 'orderExpired',
      from: ['PENDING', 'FEEDBACK_REQUIRED', 'FEEDBACK_PROVIDED', 'PAYMENT_REQUIRED'], to: 'EXPIRED', by: ['system'],
      guards: ['notYetPaid'],
      afterDays: periods.expiry, deadlineOf: stateWait, outcome: 'The order expires.',
      agreed: { date: 'paymentDueAt', graceDays: periods.paymentGrace, state: 'PAYMENT_REQUIRED' },
      reminder: { daysBefore: periods.expiryReminder, mails: { advertiser: 'order-expires-soon', seller: 'order-expires-soon' } },
      mails: { advertiser: 'order-expired', seller: 'order-expired' },
    },
    reportDelay: {
      title: 'Report the delay to an operator', event: 'delayReported',
      from: ['PAYMENT_RECEIVED', 'PROCESSING', 'ON_HOLD', 'DISPUTED'], to: STAYS, by: ['system'],
      afterDays: { PAYMENT_RECEIVED: periods.start, PROCESSING: periods.work, ON_HOLD: periods.hold, DISPUTED: periods.decision },
      agreed: { date: 'promisedFor', graceDays: periods.promiseGrace, state: 'PROCESSING' },
      deadlineOf: stateWait, outcome: 'The delay is reported to an operator.',
      reminder: { daysBefore: periods.delayReminder, mails: { awaited: 'order-due-soon' } },
      effects: ['recordDelay'],
      mails: { advertiser: 'order-delayed', seller: 'order-delayed', operator: 'order-delayed' },
    },
    sendReminder: {
      title: 'Remind the other party', event: 'reminderSent',
      from: unended, to: STAYS, by: ['advertiser', 'seller'],
      guards: ['otherPartyIsAwaited', 'reminderIsAllowed'],
      effects: ['recordReminder'],
      mails: { others: 'reminder' },
    },
    ...offerSteps,
    ...cancellationSteps,
    ...renewalSteps(every),
    overrideOrderStatus: {
      title: 'Override the order status', event: 'orderStatusOverridden',
      from: every, to: { field: 'status', targets: overrideTargets }, by: ['operator'],
      input: {
        status: choice('OverrideStatus', 'The new status of the order.', overrideStatuses),
        reason: text('The reason for the override, visible to both parties.'),
      },
      override: true,
      mails: { advertiser: 'order-overridden', seller: 'order-overridden' },
    },
  },
});

export type OrderProcess = typeof orderProcess;
export type OrderStatus = StateOf<OrderProcess>;
export type OrderStep = StepOf<OrderProcess>;
/** A wait of the process, which is also the condition under which it lasts. */
export type OrderWait = keyof typeof waits;
export type OrderCondition = Exclude<ConditionOf<OrderProcess>, RecipientCondition>;
export type OrderOutcome = OutcomeOf<OrderProcess>;
export type OrderEffect = EffectOf<OrderProcess>;
export type OrderMail = MailOf<OrderProcess>;

/** A row of the table without the exact types of the literal. */
export type OrderRow = Omit<Step<OrderStatus>, 'mails' | 'reminder' | 'to' | 'deadlineOf'> & {
  readonly to: Target<OrderStatus, OrderOutcome>;
  readonly guards?: readonly OrderCondition[];
  readonly effects?: readonly OrderEffect[];
  readonly recommendedWhile?: OrderCondition;
  readonly deadlineOf?: typeof stateWait | OrderStep | OrderWait;
  readonly reminder?: {
    readonly daysBefore: number;
    readonly mails: Readonly<Partial<Record<PersonRole | 'awaited', OrderMail>>>;
  };
  readonly mails?: Readonly<
    Partial<Record<Recipient, OneOrMore<EmailRule<OrderMail, OrderCondition | RecipientCondition>>>>
  >;
};

/** The rows by name, in the order of the table. */
export const orderSteps: readonly [OrderStep, OrderRow][] = entriesOf(orderProcess.steps);
export const orderStatuses = every;

/** A state of the table without the exact types of the literal. */
export type OrderState = State & {
  readonly entering?: readonly OrderEffect[];
  readonly leaving?: readonly OrderEffect[];
};

/** The waits that belong to no state. */
export const orderWaits: readonly NamedWait[] = Object.values(waits);

/** The wait with this name; undefined for another condition. */
export const orderWait = (condition: OrderCondition): (NamedWait & { readonly name: OrderWait }) | undefined => {
  const waits: Readonly<Partial<Record<OrderCondition, NamedWait>>> = orderProcess.waits ?? {};
  const wait = waits[condition];
  return wait && { ...wait, name: condition as OrderWait };
};

/** The row of a step. */
export const orderRow = (step: OrderStep): OrderRow => orderProcess.steps[step];
/** The state of a status. */
export const orderState = (status: OrderStatus): OrderState => orderProcess.states[status];
/** True if a text is a status of the table. */
export const isOrderStatus = (word: string): word is OrderStatus => Object.hasOwn(orderProcess.states, word);

/** The effects that a step may have: its own, and those of the states that it may leave and enter. */
export const effectsOf = (row: OrderRow): readonly OrderEffect[] => [
  ...(row.effects ?? []),
  ...row.from.flatMap((status) => orderState(status).leaving ?? []),
  ...targetsOf(row.to).flatMap((to) => (to === STAYS || to === BACK ? [] : (orderState(to).entering ?? []))),
];

/** The statuses in which an order has ended for good. */
export const finalStatuses: readonly OrderStatus[] = orderStatuses.filter((status) => orderState(status).final);
/** The statuses in which an operator is expected to act. */
export const operatorStatuses: readonly OrderStatus[] = orderStatuses.filter(
  (status) => orderState(status).waitingOn === 'operator',
);
/** The statuses in which an order is neither completed nor ended. */
export const openStatuses: readonly OrderStatus[] = orderStatuses.filter(
  (status) => !orderState(status).final && orderState(status).progress !== 100,
);
