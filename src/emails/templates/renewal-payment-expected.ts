import type { Money } from '../../process/fields.ts';
import { formatMoney } from '../../process/format-money.ts';
import type { OrderMailTemplate } from '../email.ts';

export const renewalPaymentExpected: OrderMailTemplate = ({ number, other, value, input }) => ({
  subject: `The next month of order #${number} is to be paid`,
  paragraphs: [
    `${other.name} was asked for ${formatMoney((input['sum'] as Money | null | undefined) ?? value)}, for the next month of order #${number}.`,
    'It is paid outside the marketplace: confirm it in the order when the money is there. A new order is set up then.',
  ],
});
