/** The conditions and the outcome of the steps with which the parties negotiate. */
import type { OrderExtensions } from '../services/order-services.ts';

export const offerConditions = {
  noOfferIsOpen: ({ offeredBy }) =>
    offeredBy === null
      ? undefined
      : `The ${offeredBy} has made an offer that is open; answer or withdraw it before you make another.`,
  offerIsOpen: ({ offeredBy }) => (offeredBy === null ? 'No offer is open.' : undefined),
  offerIsToAnswer: ({ offeredBy }, role) => {
    if (offeredBy === null) return 'No offer is open.';
    return role === offeredBy ? 'The other party answers your offer; you can withdraw it.' : undefined;
  },
  offerIsYours: ({ offeredBy }, role) =>
    offeredBy !== null && role === offeredBy ? undefined : 'You have no open offer.',
} satisfies Partial<OrderExtensions['conditions']>;

export const offerOutcomes = {
  paymentIsRequested: ({ status }) => status === 'PAYMENT_REQUIRED',
} satisfies Partial<OrderExtensions['outcomes']>;
