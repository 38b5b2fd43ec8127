import { entriesOf } from '../platform/objects.ts';
import { type AdStep, adSteps } from './ad.ts';
import { choice, date, type Fields, id, money, optional, text } from './fields.ts';
import { type OrderStep, orderSteps } from './order.ts';

const template = text('The name of the e-mail template.', 100);
const recipient = choice('EmailRecipient', 'The recipient of the e-mail.', {
  ADVERTISER: 'The party that placed the order.',
  SELLER: 'The party that owns the ad space.',
  OPERATOR: 'The operator of the marketplace, who mediates.',
});

const sum = money('The amount of the payment or refund.');
const reference = text('Reference of the payment at the provider or on the bank statement.', 200);
const failureMessage = text('The error message of the payment provider.', 500);
const request = {
  sum,
  dueAt: optional(date('The date by which the payment is due.')),
};

/** The decisions of an operator about a payment exception. */
export const paymentExceptionOutcome = choice(
  'PaymentExceptionOutcome',
  'Decision of an operator about a payment exception.',
  {
    ACCEPT: 'The money is applied to the requested payment as it is.',
    REFUND: 'The money is refunded through its provider; a failed refund is tried again.',
    MANUAL: 'The exception was handled outside, as the note explains. A failed refund counts as refunded.',
  },
);
export type PaymentExceptionOutcome = NonNullable<(typeof paymentExceptionOutcome)['value']>;

/** An entry that no step of a table adds. */
interface OtherEntry {
  /** The event, in the past tense and in camel case: `paymentFailed`. See names.ts. */
  readonly event: string;
  /** The meaning of the event, to follow its title and a colon. */
  readonly description: string;
  readonly input: Fields;
}

/** Payment events besides the steps of the table. */
const moneyEntries = {
  checkoutOpened: {
    event: 'checkoutOpened',
    description: 'a payment link is ready',
    input: { ...request, expiresAt: optional(date('The time when the link expires; a new one is made on request.')) },
  },
  checkoutExpired: { event: 'checkoutExpired', description: 'the payment link has expired', input: {} },
  checkoutFailed: {
    event: 'checkoutFailed',
    description: 'no payment link could be made',
    input: { ...request, failureMessage },
  },
  paymentInitiated: {
    event: 'paymentInitiated',
    description: 'the advertiser has paid, and the payment provider has not received the money yet',
    input: { sum },
  },
  paymentFailed: {
    event: 'paymentFailed',
    description: 'an attempt to pay has failed',
    input: { sum, failureMessage },
  },
  paymentArrivedLate: {
    event: 'paymentArrivedLate',
    description: 'the payment was no longer requested, and is refunded',
    input: { sum, reference },
  },
  paymentMismatched: {
    event: 'paymentMismatched',
    description: 'the payment does not match the request, and an operator decides about it',
    input: {
      sum,
      reference,
      expected: money('The amount that was requested.'),
      mismatch: choice('PaymentMismatch', 'The difference between the payment and the request.', {
        TOO_LITTLE: 'The amount is less than requested.',
        TOO_MUCH: 'The amount is more than requested.',
        OTHER_CURRENCY: 'The currency is not that of the order.',
      }),
    },
  },
  paymentRefunded: {
    event: 'paymentRefunded',
    description: 'a payment was refunded, in full or in part',
    input: { sum, reference },
  },
  refundFailed: {
    event: 'refundFailed',
    description: 'the refund could not be made, and an operator decides about it',
    input: { sum, failureMessage },
  },
  paymentDisputed: {
    event: 'paymentDisputed',
    description: "the payer's bank disputes the payment, and an operator decides about it",
    input: { sum, reference, failureMessage },
  },
  paymentExceptionResolved: {
    event: 'paymentExceptionResolved',
    description: 'an operator has decided about a payment or a refund',
    input: {
      sum,
      decision: paymentExceptionOutcome,
      decisionNote: text('A note on the decision, visible to both parties.'),
    },
  },
} as const satisfies Record<string, OtherEntry>;

/** Name of the ad at the time of the entry. */
const adName = text('The name of the ad at that time.', 200);
const operatorReason = text('The reason that the operator gave, visible to both parties.');

/** The entries of a timeline besides the steps of the tables. */
export const otherEntries = {
  sendMessage: { event: 'messageSent', description: 'a party wrote in the chat', input: {} },
  updateMessage: {
    event: 'messageUpdated',
    description: 'its author has changed the text',
    input: { messageId: id('Message', 'The edited message with its current text.') },
  },
  deleteMessage: {
    event: 'messageDeleted',
    description: 'its author has deleted the text',
    input: { messageId: id('Message', 'The deleted message, without its text.') },
  },
  ...moneyEntries,
  rotateSetupLink: {
    event: 'setupLinkRotated',
    description: 'a new link was e-mailed, and the previous one no longer works',
    input: {},
  },
  revokeSetupLink: { event: 'setupLinkRevoked', description: 'the link no longer works', input: {} },
  takeDownAd: {
    event: 'adTakenDown',
    description: 'an operator has taken an ad down, which is not shown until it is restored',
    input: { adName, reason: operatorReason },
  },
  restoreAd: {
    event: 'adRestored',
    description: 'an operator has restored an ad that was taken down',
    input: { adName, reason: operatorReason },
  },
  emailSent: {
    event: 'emailSent',
    description: 'the mail service has accepted the e-mail',
    input: { template, recipient },
  },
  emailFailed: {
    event: 'emailFailed',
    description: 'the e-mail could not be delivered',
    input: { template, recipient, reason: text('The error message of the mail service.', 500) },
  },
} as const satisfies Record<string, OtherEntry>;

/** The e-mail that no step causes: the digest of unread messages. */
export type ChatMail = 'unread-messages';
/** The e-mails about acts of operators besides the steps. */
export type ModerationMail = 'ad-taken-down' | 'ad-restored';

/** The way in which an ad was changed without signing in. */
const via = optional(
  choice('EntryVia', 'The way of access, if the actor was not signed in.', {
    SETUP_LINK: 'The setup link that was mailed to the advertiser. Its holder acts as the advertiser.',
  }),
);
/** Logged with a step of an ad that was taken through its setup link. */
export const viaSetupLink = { via: 'SETUP_LINK' } as const;

export type EntryType = OrderStep | AdStep | keyof typeof otherEntries;

/** A type of entry: the key of its row, the event that it stands for, and what is logged with it. */
interface EntryDefinition {
  readonly type: EntryType;
  readonly event: string;
  readonly description: string;
  readonly input: Fields;
}

const addedBy = (step: string) => `the entry that the step \`${step}\` adds`;

/** Every type of entry. */
export const entryTypes: readonly EntryDefinition[] = [
  ...orderSteps.map(([type, { event, input, logs }]) => ({
    type,
    event,
    description: addedBy(type),
    input: { ...input, ...logs },
  })),
  ...adSteps.map(([type, { event, input, logs }]) => ({
    type,
    event,
    description: addedBy(type),
    input: { adName, via, ...input, ...logs },
  })),
  ...entriesOf(otherEntries).map(([type, entry]) => ({ type, ...entry })),
];

const byType = new Map<string, EntryDefinition>(entryTypes.map((entry) => [entry.type, entry]));

/** The event that an entry of this type stands for. @throws for a type that is not in the tables */
export function eventOf(type: string): string {
  const entry = byType.get(type);
  if (!entry) throw new Error(`No entry has the type ${type}.`);
  return entry.event;
}

/** The fields of entries of this type; none for a type that is not in the tables. */
export const fieldsOfEntry = (type: string): Fields => byType.get(type)?.input ?? {};
