import { orderEmail, wordOf } from '../email.ts';

export const paymentReceived = orderEmail('payment-received', ({ input, receipt }, { say }) => ({
  subject: say('subject'),
  paragraphs: [
    say('received', { reference: wordOf(input['reference']) }),
    ...(receipt ? [say('receipt', { receipt: receipt.number, url: receipt.url })] : []),
  ],
}));
