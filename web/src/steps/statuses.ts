/** Generated from src/process by `npm run generate`: do not edit. */

/** The statuses of orders, in the order of the process. */
export const orderStatuses = [
  'PENDING',
  'FEEDBACK_REQUIRED',
  'FEEDBACK_PROVIDED',
  'PAYMENT_REQUIRED',
  'PAYMENT_RECEIVED',
  'PROCESSING',
  'ON_HOLD',
  'COMPLETED',
  'CANCELLED',
  'REJECTED',
  'EXPIRED',
  'DISPUTED',
  'REFUNDED',
] as const;
