import { isRenewalPayable, orderEmail, paymentButton, paymentInstructions } from '../email.ts';

export const renewalPaymentReminder = orderEmail('renewal-payment-reminder', (facts, writer) => {
  const { payment } = facts;
  const { say, money } = writer;
  if (!payment.sum || !isRenewalPayable(facts)) return undefined;
  const sum = money(payment.sum);
  return {
    subject: say('subject'),
    paragraphs: [say('unpaid', { sum }), ...paymentInstructions(facts, writer), say('afterwards')],
    ...paymentButton(facts, sum, writer),
  };
});
