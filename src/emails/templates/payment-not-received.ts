import { orderEmail, quote } from '../email.ts';

export const paymentNotReceived = orderEmail('payment-not-received', ({ input }, writer) => ({
  subject: writer.say('subject'),
  paragraphs: [writer.say('missing'), ...quote(input['reason'], writer), writer.say('next')],
}));
