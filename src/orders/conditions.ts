import type { Order } from '../generated/prisma/client.ts';
import type { OrderCondition } from '../process/order.ts';

/** Says what is in the way; nothing if the condition holds. Decided by the order's row alone, so that asking costs nothing. */
export type Condition = (order: Order) => string | undefined;

/** The conditions that the table names. */
export const conditions: Record<OrderCondition, Condition> = {
  notYetPaid: ({ paymentStatus }) =>
    paymentStatus === 'PAID' ? 'The order is paid; it can no longer end without a refund.' : undefined,
  // While it holds, proof is asked for in a completed order; before completion it may be given, but nobody waits for it.
  proofIsAsked: ({ proof, status }) =>
    proof === 'ASKED' && status === 'COMPLETED' ? undefined : 'No proof is asked for.',
};
