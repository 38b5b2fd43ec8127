/** Requests of the advertiser to cancel a paid order, which the seller accepts or declines. */
import { dayMs, later } from '../platform/clock.ts';
import { periods } from '../process/periods.ts';
import type { Effects, OrderExtensions, RunEffect } from '../services/order-services.ts';

const beginCancellationRequest: RunEffect = async (_app, _tx, { entry }) => ({ cancellationRequestedAt: entry.at });

/** Ends the request, and with it the wait of an operator to whom it was reported. */
const endCancellationRequest: RunEffect = async (_app, _tx, { order: { cancellationRequestedAt, overdueSince } }) => {
  const reportedAt = cancellationRequestedAt && later(cancellationRequestedAt, periods.cancellation * dayMs);
  const isReported = reportedAt !== null && overdueSince !== null && overdueSince >= reportedAt;
  return { cancellationRequestedAt: null, ...(isReported ? { overdueSince: null } : {}) };
};

export const cancellationEffects = { beginCancellationRequest, endCancellationRequest } satisfies Partial<Effects>;

const nothingRequested = 'No cancellation is requested.';

export const cancellationConditions = {
  noCancellationIsRequested: ({ cancellationRequestedAt }) =>
    cancellationRequestedAt ? 'The cancellation is already requested.' : undefined,
  cancellationIsRequested: ({ cancellationRequestedAt }) => (cancellationRequestedAt ? undefined : nothingRequested),
  cancellationIsToDecide: ({ cancellationRequestedAt }, role) => {
    if (!cancellationRequestedAt) return nothingRequested;
    return role === 'seller' ? undefined : 'The seller decides about the cancellation.';
  },
} satisfies Partial<OrderExtensions['conditions']>;
