import type { Money } from '../../process/fields.ts';
import { formatMoney, type OrderMailTemplate } from '../mail.ts';

export const paymentRequested: OrderMailTemplate = ({ number, other, value, input, paymentInstructions }) => ({
  subject: `Payment for order #${number}`,
  paragraphs: [
    `${other.name} asks you to pay ${formatMoney((input['amount'] as Money | null) ?? value)} for order #${number}${input['dueAt'] instanceof Date ? ` by ${input['dueAt'].toISOString().slice(0, 10)}` : ''}.`,
    paymentInstructions
      ? `How to pay:\n${paymentInstructions}`
      : `Reply to this mail to agree with ${other.name} on how to pay.`,
    `Give "Order #${number}" as the reference. ${other.name} confirms when the money is there.`,
  ],
});
