import type { Money } from '../../process/fields.ts';
import { formatMoney } from '../../process/format-money.ts';
import { type OrderMailTemplate, quote, wayBack } from '../email.ts';

export const orderRefunded: OrderMailTemplate = (facts) => {
  const { number, input } = facts;
  return {
    subject: `Refund for order #${number}`,
    paragraphs: [
      input['amount']
        ? `${formatMoney(input['amount'] as Money)} of what was paid for order #${number} is given back. The reason:`
        : `What was paid for order #${number} is given back. The reason:`,
      ...quote(input['reason']),
      ...wayBack(facts),
    ],
  };
};
