/** Access conditions of payments. */
import type { Prisma } from '../generated/prisma/client.ts';
import { noRows, visibleOrders } from './access.ts';
import { isOperator, type Viewer } from './viewer.ts';

/** The payments that a viewer may see: those of visible orders. */
export const visiblePayments = (viewer: Viewer): Prisma.PaymentWhereInput => ({ order: visibleOrders(viewer) });

/** The payment exceptions that a viewer may resolve. */
export const ordersWithPaymentException = (viewer: Viewer): Prisma.PaymentMovementWhereInput =>
  isOperator(viewer) ? { needsOperator: true } : noRows;
