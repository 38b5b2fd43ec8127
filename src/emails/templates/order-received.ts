import { formatMoney } from '../../process/format-money.ts';
import type { OrderEmailTemplate } from '../email.ts';

export const orderReceived: OrderEmailTemplate = ({ number, reader, other, items, value, brief }) => ({
  subject: `New order #${number} from ${other.name}`,
  paragraphs: [
    `Hello ${reader.name}, ${other.name} has placed order #${number}.`,
    items.map(({ title, price }) => `${title}: ${formatMoney(price)}`).join('\n'),
    `Total: ${formatMoney(value)}`,
    `Brief:\n${brief}`,
    'Ask a question, request the payment, or reject the order if it does not fit.',
  ],
});
