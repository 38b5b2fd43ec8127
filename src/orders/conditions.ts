/** The conditions that belong to no feature. */
import { dayMs, later } from '../platform/clock.ts';
import { periods } from '../process/periods.ts';
import type { OrderExtensions } from '../services/order-services.ts';

export const orderConditions = {
  // While it holds, proof is asked for in a completed order; before completion it may be submitted, but is not expected.
  proofIsAsked: ({ proofStatus, status }) =>
    proofStatus === 'REQUESTED' && status === 'COMPLETED' ? undefined : 'No proof is requested.',
  otherPartyIsAwaited: ({ waitingOnAdvertiser, waitingOnSeller }, role) =>
    (role === 'advertiser' ? waitingOnSeller : role === 'seller' && waitingOnAdvertiser)
      ? undefined
      : 'The order is not waiting for the other party.',
  reminderIsAllowed: ({ advertiserRemindedAt, sellerRemindedAt }, role, now) => {
    const remindedAt = role === 'advertiser' ? sellerRemindedAt : advertiserRemindedAt;
    const nextAt = remindedAt && later(remindedAt, periods.partyReminder * dayMs);
    return nextAt && nextAt > now
      ? `The other party was reminded within the last day; you can remind it again from ${nextAt.toISOString()}.`
      : undefined;
  },
  disputeIsYours: ({ disputedBy }, role) =>
    role !== undefined && role === disputedBy ? undefined : 'The other party has opened the dispute.',
  disputeIsPossible: ({ canBeDisputed }) => (canBeDisputed ? undefined : 'The period for disputes has ended.'),
} satisfies Partial<OrderExtensions['conditions']>;

/** An operator is expected to look into an order whose deadline has passed. */
export const delayRecommendation = {
  role: 'operator',
  title: 'Find out why the order is late',
  appliesTo: ({ overdueSince }) => overdueSince !== null,
  since: ({ overdueSince }) => overdueSince,
} satisfies OrderExtensions['recommendations'][number];
