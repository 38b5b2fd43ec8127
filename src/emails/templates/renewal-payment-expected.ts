import type { Money } from '../../process/fields.ts';
import { formatMoney } from '../../process/format-money.ts';
import type { OrderEmailTemplate } from '../email.ts';

export const renewalPaymentExpected: OrderEmailTemplate = ({ number, other, value, input }) => ({
  subject: `Payment expected: next month of order #${number}`,
  paragraphs: [
    `${other.name} was asked to pay ${formatMoney((input['sum'] as Money | null | undefined) ?? value)} for the next month of order #${number}.`,
    'The payment is made outside the marketplace. Confirm it in the order when you have received it; the next order is then created.',
  ],
});
