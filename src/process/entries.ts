import { type AdStep, adSteps } from './ad.ts';
import { choice, date, type Fields, id, money, optional, text } from './fields.ts';
import { type OrderStep, orderSteps } from './order.ts';

const mail = text('The name of the mail.', 100);
const to = choice('MailReceiver', 'Whom it was for.', {
  ADVERTISER: 'The party that ordered.',
  SELLER: 'The party that owns the space.',
  OPERATOR: 'Who runs the marketplace.',
});

const sum = money('How much money.');
const reference = text('What the provider, or the bank statement, calls it.', 200);
const failure = text('What the payment provider said.', 500);
const request = {
  sum,
  dueAt: optional(date('When it should be paid by.')),
};

/** What an operator can decide about money. */
export const moneyOutcome = choice('MoneyOutcome', 'What becomes of money that needs an operator.', {
  ACCEPT: 'It is taken for the payment that is asked for, as it is.',
  REFUND: 'It is given back through the provider that it came through; a refund that failed is tried again.',
  BY_HAND: 'It was dealt with outside; the note says how. A refund that failed counts as given back.',
});
export type MoneyOutcome = NonNullable<(typeof moneyOutcome)['value']>;

/** What happens to money besides the steps of the table. */
const moneyEntries = {
  checkoutOpened: {
    title: 'A link to pay is ready',
    input: { ...request, expiresAt: optional(date('When the link stops working; a new one is made on request.')) },
  },
  checkoutExpired: { title: 'The link to pay has expired', input: {} },
  checkoutFailed: { title: 'A link to pay could not be made', input: { ...request, failure } },
  paymentFailed: { title: 'A payment failed', input: { sum, failure } },
  paymentArrivedLate: {
    title: 'A payment arrived that is no longer asked for; it is given back',
    input: { sum, reference },
  },
  paymentMismatched: {
    title: 'Money arrived that is not what was asked for; the operator decides about it',
    input: {
      sum,
      reference,
      expected: money('The sum that was asked for.'),
      mismatch: choice('MoneyMismatch', 'What does not fit.', {
        TOO_LITTLE: 'It is less than what was asked for.',
        TOO_MUCH: 'It is more than what was asked for.',
        OTHER_CURRENCY: 'It is in another currency than the order.',
      }),
    },
  },
  paymentRefunded: { title: 'Money was given back', input: { sum, reference } },
  refundFailed: {
    title: 'Money could not be given back; the operator takes care of it',
    input: { sum, failure },
  },
  paymentDisputed: {
    title: "The payer's bank disputes a payment; the operator takes care of it",
    input: { sum, reference, failure },
  },
  moneyResolved: {
    title: 'The operator has decided what becomes of money',
    input: {
      sum,
      decision: moneyOutcome,
      decisionNote: text('How it was dealt with, for both parties to read.'),
    },
  },
} as const satisfies Record<string, { title: string; input: Fields }>;

/** What stands on a timeline besides the steps of the table. */
export const otherEntries = {
  sendMessage: { title: 'Message', input: {} },
  editMessage: { title: 'Message edited', input: { messageId: id('Message', 'The message, as it reads now.') } },
  deleteMessage: {
    title: 'Message deleted',
    input: { messageId: id('Message', 'The message, of which the text is gone.') },
  },
  ...moneyEntries,
  rotateSetupLink: { title: 'A new setup link was mailed; the one before is dead', input: {} },
  revokeSetupLink: { title: 'The setup link was revoked', input: {} },
  mailSent: {
    title: 'Mail sent',
    input: { mail, to },
  },
  mailFailed: {
    title: 'Mail could not be delivered',
    input: { mail, to, reason: text('What the mail service answered.', 500) },
  },
} as const satisfies Record<string, { title: string; input: Fields }>;

/** The mail that no step causes: it tells of messages that stayed unread. */
export type ChatMail = 'unread-messages';

/** Which ad an entry about an ad is of, as it was called then. */
const adName = text('The name of the ad.', 200);
/** Through what an ad was worked on, where nobody signed in. */
const via = optional(
  choice('EntryVia', 'Through what it was done, where nobody signed in.', {
    SETUP_LINK: 'The setup link that was mailed to the advertiser. Whoever held it is counted as the advertiser.',
  }),
);
/** What is logged of a step of an ad that was taken through its setup link. */
export const viaSetupLink = { via: 'SETUP_LINK' } as const;

export type EntryType = OrderStep | AdStep | keyof typeof otherEntries;

/** Every type of entry, with its title and what is logged with it. */
export const entryTypes: readonly { type: EntryType; title: string; input: Fields }[] = [
  ...orderSteps.map(([type, row]) => ({ type, title: row.title, input: { ...row.input, ...row.logs } })),
  ...adSteps.map(([type, row]) => ({ type, title: row.title, input: { adName, via, ...row.input, ...row.logs } })),
  // Object.entries forgets the type of the keys.
  ...(Object.entries(otherEntries) as [keyof typeof otherEntries, { title: string; input: Fields }][]).map(
    ([type, entry]) => ({ type, ...entry }),
  ),
];
