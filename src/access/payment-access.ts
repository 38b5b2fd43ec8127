/** Access conditions of payments. */
import type { Prisma } from '../generated/prisma/client.ts';
import { isSelf, noRows, type OrderParties, visibleOrders } from './access.ts';
import { hasScope } from './scopes.ts';
import { isOperator, type Viewer } from './viewer.ts';

/** The payments that a viewer may see: those of visible orders. */
export const visiblePayments = (viewer: Viewer): Prisma.PaymentWhereInput => ({ order: visibleOrders(viewer) });

/** The payment exceptions that a viewer may resolve. */
export const ordersWithPaymentException = (viewer: Viewer): Prisma.PaymentMovementWhereInput =>
  isOperator(viewer) ? { needsOperator: true } : noRows;

/**
 * True if a viewer may see the orders and the income of a seller in sum: a viewer who may see all of the seller's orders and
 * their payments.
 */
export const canSeeSellerResults = (viewer: Viewer, sellerId: string): boolean =>
  hasScope(viewer, 'ORDERS_READ') && (isSelf(viewer, sellerId) || isOperator(viewer));

/** True if a viewer may see the fee of the marketplace on a visible order: its seller, and operators. */
export const canSeeMarketplaceFee = ({ sellerId }: OrderParties, viewer: Viewer): boolean =>
  isSelf(viewer, sellerId) || isOperator(viewer);
