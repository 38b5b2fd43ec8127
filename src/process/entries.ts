import { entriesOf } from '../platform/objects.ts';
import { type AdStep, adSteps } from './ad.ts';
import { choice, date, type Fields, id, money, optional, text } from './fields.ts';
import { type OrderStep, orderSteps } from './order.ts';

const mail = text('The name of the e-mail template.', 100);
const to = choice('MailReceiver', 'The recipient of the e-mail.', {
  ADVERTISER: 'The party that placed the order.',
  SELLER: 'The party that owns the ad space.',
  OPERATOR: 'The operator of the marketplace, who mediates.',
});

const sum = money('The amount of the payment or refund.');
const reference = text('Reference of the payment at the provider or on the bank statement.', 200);
const failure = text('The error message of the payment provider.', 500);
const request = {
  sum,
  dueAt: optional(date('The date by which the payment is due.')),
};

/** The decisions of an operator about a payment exception. */
export const moneyOutcome = choice('MoneyOutcome', 'Decision of an operator about a payment exception.', {
  ACCEPT: 'The money is applied to the requested payment as it is.',
  REFUND: 'The money is refunded through its provider; a failed refund is tried again.',
  MANUAL: 'The exception was handled outside, as the note explains. A failed refund counts as refunded.',
});
export type MoneyOutcome = NonNullable<(typeof moneyOutcome)['value']>;

/** Payment events besides the steps of the table. */
const moneyEntries = {
  checkoutOpened: {
    title: 'Payment link created',
    input: { ...request, expiresAt: optional(date('The time when the link expires; a new one is made on request.')) },
  },
  checkoutExpired: { title: 'Payment link expired', input: {} },
  checkoutFailed: { title: 'Payment link could not be created', input: { ...request, failure } },
  paymentFailed: { title: 'Payment failed', input: { sum, failure } },
  paymentArrivedLate: {
    title: 'Late payment received and refunded',
    input: { sum, reference },
  },
  paymentMismatched: {
    title: 'Payment received that does not match the request',
    input: {
      sum,
      reference,
      expected: money('The amount that was requested.'),
      mismatch: choice('MoneyMismatch', 'The difference between the payment and the request.', {
        TOO_LITTLE: 'The amount is less than requested.',
        TOO_MUCH: 'The amount is more than requested.',
        OTHER_CURRENCY: 'The currency is not that of the order.',
      }),
    },
  },
  paymentRefunded: { title: 'Payment refunded', input: { sum, reference } },
  refundFailed: {
    title: 'Refund failed',
    input: { sum, failure },
  },
  paymentDisputed: {
    title: "Payment disputed by the payer's bank",
    input: { sum, reference, failure },
  },
  moneyResolved: {
    title: 'Payment exception resolved by the operator',
    input: {
      sum,
      decision: moneyOutcome,
      decisionNote: text('A note on the decision, visible to both parties.'),
    },
  },
} as const satisfies Record<string, { title: string; input: Fields }>;

/** The entries of a timeline besides the steps of the tables. */
export const otherEntries = {
  sendMessage: { title: 'Message', input: {} },
  editMessage: {
    title: 'Message edited',
    input: { messageId: id('Message', 'The edited message with its current text.') },
  },
  deleteMessage: {
    title: 'Message deleted',
    input: { messageId: id('Message', 'The deleted message, without its text.') },
  },
  ...moneyEntries,
  rotateSetupLink: { title: 'Setup link replaced by a new one', input: {} },
  revokeSetupLink: { title: 'Setup link revoked', input: {} },
  mailSent: {
    title: 'Mail sent',
    input: { mail, to },
  },
  mailFailed: {
    title: 'Mail could not be delivered',
    input: { mail, to, reason: text('The error message of the mail service.', 500) },
  },
} as const satisfies Record<string, { title: string; input: Fields }>;

/** The e-mail that no step causes: the digest of unread messages. */
export type ChatMail = 'unread-messages';

/** Name of the ad at the time of the entry. */
const adName = text('The name of the ad at that time.', 200);
/** The way in which an ad was changed without signing in. */
const via = optional(
  choice('EntryVia', 'The way of access, if the actor was not signed in.', {
    SETUP_LINK: 'The setup link that was mailed to the advertiser. Its holder acts as the advertiser.',
  }),
);
/** Logged with a step of an ad that was taken through its setup link. */
export const viaSetupLink = { via: 'SETUP_LINK' } as const;

export type EntryType = OrderStep | AdStep | keyof typeof otherEntries;

/** Every type of entry, with its title and what is logged with it. */
export const entryTypes: readonly { type: EntryType; title: string; input: Fields }[] = [
  ...orderSteps.map(([type, row]) => ({ type, title: row.title, input: { ...row.input, ...row.logs } })),
  ...adSteps.map(([type, row]) => ({ type, title: row.title, input: { adName, via, ...row.input, ...row.logs } })),
  ...entriesOf(otherEntries).map(([type, entry]) => ({ type, ...entry })),
];
