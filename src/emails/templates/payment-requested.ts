import type { Money } from '../../process/fields.ts';
import { orderEmail, paymentButton, paymentInstructions } from '../email.ts';

export const paymentRequested = orderEmail('payment-requested', (facts, writer) => {
  const { value, input, payment } = facts;
  const { say, money, moment } = writer;
  // The link expired or was used before the e-mail could be rendered.
  if (payment.isByLink && !payment.url && !input['failureMessage']) return undefined;
  // The entry is the step that requested the payment, or the creation of the link.
  const sum = money(((input['amount'] ?? input['sum']) as Money | null | undefined) ?? value);
  const due = input['dueAt'];
  return {
    subject: say('subject'),
    paragraphs: [
      due instanceof Date ? say('asksBy', { sum, due: moment(due) }) : say('asks', { sum }),
      ...paymentInstructions(facts, writer),
    ],
    ...paymentButton(facts, sum, writer),
  };
});
