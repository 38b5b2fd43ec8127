/** The steps of the order process with which the parties negotiate its items, days and prices. Part of order.ts. */
import type { OrderStatus } from '../generated/prisma/enums.ts';
import { type NamedWait, STAYS, type Step } from './define.ts';
import { chatText, fromOrder, id, items, newId, optional } from './fields.ts';
import { periods } from './periods.ts';

/** The wait for the answer to an open offer. The order waits for nothing else then. */
export const offerWaits = {
  offerIsToAnswer: { task: 'Answer the offer', since: 'offeredAt', replacesStateWait: true },
} as const satisfies Record<string, NamedWait>;

/** Only before the payment: then the items and the value are settled. */
const from = [
  'PENDING',
  'FEEDBACK_REQUIRED',
  'FEEDBACK_PROVIDED',
  'PAYMENT_REQUIRED',
] as const satisfies readonly OrderStatus[];

const by = ['advertiser', 'seller'] as const;

const proposal = {
  items: items('The items that the order is to have, with their days and prices, instead of the current ones.'),
  note: optional(chatText('A message to the other party about the offer.')),
};
const newOffer = { offerId: newId('Offer', 'The offer that the party has made.') };
const openOffer = { offerId: fromOrder(id('Offer', 'The offer that was open.'), 'openOfferId') };

// biome-ignore format: a row is read from left to right: from, to, by
export const offerSteps = {
  proposeOffer: {
    title: 'Make an offer', event: 'offerProposed',
    from, to: STAYS, by,
    input: proposal, logs: newOffer,
    guards: ['notYetPaid', 'noOfferIsOpen'],
    effects: ['postToChat', 'openOffer'],
    mails: { others: 'offer-proposed' },
  },
  acceptOffer: {
    title: 'Accept the offer', event: 'offerAccepted',
    // A requested payment has another amount than the offer, so that its request ends.
    from, to: { outcome: 'paymentIsRequested', to: 'PENDING' }, by,
    logs: openOffer,
    guards: ['notYetPaid', 'offerIsToAnswer'],
    effects: ['lockSpacesOfOffer', 'releaseSpaceDays', 'applyOffer', 'checkTotal', 'reserveSpaceDays'],
    recommendedWhile: 'offerIsToAnswer',
    mails: { others: 'offer-accepted' },
  },
  counterOffer: {
    title: 'Make another offer', event: 'offerCountered',
    from, to: STAYS, by,
    input: proposal, logs: newOffer,
    guards: ['notYetPaid', 'offerIsToAnswer'],
    effects: ['postToChat', 'openOffer'],
    recommendedWhile: 'offerIsToAnswer',
    mails: { others: 'offer-proposed' },
  },
  declineOffer: {
    title: 'Decline the offer', event: 'offerDeclined',
    from, to: STAYS, by,
    input: { note: optional(chatText('A message to the other party about the decision.')) }, logs: openOffer,
    guards: ['offerIsToAnswer'],
    effects: ['postToChat', 'declineOpenOffer'],
    recommendedWhile: 'offerIsToAnswer',
    mails: { others: 'offer-declined' },
  },
  withdrawOffer: {
    title: 'Withdraw the offer', event: 'offerWithdrawn',
    from, to: STAYS, by,
    logs: openOffer,
    guards: ['offerIsYours'],
    effects: ['withdrawOpenOffer'],
    mails: { others: 'offer-withdrawn' },
  },
  expireOffer: {
    title: 'Let the offer expire', event: 'offerExpired',
    from, to: STAYS, by: ['system'],
    logs: openOffer,
    guards: ['offerIsOpen'],
    afterDays: periods.offer, countsFrom: 'offeredAt',
    deadlineOf: 'offerIsToAnswer', outcome: 'The offer expires, and the order stays as it is.',
    reminder: { daysBefore: periods.offerReminder, mails: { awaited: 'offer-expires-soon' } },
    effects: ['expireOpenOffer'],
    mails: { advertiser: 'offer-expired', seller: 'offer-expired' },
  },
} as const satisfies Record<string, Omit<Step<OrderStatus>, 'logs'> & Pick<Step, 'logs'>>;
