import { formatMoney } from '../../process/format-money.ts';
import type { OrderEmailTemplate } from '../email.ts';

export const orderConfirmation: OrderEmailTemplate = ({ number, reader, other, items, value, brief }) => ({
  subject: `Your order #${number} with ${other.name}`,
  paragraphs: [
    `Hello ${reader.name}, thank you for your order #${number}. ${other.name} has received it and will get back to you.`,
    items.map(({ title, price }) => `${title}: ${formatMoney(price)}`).join('\n'),
    `Total: ${formatMoney(value)}`,
    `Your brief:\n${brief}`,
  ],
});
