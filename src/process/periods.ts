/** All periods of the processes, in days. */
export const periods = {
  /** An order expires after it has waited this long. */
  expiry: 14,
  /** Both parties are reminded this long before the expiry. */
  expiryReminder: 3,
  /** A requested payment may arrive this long after the date by which it was due. */
  paymentGrace: 3,
  /** An offer expires after it has waited this long for an answer. Shorter than `expiry`. */
  offer: 7,
  /** The party that answers an offer is reminded this long before it expires. */
  offerReminder: 2,
  /** After the advertiser has reported a payment, the order waits at least this long for the confirmation. */
  paymentConfirmation: 7,
  /** A payment may be in progress at its provider for this long before the order expires. */
  paymentProgress: 21,
  /** The seller answers a requested cancellation within this time; then the request is reported to an operator. */
  cancellation: 7,
  /** The seller is reminded of the request this long before it is reported. */
  cancellationReminder: 2,
  /** The seller of a paid order starts within this time; then the delay is reported to an operator. */
  start: 7,
  /** Without a promised date, the seller completes an order within this time; then the delay is reported to an operator. */
  work: 30,
  /** The delay is reported to an operator this long after the promised date. */
  promiseGrace: 3,
  /** The delay is reported to an operator when an order has been on hold for this long. */
  hold: 30,
  /** An operator decides a dispute within this time. */
  decision: 14,
  /** The awaited party is reminded this long before the delay is reported. */
  delayReminder: 2,
  /** Interval between two reminders that one party sends to the other. */
  partyReminder: 1,
  /** After completion, the seller is reminded of the proof once. */
  proofReminder: 3,
  /** After completion, the seller can submit the requested proof for this long. */
  proof: 28,
  /** After completion, the metrics survey is sent. */
  survey: 7,
  /** The advertiser can answer the survey for this long. */
  surveyAnswer: 14,
  /** After completion, both parties can rate each other for this long; then the ratings are published. */
  review: 14,
  /** After completion, a party may open a dispute for this long. */
  dispute: 30,
  /** The payment of the next month is requested this long before a month ends. */
  renewalNotice: 7,
  /** Interval between reminders of an overdue payment, and between the last reminder and the end of the renewal. */
  renewalReminder: 3,
  /** Number of reminders, not days. */
  renewalReminders: 3,
} as const;
