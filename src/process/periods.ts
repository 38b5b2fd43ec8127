/** Every period of the processes, in days. The only place where they stand. */
export const periods = {
  /** An order that waits this long for somebody expires. */
  expiry: 14,
  /** This long before it does, both parties are reminded. */
  expiryReminder: 3,
  /** After completion: the seller is reminded of the proof, once. */
  proofReminder: 3,
  /** After completion: the advertiser is asked what the ad has brought. */
  survey: 7,
  /** The advertiser can answer that for as long as this. */
  surveyAnswer: 14,
  /** After completion: as long as this, both parties can rate each other; what was given is published then. */
  review: 14,
  /** After completion: as long as this, a party may open a dispute. */
  dispute: 30,
  /** This long before a month is over, the payment of the next one is asked for. */
  renewalNotice: 7,
  /** While it is overdue, it is reminded of every so many days, so many times; as long again, and the renewal ends. */
  renewalReminder: 3,
  renewalReminders: 3,
} as const;
