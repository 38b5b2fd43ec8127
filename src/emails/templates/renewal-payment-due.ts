import { isRenewalPayable, orderEmail, paymentButton, paymentInstructions } from '../email.ts';

export const renewalPaymentDue = orderEmail('renewal-payment-due', (facts, writer) => {
  const { input, payment } = facts;
  const { say, money, moment } = writer;
  if (!payment.sum || !isRenewalPayable(facts)) return undefined;
  const sum = money(payment.sum);
  const due = input['dueAt'];
  return {
    subject: say('subject'),
    paragraphs: [
      due instanceof Date ? say('costsBy', { sum, due: moment(due) }) : say('costs', { sum }),
      ...paymentInstructions(facts, writer),
      say('afterwards'),
    ],
    ...paymentButton(facts, sum, writer),
  };
});
