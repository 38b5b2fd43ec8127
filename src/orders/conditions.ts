/** The conditions that belong to no feature. */
import type { OrderExtensions } from '../services/order-services.ts';

export const orderConditions = {
  // While it holds, proof is asked for in a completed order; before completion it may be submitted, but is not expected.
  proofIsAsked: ({ proofStatus, status }) =>
    proofStatus === 'REQUESTED' && status === 'COMPLETED' ? undefined : 'No proof is requested.',
  disputeIsPossible: ({ canBeDisputed }) => (canBeDisputed ? undefined : 'The period for disputes has ended.'),
} satisfies Partial<OrderExtensions['conditions']>;
