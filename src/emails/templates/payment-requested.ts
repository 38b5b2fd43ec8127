import type { Money } from '../../process/fields.ts';
import { formatMoney } from '../../process/format-money.ts';
import { dayOf, linkInstructions, manualInstructions, type OrderEmailTemplate } from '../email.ts';

export const paymentRequested: OrderEmailTemplate = (data) => {
  const { number, other, value, input, payment } = data;
  // The link expired or was used before the e-mail could be rendered.
  if (payment.isByLink && !payment.url && !input['failureMessage']) return undefined;
  // The entry is the step that requested the payment, or the creation of the link.
  const sum = formatMoney(((input['amount'] ?? input['sum']) as Money | null | undefined) ?? value);
  const due = input['dueAt'] instanceof Date ? ` by ${dayOf(input['dueAt'])}` : '';
  return {
    subject: `Payment for order #${number}`,
    paragraphs: [
      `${other.name} asks you to pay ${sum} for order #${number}${due}.`,
      ...(payment.url ? linkInstructions(data) : manualInstructions(data)),
    ],
    ...(payment.url ? { link: { label: `Pay ${sum}`, url: payment.url } } : {}),
  };
};
