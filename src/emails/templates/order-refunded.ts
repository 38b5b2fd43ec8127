import type { Money } from '../../process/fields.ts';
import { formatMoney } from '../../process/format-money.ts';
import { type OrderMailTemplate, quote, wayBack } from '../email.ts';

export const orderRefunded: OrderMailTemplate = (facts) => {
  const { number, input } = facts;
  return {
    subject: `Refund for order #${number}`,
    paragraphs: [
      input['amount']
        ? `${formatMoney(input['amount'] as Money)} of the payment for order #${number} is refunded. Reason:`
        : `The payment for order #${number} is refunded. Reason:`,
      ...quote(input['reason']),
      ...wayBack(facts),
    ],
  };
};
