/** All periods of the processes, in days. */
export const periods = {
  /** An order expires after it has waited this long. */
  expiry: 14,
  /** Both parties are reminded this long before the expiry. */
  expiryReminder: 3,
  /** After completion, the seller is reminded of the proof once. */
  proofReminder: 3,
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
