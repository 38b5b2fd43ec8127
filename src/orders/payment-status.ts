/** The payment status of an order as it is shown: the stored one follows from the ledger alone. */
import type { Order } from '../generated/prisma/client.ts';
import { orderState } from '../process/order.ts';
import type { ShownPaymentStatus } from '../process/sub-statuses.ts';

type PaymentColumns = Pick<
  Order,
  'status' | 'paymentStatus' | 'paidMinorUnits' | 'refundedMinorUnits' | 'paymentInProgressSince' | 'totalMinorUnits'
>;

/** The payment status of an order, as clients see it. */
export function shownPaymentStatus(order: PaymentColumns): ShownPaymentStatus {
  const { status, paymentStatus, paidMinorUnits, refundedMinorUnits, paymentInProgressSince, totalMinorUnits } = order;
  if (isSettled[paymentStatus]) return paymentStatus;
  if (paymentInProgressSince) return 'IN_PROGRESS';
  if (paidMinorUnits > refundedMinorUnits) return 'PARTIALLY_PAID';
  return orderState(status).final && totalMinorUnits > 0n ? 'UNPAID' : paymentStatus;
}

/** The stored statuses that say everything about the payment. */
const isSettled: Readonly<Record<PaymentColumns['paymentStatus'], boolean>> = {
  NONE: false,
  AWAITING_MANUAL_PAYMENT: false,
  REQUESTED: false,
  FAILED: false,
  PAID: true,
  PARTIALLY_REFUNDED: true,
  REFUNDED: true,
};
