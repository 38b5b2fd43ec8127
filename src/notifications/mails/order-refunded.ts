import type { Money } from '../../process/fields.ts';
import { formatMoney, type OrderMailTemplate, quote } from '../mail.ts';

export const orderRefunded: OrderMailTemplate = ({ number, input }) => ({
  subject: `Refund for order #${number}`,
  paragraphs: [
    input['amount']
      ? `${formatMoney(input['amount'] as Money)} of what was paid for order #${number} is given back. The reason:`
      : `What was paid for order #${number} is given back. The reason:`,
    ...quote(input['reason']),
  ],
});
