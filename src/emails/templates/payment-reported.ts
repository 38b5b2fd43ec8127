import { fileList, orderEmail, wordOf } from '../email.ts';

export const paymentReported = orderEmail('payment-reported', ({ input }, { say }) => ({
  subject: say('subject'),
  paragraphs: [
    say('reported', { reference: wordOf(input['reference']) }),
    ...fileList(say('receipt'), input['receipt']),
    say('next'),
  ],
}));
