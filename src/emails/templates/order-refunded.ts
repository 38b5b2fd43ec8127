import type { Money } from '../../process/fields.ts';
import { formatMoney } from '../../process/format-money.ts';
import { type OrderEmailTemplate, quote, refundMethod } from '../email.ts';

export const orderRefunded: OrderEmailTemplate = (data) => {
  const { number, input } = data;
  return {
    subject: `Refund for order #${number}`,
    paragraphs: [
      input['amount']
        ? `${formatMoney(input['amount'] as Money)} of the payment for order #${number} is refunded. Reason:`
        : `The payment for order #${number} is refunded. Reason:`,
      ...quote(input['reason']),
      ...refundMethod(data),
    ],
  };
};
